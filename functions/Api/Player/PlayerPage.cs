using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Pages;
using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Structured;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Api.Player;

/// <summary>The page that plays one video, alone or in a frame of another page, and the element that it and other pages use.</summary>
internal static class PlayerPage
{
    private static readonly string _frame = PageText.Read("player/player.html");
    private static readonly string _style = PageText.Read("player/player.css");
    private static readonly string _script = PageText.Read("player/player.js");

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
        var style = PageText.Filled(_style, word => word == "width" ? Number(video.Size.Width) : Number(video.Size.Height));
        var page = PageText.Filled(_frame, word => word switch
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
            $"default-src 'none'; style-src '{PageText.Hash(style)}'; script-src 'self'; connect-src 'self'; img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'";
        headers.CacheControl = "public, max-age=300";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        return TypedResults.Text(page, "text/html; charset=utf-8");
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
