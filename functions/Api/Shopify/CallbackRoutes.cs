using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Pipeline.Shops.Installs;

namespace SoraFunctions.Api.Shopify;

/// <summary><c>GET /v1/shopify/app</c>, where a merchant comes from Shopify, and <c>/v1/shopify/callback</c>, where he comes back to who has allowed the app.</summary>
internal static class CallbackRoutes
{
    private const string Cookie = "sora_shopify_install";
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(30);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/shopify/app", Open);
        app.MapGet("/v1/shopify/callback", Finish);
    }

    /// <summary>The app's address at Shopify. Who comes from there is sent to the page on which he allows it, and comes back in the same browser.</summary>
    private static async Task<IResult> Open(HttpContext http, InstallDesk desk, ApiOptions options, CancellationToken cancellation)
    {
        ShopifyApp.Check(http.RequestServices);
        var browser = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var (shop, page) = await desk.Open(QueryOf(http), options.OperatorTenant, browser, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        if (page is null)
        {
            return Written(http, shop.Name);
        }

        // Shopify sends him back from another site, at the top of the window: that is what Lax lets pass.
        http.Response.Cookies.Append(
            Cookie, browser, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/v1/shopify", MaxAge = _kept, IsEssential = true });
        return TypedResults.Redirect(page);
    }

    private static async Task<IResult> Finish(HttpContext http, InstallDesk desk, CancellationToken cancellation)
    {
        ShopifyApp.Check(http.RequestServices);
        var shop = await desk.Finish(QueryOf(http), http.Request.Cookies[Cookie], cancellation);
        http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/v1/shopify" });
        return Written(http, shop.Domain);
    }

    private static List<KeyValuePair<string, string>> QueryOf(HttpContext http) =>
        [.. http.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))];

    private static IResult Written(HttpContext http, string shop)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.Text(Page(shop), "text/html; charset=utf-8");
    }

    private static string Page(string shop) => $$"""
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Installed</title>
        <style>body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem;color:#1d1d1f}h1{font-size:1.6rem;margin:0 0 .5rem}</style>
        <h1>Installed in {{WebUtility.HtmlEncode(shop)}}</h1><p>New and changed products get their videos from now on. You can close this page.</p></html>
        """;
}
