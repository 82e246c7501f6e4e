using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Pipeline.Shops.Installs;

namespace SoraFunctions.Api.Shopify;

/// <summary><c>GET /v1/shopify/callback</c>: where a merchant comes back to who has allowed the app.</summary>
internal static class CallbackRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/v1/shopify/callback", Finish);

    private static async Task<IResult> Finish(HttpContext http, InstallDesk desk, CancellationToken cancellation)
    {
        ShopifyApp.Check(http.RequestServices);
        var query = http.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        var shop = await desk.Finish(query, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.Text(Page(shop.Domain), "text/html; charset=utf-8");
    }

    private static string Page(string shop) => $$"""
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Installed</title>
        <style>body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem;color:#1d1d1f}h1{font-size:1.6rem;margin:0 0 .5rem}</style>
        <h1>Installed in {{WebUtility.HtmlEncode(shop)}}</h1><p>New and changed products get their videos from now on. You can close this page.</p></html>
        """;
}
