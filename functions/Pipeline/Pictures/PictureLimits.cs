namespace SoraFunctions.Pipeline.Pictures;

/// <summary>What pictures are taken.</summary>
public static class PictureLimits
{
    /// <summary>Fewest pixels a side.</summary>
    public const int SmallestSide = 16;

    /// <summary>Most pixels a side.</summary>
    public const int LargestSide = 8192;

    /// <summary>Most bytes: 20 MiB.</summary>
    public const int LargestLength = 20 * 1024 * 1024;

    /// <summary>All of it, in words.</summary>
    public const string Accepted = "a PNG, JPEG or WebP picture of 16 to 8192 pixels a side and at most 20 MiB";
}
