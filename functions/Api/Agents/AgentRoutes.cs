using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Videos;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Pipeline.Agents;

namespace SoraFunctions.Api.Agents;

/// <summary>The seller's side of the Agentic Commerce Protocol, 2026-04-17: discovery, feed, checkouts.</summary>
internal static class AgentRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/acp.json", Discover);
        var acp = app.MapGroup("/acp");
        MapCarts(acp);
        acp.MapGet("/products", http => AgentDoor.Read(http, async (seller, cancellation) =>
            JsonSerializer.Serialize(await Catalog(http).Feed(seller, http, cancellation), AgentJson.Default.FeedProducts)));
        acp.MapPost("/checkout_sessions", http => AgentDoor.Post(http, StatusCodes.Status201Created, async (seller, body, ids, cancellation) =>
        {
            var products = await Catalog(http).Products(seller, http, cancellation);
            var state = new CheckoutState
            {
                Currency = CheckoutReading.Currency(body, seller.Terms),
                Lines = Needed(CheckoutReading.Lines(body, products)),
                Evidence = [.. CheckoutReading.Evidence(body, Now(http))],
                Authenticates = CheckoutReading.Authenticates(body),
            };
            return Write(await Checkouts(http).Create(seller, ids.Next("checkout"), CheckoutReading.Over(state, body, seller.Terms), cancellation));
        }));
        acp.MapGet("/checkout_sessions/{id}", (string id, HttpContext http) => AgentDoor.Read(http, async (seller, cancellation) =>
            Write(await Checkouts(http).Get(seller, id, cancellation))));
        acp.MapPost("/checkout_sessions/{id}", (string id, HttpContext http) => AgentDoor.Post(http, StatusCodes.Status200OK, async (seller, body, _, cancellation) =>
        {
            var lines = CheckoutReading.Lines(body, await Catalog(http).Products(seller, http, cancellation));
            return Write(await Checkouts(http).Change(
                seller, id, state => CheckoutReading.Over(state with { Lines = lines ?? state.Lines }, body, seller.Terms), cancellation));
        }));
        acp.MapPost("/checkout_sessions/{id}/complete", (string id, HttpContext http) => AgentDoor.Post(http, StatusCodes.Status200OK, async (seller, body, _, cancellation) =>
            Write(await Checkouts(http).Complete(
                seller, id, CheckoutReading.Token(body), CheckoutReading.Proof(body),
                state => CheckoutReading.Over(state, body, seller.Terms) with { Evidence = [.. state.Evidence, .. CheckoutReading.Evidence(body, Now(http))] },
                cancellation))));
        acp.MapPost("/checkout_sessions/{id}/cancel", (string id, HttpContext http) => AgentDoor.Post(http, StatusCodes.Status200OK, async (seller, _, _, cancellation) =>
        {
            try
            {
                return Write(await Checkouts(http).Cancel(seller, id, cancellation));
            }
            catch (AgentConflictException conflict) when (conflict.Code != "checkout_busy")
            {
                throw AgentFault.Invalid(conflict.Code, conflict.Message, status: StatusCodes.Status405MethodNotAllowed);
            }
        }));
    }

    private static void MapCarts(IEndpointRouteBuilder acp)
    {
        acp.MapPost("/carts", http => AgentDoor.Post(http, StatusCodes.Status201Created, async (seller, body, ids, cancellation) =>
        {
            var products = await Catalog(http).Products(seller, http, cancellation);
            var state = new CheckoutState { Currency = seller.Terms.Currency, Lines = Needed(CheckoutReading.Lines(body, products)) };
            return Write(await Carts(http).Create(seller, ids.Next("cart"), CheckoutReading.Over(state, body, seller.Terms), cancellation));
        }));
        acp.MapGet("/carts/{id}", (string id, HttpContext http) => AgentDoor.Read(http, async (seller, cancellation) =>
            Write(await Carts(http).Get(seller, id, cancellation))));
        acp.MapPut("/carts/{id}", (string id, HttpContext http) => AgentDoor.Post(http, StatusCodes.Status200OK, async (seller, body, _, cancellation) =>
        {
            var lines = Needed(CheckoutReading.Lines(body, await Catalog(http).Products(seller, http, cancellation)));
            return Write(await Carts(http).Replace(seller, id, state => CheckoutReading.Over(state with { Lines = lines }, body, seller.Terms), cancellation));
        }));
        acp.MapPost("/carts/{id}/cancel", (string id, HttpContext http) => AgentDoor.Post(http, StatusCodes.Status200OK, async (seller, _, _, cancellation) =>
            Write(await Carts(http).Cancel(seller, id, cancellation))));
    }

    private static async Task<IResult> Discover(HttpContext http, AgentSellers sellers, CancellationToken cancellation)
    {
        if (!await sellers.Any(cancellation))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Json(
            new DiscoveryDocument { ApiBaseUrl = $"{http.Server()}/acp", Capabilities = new DiscoveryCapabilities { Services = ["checkout", "carts"], InterventionTypes = ["3ds"] } },
            AgentJson.Default.DiscoveryDocument);
    }

    private static AgentCatalog Catalog(HttpContext http) => http.RequestServices.GetRequiredService<AgentCatalog>();

    private static AgentCheckouts Checkouts(HttpContext http) => http.RequestServices.GetRequiredService<AgentCheckouts>();

    private static AgentCarts Carts(HttpContext http) => http.RequestServices.GetRequiredService<AgentCarts>();

    private static IReadOnlyList<CheckoutLine> Needed(IReadOnlyList<CheckoutLine>? lines) =>
        lines ?? throw AgentFault.Invalid("missing", "line_items is required.", "$.line_items");

    private static string Write(AgentCart? cart) => cart is null
        ? throw AgentFault.Invalid("not_found", "There is no such cart.", status: StatusCodes.Status404NotFound)
        : JsonSerializer.Serialize(cart, AgentJson.Default.AgentCart);

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private static string Write(AgentSession? session) => session is null
        ? throw AgentFault.Invalid("not_found", "There is no such checkout.", status: StatusCodes.Status404NotFound)
        : JsonSerializer.Serialize(session, AgentJson.Default.AgentSession);
}
