using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Agents;
using SoraFunctions.Api.Videos;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Ucp;
using SoraFunctions.Pipeline.Agents;

namespace SoraFunctions.Api.Ucp;

/// <summary>The business's side of the Universal Commerce Protocol, 2026-04-08: its profile, and a catalog to search and to look things up in.</summary>
internal static class UcpRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/ucp", Discover);
        var catalog = app.MapGroup("/ucp/catalog");
        catalog.MapPost("/search", http => UcpDoor.Answer(http, UcpProtocol.Search, async (seller, body, ucp) =>
            UcpSearch.Find(UcpQuestion.Search(body, seller.Terms.Currency), await Products(http, seller)) with { Ucp = ucp }));
        catalog.MapPost("/lookup", http => UcpDoor.Answer(http, UcpProtocol.Lookup, async (seller, body, ucp) =>
            UcpLookup.All(UcpQuestion.Ids(body), UcpQuestion.Prices(body, seller.Terms.Currency), await Products(http, seller)) with { Ucp = ucp }));
        catalog.MapPost("/product", http => UcpDoor.Answer(http, UcpProtocol.Lookup, async (seller, body, ucp) =>
            UcpLookup.One(UcpQuestion.Id(body), UcpQuestion.Prices(body, seller.Terms.Currency), await Products(http, seller), ucp)));
    }

    private static async Task<IResult> Discover(HttpContext http, AgentSellers sellers, CancellationToken cancellation)
    {
        if (!await sellers.AnyIsFound(cancellation))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Json(UcpProtocol.Profile(new Uri($"{http.Server()}/ucp")), UcpJson.Default.UcpProfile);
    }

    private static async Task<IReadOnlyList<FeedProduct>> Products(HttpContext http, Seller seller) =>
        (await http.RequestServices.GetRequiredService<AgentCatalog>().Feed(seller, http, http.RequestAborted)).Products;
}
