using System.Net;
using System.Text.Json.Nodes;

namespace SoraFunctions.Commerce.Structured;

/// <summary>What a page answers that asks how to embed a video (oEmbed 1.0, type <c>video</c>).</summary>
public static class OEmbed
{
    /// <summary>The answer, JSON.</summary>
    /// <param name="video">The video, with a player and a size.</param>
    /// <param name="mostWide">The widest that the asker has room for, in pixels; null for any.</param>
    /// <param name="mostHigh">The highest; null for any.</param>
    public static string Of(VideoFacts video, int? mostWide = null, int? mostHigh = null)
    {
        ArgumentNullException.ThrowIfNull(video);
        if (video is not { Embed: { } player, Width: > 0, Height: > 0 })
        {
            throw new ArgumentException("the video needs a player and a size to be embedded", nameof(video));
        }

        var scale = Math.Min(1, Math.Min((mostWide ?? video.Width) / (double)video.Width, (mostHigh ?? video.Height) / (double)video.Height));
        var (width, height) = (Math.Max(1, (int)(scale * video.Width)), Math.Max(1, (int)(scale * video.Height)));
        return new JsonObject
        {
            ["version"] = "1.0",
            ["type"] = "video",
            ["title"] = video.Name,
            ["thumbnail_url"] = video.Thumbnails[0].AbsoluteUri,
            ["width"] = width,
            ["height"] = height,
            ["html"] = $"<iframe src=\"{WebUtility.HtmlEncode(player.AbsoluteUri)}\" width=\"{width}\" height=\"{height}\" title=\"{WebUtility.HtmlEncode(video.Name)}\" allow=\"fullscreen\" loading=\"lazy\" style=\"border:0\"></iframe>",
        }.ToJsonString();
    }
}
