using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Commerce.Players;
using SoraFunctions.Commerce.Structured;

namespace SoraFunctions.Api.Player;

/// <summary>The player of linked videos, and what other players, pages and search engines ask about them.</summary>
internal static class PlayerRoutes
{
    /// <summary>Videos that one sitemap holds here, the newest.</summary>
    private const int MostInSitemap = 5_000;
    private const int LongestTag = 2048;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/player.js", PlayerPage.Script);
        app.MapGet("/player/{code}", PlayerPage.Show);
        app.MapGet("/player/{code}/facts", Facts);
        app.MapGet("/vast/{code}", Vast);
        app.MapGet("/vast/{code}/wrapper", Wrapper);
        app.MapGet("/oembed", Embed);
        app.MapGet("/v1/sitemap", Sitemap).WithMetadata(new NeedsKey()).Needs(Scope.Read);
    }

    private static async Task<IResult> Facts(string code, HttpContext http, LinkedVideos videos, CancellationToken cancellation)
    {
        var video = await videos.Find(code, http, cancellation);
        Open(http);
        return TypedResults.Json(video.Player, ApiJson.Default.PlayerFacts);
    }

    private static async Task<IResult> Vast(string code, HttpContext http, LinkedVideos videos, CancellationToken cancellation)
    {
        var video = await videos.Find(code, http, cancellation);
        Open(http);
        return TypedResults.Text(VastDocument.Of(video.Ad), "application/xml; charset=utf-8");
    }

    /// <summary>Counts an advert that another server shows. The address of that one comes with the question and goes back to who asked, nowhere else.</summary>
    private static async Task<IResult> Wrapper(string code, HttpContext http, LinkedVideos videos, CancellationToken cancellation)
    {
        var tag = http.Request.Query["tag"].ToString();
        if (tag.Length > LongestTag || !Uri.TryCreate(tag, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0)
        {
            throw Refusals.Invalid("tag", $"tag must be the https address of the wrapped advert's VAST document, at most {LongestTag} characters.");
        }

        var video = await videos.Find(code, http, cancellation);
        Open(http);
        return TypedResults.Text(VastDocument.Around(video.Ad, address), "application/xml; charset=utf-8");
    }

    private static async Task<IResult> Embed(HttpContext http, LinkedVideos videos, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        if (query.TryGetValue("format", out var format) && format != "json")
        {
            throw Refusals.NotMade("format", "format must be json.");
        }

        var code = Uri.TryCreate(query["url"].ToString(), UriKind.Absolute, out var address)
            && address.Segments is ["/", "player/" or "l/", var last] ? last.TrimEnd('/') : null;
        var video = await videos.Find(code ?? throw Refusals.Invalid("url", "url must be the address of a player of this server."), http, cancellation);
        Open(http);
        return TypedResults.Text(OEmbed.Of(video.Facts, Side(query, "maxwidth"), Side(query, "maxheight")), "application/json; charset=utf-8");
    }

    private static async Task<IResult> Sitemap(HttpContext http, LinkedVideos videos, CancellationToken cancellation)
    {
        var found = await videos.List(http.Tenant(), MostInSitemap, http, cancellation);
        return TypedResults.Text(VideoSitemap.Of([.. found.Select(video => video.Facts)]), "application/xml; charset=utf-8");
    }

    private static int? Side(IQueryCollection query, string name) => !query.TryGetValue(name, out var text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side > 0 ? side
        : throw Refusals.Invalid(name, $"{name} must be a whole number of pixels.");

    private static void Open(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "public, max-age=300";
    }
}
