namespace SoraFunctions.Fuzz;

/// <summary>What one execution may cost.</summary>
internal static class FuzzLimits
{
    /// <summary>
    /// Longest wall time. An honest file of this size takes under 10 ms; the rest is for a machine that does other work, since a thread's
    /// own time can't be asked for.
    /// </summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Most bytes that may be allocated, over the whole of the execution: a tree of a million CBOR items has 60 MB.</summary>
    public const long MostBytes = 192L << 20;

    /// <summary>Longest input, in bytes: what grows beyond is cut.</summary>
    public const int LongestInput = 2 << 20;
}
