using Microsoft.AspNetCore.Http;

namespace SoraFunctions.Api.Verify;

/// <summary>Which of the languages that verdicts are written in a caller reads.</summary>
internal static class Languages
{
    /// <summary>zh or en: what <c>Accept-Language</c> prefers (RFC 9110 section 12.5.4), English where it says nothing.</summary>
    public static string Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Select((accepted, place) => (Tag: accepted.Value.ToString().Split('-')[0].ToLowerInvariant(), accepted.Quality, place))
        .Where(accepted => accepted is { Tag: "zh" or "en", Quality: not 0 })
        .OrderByDescending(accepted => accepted.Quality ?? 1).ThenBy(accepted => accepted.place)
        .Select(accepted => accepted.Tag)
        .FirstOrDefault("en");
}
