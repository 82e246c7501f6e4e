using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Agents.Wire;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Agents;

/// <summary><c>/v1/agents</c>: whether and how a tenant sells through agents.</summary>
internal static class SellerRoutes
{
    private const int Page = 100;
    private const long LastSecond = 253_402_300_800;

    public static void Map(IEndpointRouteBuilder api)
    {
        var agents = api.MapGroup("/agents").Needs(Scope.Admin);
        agents.MapPost("", http => Post.Handle(http, Set));
        agents.MapGet("", async (HttpContext http, AgentSellers sellers, CancellationToken cancellation) => TypedResults.Json(
            ToWire(await sellers.Find(http.Tenant(), cancellation) ?? throw Unset(), null, http), ApiJson.Default.SellerObject));
        agents.MapGet("/orders", Orders);
        agents.MapGet("/stock", async (HttpContext http, AgentStock stock, CancellationToken cancellation) =>
            TypedResults.Json(ToWire(await stock.Of(http.Tenant(), cancellation)), ApiJson.Default.StockObject));
        agents.MapPost("/stock", http => Post.Handle(http, Count));
        agents.MapDelete("", async (HttpContext http, AgentSellers sellers, CancellationToken cancellation) => await sellers.Remove(http.Tenant(), cancellation)
            ? TypedResults.Json(new DeletedObject(http.Tenant(), "agent_seller.deleted"), ApiJson.Default.DeletedObject)
            : throw Unset());
    }

    private static async Task<Answer> Set(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<SellerWish>(call.Fields());
        var token = await call.Service<AgentSellers>().Set(call.Tenant, wish, cancellation);
        return Answer.Of(ToWire(new Seller(call.Tenant, wish.Terms()), token, call.Http), ApiJson.Default.SellerObject);
    }

    private static async Task<Answer> Count(PostCall call, CancellationToken cancellation)
    {
        var wish = StrictJson.Read<StockWish>(call.Fields());
        var stock = call.Service<AgentStock>();
        await stock.Set(call.Tenant, wish.Counts(), cancellation);
        return Answer.Of(ToWire(await stock.Of(call.Tenant, cancellation)), ApiJson.Default.StockObject);
    }

    private static StockObject ToWire(IReadOnlyDictionary<string, int> counted) =>
        new("list", [.. counted.Select(one => new StockItemObject(one.Key, one.Value))]);

    private static async Task<IResult> Orders(HttpContext http, AgentSellers sellers, AgentCheckouts checkouts, CancellationToken cancellation)
    {
        var seller = await sellers.Find(http.Tenant(), cancellation) ?? throw Unset();
        DateTimeOffset? before = !http.Request.Query.TryGetValue("before", out var text) ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw Refusals.Invalid("before", "before must be a time in seconds since 1970.");
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Json(new OrderList { Data = await checkouts.Orders(seller, before, Page, cancellation) }, AgentJson.Default.OrderList);
    }

    private static SellerObject ToWire(Seller seller, string? token, HttpContext http) =>
        new("agent_seller", seller.Terms.Name, seller.Terms.Currency, token, $"{http.Server()}/acp");

    private static ApiException Unset() => Refusals.NotFound("agents", "Nothing is sold through agents. POST /v1/agents begins to.", "agents_not_set");
}
