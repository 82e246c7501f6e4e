namespace SoraFunctions.Media.Films;

/// <summary>What a video file holds.</summary>
public sealed record ProbedVideo
{
    /// <summary>The picture.</summary>
    public required ProbedPicture Picture { get; init; }

    /// <summary>The sound; null when there is none.</summary>
    public ProbedSound? Sound { get; init; }

    /// <summary>Bits a second of the sound; null when there is none or it is not told.</summary>
    public int? SoundBitRate { get; init; }

    /// <summary>Whether the index (<c>moov</c>) stands before the samples (<c>mdat</c>), so that playing starts at once.</summary>
    public required bool FastStart { get; init; }

    /// <summary>Whether a track has an edit list (<c>elst</c>).</summary>
    public required bool EditList { get; init; }

    /// <summary>Metadata of the container by key.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
