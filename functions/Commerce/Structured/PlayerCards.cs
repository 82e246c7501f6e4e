using System.Globalization;
using System.Net;
using System.Text;

namespace SoraFunctions.Commerce.Structured;

/// <summary>The elements of a page's head by which Facebook, WhatsApp, Slack and others (Open Graph) and X (player card) show its video.</summary>
public static class PlayerCards
{
    /// <summary>The elements, a line each, safe in HTML.</summary>
    /// <param name="video">The video; what has no size is shown as a picture.</param>
    public static string Of(VideoFacts video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var head = new StringBuilder();
        void Property(string name, string? content) => Add(head, "property", name, content);
        void Named(string name, string? content) => Add(head, "name", name, content);
        var sized = video is { Width: > 0, Height: > 0 };
        Property("og:type", "video.other");
        Property("og:title", video.Name);
        Property("og:description", video.Description);
        Property("og:url", video.Page?.AbsoluteUri);
        Property("og:image", video.Thumbnails[0].AbsoluteUri);
        Property("og:locale", video.Language?.Replace('-', '_'));
        if (video.Content is { } content)
        {
            Property("og:video", content.AbsoluteUri);
            Property("og:video:secure_url", content.Scheme == Uri.UriSchemeHttps ? content.AbsoluteUri : null);
            Property("og:video:type", "video/mp4");
            Property("og:video:width", sized ? Number(video.Width) : null);
            Property("og:video:height", sized ? Number(video.Height) : null);
        }

        var plays = video.Embed is { Scheme: "https" } && sized;
        Named("twitter:card", plays ? "player" : "summary_large_image");
        Named("twitter:title", video.Name);
        Named("twitter:description", video.Description);
        Named("twitter:image", video.Thumbnails[0].AbsoluteUri);
        if (plays)
        {
            Named("twitter:player", video.Embed!.AbsoluteUri);
            Named("twitter:player:width", Number(video.Width));
            Named("twitter:player:height", Number(video.Height));
        }

        return head.ToString();
    }

    private static void Add(StringBuilder head, string kind, string name, string? content)
    {
        if (content is { Length: > 0 })
        {
            head.Append(CultureInfo.InvariantCulture, $"<meta {kind}=\"{name}\" content=\"{WebUtility.HtmlEncode(content)}\">\n");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
