namespace SoraFunctions.Commerce.Visits;

/// <summary>What a request tells about who makes it.</summary>
/// <param name="UserAgent">Header <c>User-Agent</c>; null when absent.</param>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Purpose">Header <c>Sec-Purpose</c>, <c>Purpose</c> or <c>X-Moz</c>; null when absent.</param>
public sealed record Visit(string? UserAgent, string Method = "GET", string? Purpose = null)
{
    // Those who announce themselves as previews; they come first, since some call themselves bots too.
    private static readonly string[] _previews =
    [
        "facebookexternalhit", "facebookcatalog", "meta-externalfetcher", "twitterbot", "slackbot-linkexpanding", "slack-imgproxy",
        "telegrambot", "whatsapp/", "discordbot", "linkedinbot", "pinterestbot", "pinterest/0.", "skypeuripreview", "redditbot",
        "vkshare", "snap url preview", "kakaotalk-scrap", "line-poker", "embedly", "iframely", "microsoftpreview", "teams/preview",
        "cardyb", "mastodon/", "synapse", "mattermost-bot", "viberbot", "zalobot", "google-pagerenderer", "bingpreview", "urlpreview",
    ];

    private static readonly string[] _bots =
    [
        "bot", "crawl", "spider", "slurp", "scrap", "archiver", "monitor", "uptime", "pingdom", "lighthouse", "pagespeed", "headless",
        "phantomjs", "puppeteer", "playwright", "selenium", "validator", "checker", "scanner", "google-", "googleother", "feedfetcher",
        "mediapartners", "inspectiontool", "favicon", "curl/", "wget", "python", "java/", "go-http", "okhttp", "axios", "node-fetch", "undici",
        "libwww", "httpclient", "ruby", "perl", "php/", "bytedance-ads",
    ];

    // Words within the names of telephones and apps that people hold.
    private static readonly string[] _people = ["cubot"];

    /// <summary>
    /// Judges by the user agent and what the request says about itself: every browser since 1998 begins with <c>Mozilla/</c> or
    /// <c>Opera/</c>; whoever does not, or names himself a robot, is none. Who poses as a browser passes.
    /// </summary>
    public VisitKind Kind
    {
        get
        {
            if (UserAgent is not { Length: > 0 })
            {
                return VisitKind.Bot;
            }

            var agent = _people.Aggregate(UserAgent.ToLowerInvariant(), (text, word) => text.Replace(word, ""));
            return _previews.Any(agent.Contains) ? VisitKind.Preview
                : IsPrefetch || !Method.Equals("GET", StringComparison.OrdinalIgnoreCase) ? VisitKind.Preview
                : _bots.Any(agent.Contains) || !(agent.StartsWith("mozilla/") || agent.StartsWith("opera/")) ? VisitKind.Bot
                : VisitKind.Person;
        }
    }

    private bool IsPrefetch => Purpose is { } purpose
        && (purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)
            || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase));
}
