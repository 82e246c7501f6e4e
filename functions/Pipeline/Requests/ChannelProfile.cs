using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>What a channel asks of a rendition.</summary>
/// <param name="Name">What requests call it.</param>
/// <param name="Size">Raster.</param>
/// <param name="SafeZone">Where its own interface does not cover the picture.</param>
/// <param name="Loudness">Integrated loudness in LUFS.</param>
public sealed record ChannelProfile(string Name, FrameSize Size, SafeZone SafeZone, double Loudness)
{
    private static readonly ChannelProfile[] _all =
    [
        new("web", new FrameSize(1280, 720), new SafeZone(0.05, 0.06, 0.05, 0.06), -14),
        new("youtube", new FrameSize(1920, 1080), new SafeZone(0.05, 0.06, 0.05, 0.12), -14),
        new("tiktok", new FrameSize(1080, 1920), new SafeZone(0.06, 0.13, 0.15, 0.28), -14),
        new("instagram-reels", new FrameSize(1080, 1920), new SafeZone(0.06, 0.14, 0.06, 0.35), -14),
        new("youtube-shorts", new FrameSize(1080, 1920), new SafeZone(0.045, 0.15, 0.18, 0.35), -14),
        new("instagram-feed", new FrameSize(1080, 1350), new SafeZone(0.05, 0.05, 0.05, 0.05), -14),
        new("square", new FrameSize(1080, 1080), new SafeZone(0.05, 0.05, 0.05, 0.05), -14),
        new("shopify-product", new FrameSize(1080, 1080), new SafeZone(0.05, 0.05, 0.05, 0.08), -14),
    ];

    /// <summary>All channels; sources of their figures: docs/channels.md.</summary>
    public static IReadOnlyList<ChannelProfile> All => _all;

    /// <summary>The one taken when none is named.</summary>
    public static ChannelProfile Default => _all[0];

    /// <summary>The channel of that name; null when there is none.</summary>
    public static ChannelProfile? Find(string name) => Array.Find(_all, channel => channel.Name == name);
}
