using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Pipeline.Engines;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Tenants;

/// <summary><c>/v1/tenant</c>, one's own settings, and <c>/v1/tenants</c>, for the operator.</summary>
internal static class TenantRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tenant", async (HttpContext http, TenantShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(await shelf.Show(await shelf.Get(http.Tenant(), cancellation), cancellation), ApiJson.Default.TenantObject)).Needs(Scope.Read);
        api.MapPut("/tenant", http => Post.Handle(http, Set)).Needs(Scope.Admin);
        api.MapPost("/tenants", http => Post.Handle(http, Create)).Needs(Scope.Admin);
        api.MapGet("/tenants/{id}", async (string id, HttpContext http, TenantShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(await shelf.Show(await shelf.GetForOperator(http.Tenant(), id, cancellation), cancellation), ApiJson.Default.TenantObject)).Needs(Scope.Admin);
        api.MapPut("/tenants/{id}/limits", http => Post.Handle(http, Limit)).Needs(Scope.Admin);
    }

    private static async Task<Answer> Set(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<TenantWish>(call.Fields());
        var desk = call.Service<TenantDesk>();
        var engines = (await call.Service<EngineDirectory>().List(call.Tenant, cancellation)).Select(engine => engine.Info.Name).ToList();
        var settings = await call.Service<TenantReader>().Read(
            wish, await desk.Settings(call.Tenant, cancellation), call.Blobs(), engines, cancellation);
        await desk.Set(call.Tenant, settings, cancellation);
        var shelf = call.Service<TenantShelf>();
        return Answer.Of(await shelf.Show(await shelf.Get(call.Tenant, cancellation), cancellation), ApiJson.Default.TenantObject);
    }

    private static async Task<Answer> Create(PostCall call, CancellationToken cancellation)
    {
        var wanted = StrictJson.Read<TenantCreate>(call.Fields());
        var (row, key, secret) = await call.Service<TenantShelf>().Create(call.Tenant, wanted, call.Ids.Next("key"), cancellation);
        return Shown(KeyObject.Of(key, secret)) with { Kept = Shown(KeyObject.Of(key)).Json };

        Answer Shown(KeyObject shown) => Answer.Of(new NewTenantObject(TenantObject.Of(row, null), shown), ApiJson.Default.NewTenantObject);
    }

    private static async Task<Answer> Limit(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<LimitsWish>(call.Fields());
        var shelf = call.Service<TenantShelf>();
        return Answer.Of(await shelf.Show(await shelf.Limit(call.Tenant, call.RouteId(), wish, cancellation), cancellation), ApiJson.Default.TenantObject);
    }
}
