namespace SoraFunctions.Contract.Renders;

/// <summary>What the finished file of a cut may be. Null is no limit.</summary>
public sealed record DeliveryLimits
{
    /// <summary>Lowest bit rate of picture and sound together, in bits a second: below it there is a warning.</summary>
    public int? LeastBitRate { get; init; }

    /// <summary>Highest bit rate of picture and sound together, in bits a second.</summary>
    public int? MostBitRate { get; init; }

    /// <summary>Lowest bit rate of the sound, in bits a second: below it there is a warning.</summary>
    public int? LeastSoundBitRate { get; init; }

    /// <summary>Largest file in bytes.</summary>
    public long? MostBytes { get; init; }

    /// <summary>Whether an edit list may be in it.</summary>
    public bool EditList { get; init; }
}
