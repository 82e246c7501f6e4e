using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>Which cuts a request asks for.</summary>
public static class Renditions
{
    /// <summary>Frames a second of everything that is made.</summary>
    public const int FramesPerSecond = 30;

    /// <summary>Raster of the main rendition.</summary>
    /// <param name="request">A checked request.</param>
    public static FrameSize SizeOf(VideoRequest request) => request.Size ?? ProfileOf(request.Channels[0]).Size;

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
        return new FrameFormat(size.Width, size.Height, FramesPerSecond);
    }
}
