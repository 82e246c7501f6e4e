using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace SoraFunctions.Api.Verify;

/// <summary>The page for people: one document that asks nobody else for anything, and may not by its policy.</summary>
internal static partial class VerifyPage
{
    private static readonly string _style = Read("verify.css");
    private static readonly string _script = Read("verify.js");
    private static readonly Dictionary<string, string> _pages = Pages();

    private static readonly string _policy =
        $"default-src 'none'; style-src '{Hash(_style)}'; script-src '{Hash(_script)}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
        var frame = Read("verify.html");
        using var words = JsonDocument.Parse(Read("words.json"));
        return words.RootElement.EnumerateObject().ToDictionary(language => language.Name, language => Blank().Replace(frame, blank => blank.Groups[1].Value switch
        {
            "lang" => language.Name,
            "style" => _style,
            "script" => _script,
            "words" => language.Value.GetRawText(),
            "keyOpen" => blank.Value,
            var word => WebUtility.HtmlEncode(language.Value.GetProperty(word).GetString())!,
        }));
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(VerifyPage).Assembly.GetManifestResourceStream($"verify/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks {name}."));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Blank();
}
