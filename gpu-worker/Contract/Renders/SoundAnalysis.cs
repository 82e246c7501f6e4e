namespace SoraFunctions.Contract.Renders;

/// <summary>What was heard in a sound file. Times count from its first sound: silence before it is never played.</summary>
public sealed record SoundAnalysis
{
    /// <summary>Seconds of silence before the first sound.</summary>
    public required double Lead { get; init; }

    /// <summary>Seconds from the first sound to the last.</summary>
    public required double Seconds { get; init; }

    /// <summary>Beats a minute; null where no beat is heard.</summary>
    public double? Tempo { get; init; }

    /// <summary>When each beat is, in seconds, rising; none where no beat is heard.</summary>
    public IReadOnlyList<double> Beats { get; init; } = [];
}
