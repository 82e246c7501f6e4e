using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Pages;

namespace SoraFunctions.Api.Verify;

/// <summary>The page for people: one document that asks nobody else for anything, and may not by its policy.</summary>
internal static class VerifyPage
{
    private static readonly string _style = PageText.Read("verify/verify.css");
    private static readonly string _script = PageText.Read("verify/verify.js");
    private static readonly Dictionary<string, string> _pages = Pages();

    private static readonly string _policy =
        $"default-src 'none'; style-src '{PageText.Hash(_style)}'; script-src '{PageText.Hash(_script)}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary><c>GET /verify</c>.</summary>
    public static IResult Show(HttpContext http, ApiOptions options)
    {
        var language = Languages.Of(http.Request);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.ContentLanguage = language;
        headers.CacheControl = "no-cache";
        headers.Vary = "Accept-Language";
        headers["Referrer-Policy"] = "no-referrer";
        var page = _pages[language]
            .Replace("{{keyOpen}}", options.OpenVerification ? "" : "open", StringComparison.Ordinal)
            .Replace("{{size}}", (options.MaxVerifiedBytes >> 20).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return TypedResults.Text(page, "text/html; charset=utf-8");
    }

    private static Dictionary<string, string> Pages()
    {
        var frame = PageText.Read("verify/verify.html");
        using var words = JsonDocument.Parse(PageText.Read("verify/words.json"));
        return words.RootElement.EnumerateObject().ToDictionary(language => language.Name, language => PageText.Filled(frame, blank => blank switch
        {
            "lang" => language.Name,
            "style" => _style,
            "script" => _script,
            "words" => language.Value.GetRawText(),
            "keyOpen" => "{{keyOpen}}",
            var word => WebUtility.HtmlEncode(language.Value.GetProperty(word).GetString())!,
        }));
    }
}
