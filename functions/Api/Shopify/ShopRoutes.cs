using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Shops.Catalogs;
using SoraFunctions.Pipeline.Shops.Installs;

namespace SoraFunctions.Api.Shopify;

/// <summary><c>/v1/shopify</c>: the shops of a tenant, and how the app comes into them.</summary>
internal static class ShopRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var shopify = api.MapGroup("/shopify").Needs(Scope.Read);
        shopify.MapPost("/installs", http => Post.Handle(http, Install)).Needs(Scope.Admin);
        shopify.MapGet("/shops", async (HttpContext http, ShopShelf shelf, CancellationToken cancellation) =>
        {
            var found = await shelf.List(http.Tenant(), cancellation);
            return TypedResults.Json(ObjectList<ShopObject>.Page(found, found.Count, shop => shop.Id), ApiJson.Default.ObjectListShopObject);
        });
        shopify.MapGet("/shops/{id}", async (string id, HttpContext http, ShopShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(await shelf.Get(http.Tenant(), id, cancellation), ApiJson.Default.ShopObject));
        shopify.MapGet("/shops/{id}/products", Products);
        shopify.MapPost("/shops/{id}/backfill", http => Post.Handle(http, BackFill)).Needs(Scope.Campaign);
        shopify.MapGet("/data_requests", async (HttpContext http, ShopShelf shelf, CancellationToken cancellation) =>
        {
            var found = await shelf.DataRequests(http.Tenant(), cancellation);
            return TypedResults.Json(ObjectList<DataRequestObject>.Page(found, found.Count, one => one.Id), ApiJson.Default.ObjectListDataRequestObject);
        });
    }

    private static async Task<IResult> Products(string id, HttpContext http, ShopShelf shelf, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        var found = await shelf.Products(http.Tenant(), id, query.After, query.Limit, cancellation);
        return TypedResults.Json(ObjectList<ShopProductObject>.Page(found, query.Limit, product => product.Id), ApiJson.Default.ObjectListShopProductObject);
    }

    private static async Task<Answer> Install(PostCall call, CancellationToken cancellation)
    {
        ShopifyApp.Check(call.Http.RequestServices);
        var wanted = StrictJson.Read<InstallCreate>(call.Fields());
        var url = await call.Service<InstallDesk>().Begin(call.Tenant, wanted.Shop, wanted.Publish ?? true, wanted.Results ?? false, cancellation);
        return Answer.Of(new InstallObject("shopify.install", wanted.Shop.ToLowerInvariant(), url), ApiJson.Default.InstallObject);
    }

    private static async Task<Answer> BackFill(PostCall call, CancellationToken cancellation)
    {
        var shop = await call.Service<ShopShelf>().Row(call.Tenant, call.RouteId(), cancellation);
        ShopifyApp.Check(call.Http.RequestServices);
        return shop.SealedToken is null
            ? throw Refusals.Conflict("shop_id", $"The app is not installed in '{shop.Domain}' any more.", "shop_not_installed")
            : Answer.Of(
                new BackFillObject("shopify.backfill", shop.Domain, await call.Service<CatalogDesk>().BackFill(shop.Domain, cancellation)),
                ApiJson.Default.BackFillObject);
    }
}
