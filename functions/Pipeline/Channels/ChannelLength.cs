namespace SoraFunctions.Pipeline.Channels;

/// <summary>How long a video may be on a channel.</summary>
/// <param name="Least">Shortest length in seconds.</param>
/// <param name="Most">Longest length in seconds.</param>
public sealed record ChannelLength(decimal Least, decimal Most)
{
    /// <summary>The nearest length that may be.</summary>
    public decimal Nearest(decimal seconds) => Math.Clamp(seconds, Least, Most);
}
