using System.Text.Json;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Which cuts a request asks for.</summary>
public static class Renditions
{
    /// <summary>Raster of the main rendition.</summary>
    /// <param name="request">A checked request.</param>
    public static FrameSize SizeOf(VideoRequest request) => request.Size ?? ProfileOf(request.Channels[0]).Size;

    /// <summary>Length of the main rendition: what was asked for, within what its channel takes.</summary>
    /// <param name="request">A checked request.</param>
    public static decimal SecondsOf(VideoRequest request) => ProfileOf(request.Channels[0]).Seconds.Nearest(request.Seconds);

    /// <summary>Length of all renditions together.</summary>
    /// <param name="request">A checked request.</param>
    public static long MillisecondsOf(VideoRequest request) => (long)(request.Channels.Sum(channel => ProfileOf(channel).Seconds.Nearest(request.Seconds)) * 1_000);

    /// <summary>The channel of that name.</summary>
    /// <param name="channel">A name that was checked on intake.</param>
    public static ChannelProfile ProfileOf(string channel) => ChannelProfile.Find(channel)
        ?? throw new InvalidDataException($"There is no channel '{channel}'.");

    /// <summary>Raster of one rendition; the size asked for goes to the main one.</summary>
    /// <param name="request">A checked request.</param>
    /// <param name="channel">One of its channels.</param>
    public static FrameFormat FormatOf(VideoRequest request, string channel)
    {
        var size = channel == request.Channels[0] ? SizeOf(request) : ProfileOf(channel).Size;
        return new FrameFormat(size.Width, size.Height, ProfileOf(channel).Frame.Rate);
    }

    /// <summary>
    /// The rasters in which the shots of renditions are filmed: those of the same shape and the same shots are filmed once, at the largest
    /// size, which the cuts reduce. Another shape is filmed for itself, so that it is framed and not cropped.
    /// </summary>
    /// <param name="quality">Drafts are filmed at half of their own size each: that is cheaper still.</param>
    /// <param name="renditions">Raster and storyboard of each.</param>
    public static IReadOnlyList<FrameFormat> Filmed(Quality quality, IReadOnlyList<(FrameFormat Format, Storyboard Story)> renditions)
    {
        if (quality == Quality.Draft)
        {
            return [.. renditions.Select(rendition => rendition.Format)];
        }

        var seen = renditions.Select(rendition => Seen(rendition.Story)).ToList();
        return
        [
            .. renditions.Select((mine, i) => renditions
                .Where((other, j) => seen[i] == seen[j] && IsAlike(mine.Format, other.Format))
                .Select(other => other.Format)
                .MaxBy(format => format.Width)!),
        ];
    }

    private static bool IsAlike(FrameFormat one, FrameFormat other) =>
        one.Width * other.Height == other.Width * one.Height && one.FramesPerSecond == other.FramesPerSecond;

    /// <summary>What decides the frames of a storyboard's shots.</summary>
    private static string Seen(Storyboard story) => JsonSerializer.Serialize(
        story with
        {
            Title = "",
            Language = "",
            Sound = new SoundPlan(),
            Captions = default,
            Brand = null,
            Legal = null,
            EndCard = null,
            Shots = [.. story.Shots.Select(shot => shot with { Caption = null, Line = null, Speaker = null, Transition = new Transition() })],
        },
        ContractJson.Default.Storyboard);
}
