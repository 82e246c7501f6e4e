using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Agents.Wire;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Api.Agents;

/// <summary><c>/v1/agents</c>: whether and how a tenant sells through agents.</summary>
internal static class SellerRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var agents = api.MapGroup("/agents");
        agents.MapPost("", http => Post.Handle(http, Set));
        agents.MapGet("", async (HttpContext http, AgentSellers sellers, CancellationToken cancellation) => TypedResults.Json(
            ToWire(await sellers.Find(http.Tenant(), cancellation) ?? throw Unset(), null, http), ApiJson.Default.SellerObject));
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

    private static SellerObject ToWire(Seller seller, string? token, HttpContext http) =>
        new("agent_seller", seller.Terms.Name, seller.Terms.Currency, token, $"{http.Server()}/acp");

    private static ApiException Unset() => Refusals.NotFound("agents", "Nothing is sold through agents. POST /v1/agents begins to.", "agents_not_set");
}
