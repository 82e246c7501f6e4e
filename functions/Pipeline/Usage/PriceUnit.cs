namespace SoraFunctions.Pipeline.Usage;

/// <summary>Of what a price is for one.</summary>
public enum PriceUnit
{
    /// <summary>A second of video that was made.</summary>
    Second,

    /// <summary>A million pixels that were made.</summary>
    Megapixel,

    /// <summary>A second that a worker worked.</summary>
    WorkSecond,

    /// <summary>A second that a GPU worked.</summary>
    GpuSecond,

    /// <summary>A thousand tokens.</summary>
    ThousandTokens,

    /// <summary>2^30 bytes that were made.</summary>
    Gibibyte,

    /// <summary>2^30 bytes, stored for a day.</summary>
    GibibyteDay,
}
