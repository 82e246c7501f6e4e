using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Structured;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Api.Player;

/// <summary>The page that plays one video, alone or in a frame of another page, and the element that it and other pages use.</summary>
internal static partial class PlayerPage
{
    private static readonly string _frame = Read("player.html");
    private static readonly string _style = Read("player.css");
    private static readonly string _script = Read("player.js");

    /// <summary>The element: one script without dependencies, for any page.</summary>
    public static IResult Script(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Text(_script, "text/javascript; charset=utf-8");
    }

    /// <summary>The page. It loads nothing from elsewhere, and may not by its policy.</summary>
    public static async Task<IResult> Show(string code, HttpContext http, LinkedVideos videos, CancellationToken cancellation)
    {
        var video = await videos.Find(code, http, cancellation);
        string Filled(string text, Func<string, string> word) => Blank().Replace(text, blank => word(blank.Groups[1].Value));
        var style = Filled(_style, word => word == "width" ? Number(video.Size.Width) : Number(video.Size.Height));
        var page = Filled(_frame, word => word switch
        {
            "style" => style,
            "cards" => PlayerCards.Of(video.Facts),
            "jsonld" => StructuredData.ScriptElement(JsonSerializer.Serialize(video.Document.JsonLd, CommerceJson.Default.JsonElement)),
            _ => WebUtility.HtmlEncode(word switch
            {
                "lang" => video.Document.Video?.Language ?? "und",
                "title" => video.Title,
                "page" => video.Page.AbsoluteUri,
                "oembed" => $"{video.Server}/oembed?url={Uri.EscapeDataString(video.Page.AbsoluteUri)}",
                "code" => video.Link.Code,
                "width" => Number(video.Size.Width),
                "height" => Number(video.Size.Height),
                "poster" => video.File(OutputNames.Poster).AbsoluteUri,
                "video" => video.File(OutputNames.Video).AbsoluteUri,
                _ => throw new InvalidOperationException($"The page has no {word}."),
            }),
        });
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{Hash(style)}'; script-src 'self'; connect-src 'self'; img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'";
        headers.CacheControl = "public, max-age=300";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return TypedResults.Text(page, "text/html; charset=utf-8");
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PlayerPage).Assembly.GetManifestResourceStream($"player/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks {name}."));
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n');
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Blank();
}
