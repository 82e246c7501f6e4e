using System.Globalization;
using System.Xml.Linq;

namespace SoraFunctions.Commerce.Structured;

/// <summary>A sitemap of pages with videos (sitemaps.org 0.9 with Google's video extension 1.1).</summary>
public static class VideoSitemap
{
    /// <summary>Pages that one sitemap may hold.</summary>
    public const int Most = 50_000;

    private const int LongestTitle = 100;
    private const int LongestDescription = 2048;

    private static readonly XNamespace _site = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace _video = "http://www.google.com/schemas/sitemap-video/1.1";

    /// <summary>The sitemap. Videos without a page, or with neither a file nor a player, are left out: there is nothing to send anybody to.</summary>
    /// <param name="videos">The videos, at most <see cref="Most"/>.</param>
    public static string Of(IReadOnlyCollection<VideoFacts> videos)
    {
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(videos.Count, Most);
        var sitemap = new XElement(_site + "urlset", new XAttribute(XNamespace.Xmlns + "video", _video),
            videos.Where(video => video.Page is not null && (video.Content ?? video.Embed) is not null)
                .GroupBy(video => video.Page!.AbsoluteUri)
                .Select(page => new XElement(_site + "url", new XElement(_site + "loc", page.Key), page.Select(Video))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{sitemap}\n";
    }

    private static XElement Video(VideoFacts video) => new(_video + "video",
        new XElement(_video + "thumbnail_loc", video.Thumbnails[0].AbsoluteUri),
        new XElement(_video + "title", Cut(XmlWords.Of(video.Name), LongestTitle)),
        new XElement(_video + "description", Cut(XmlWords.Of(video.Description.Length > 0 ? video.Description : video.Name), LongestDescription)),
        video.Content is { } content ? new XElement(_video + "content_loc", content.AbsoluteUri) : null,
        video.Embed is { } embed ? new XElement(_video + "player_loc", embed.AbsoluteUri) : null,
        new XElement(_video + "duration", Math.Clamp((int)Math.Round(video.Seconds), 1, 28_800)),
        video.Expires is { } expires ? new XElement(_video + "expiration_date", Instant(expires)) : null,
        new XElement(_video + "publication_date", Instant(video.UploadDate)));

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";

    private static string Instant(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
