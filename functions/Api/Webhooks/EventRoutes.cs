using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Sales.Wire;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api.Webhooks;

/// <summary><c>/v1/webhook_endpoints/{id}/deliveries</c>: what an endpoint was told, what it never heard, and telling it again.</summary>
internal static class EventRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/webhook_endpoints/{id}/deliveries").Needs(Scope.Admin);
        deliveries.MapGet("", List);
        deliveries.MapPost("/{delivery}/replay", http => Post.Handle(http, Replay));
    }

    private static async Task<IResult> List(string id, HttpContext http, DeliveryShelf shelf, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        WebhookState? state = http.Request.Query["status"].FirstOrDefault() is { } word ? EnumWord.Read<WebhookState>("status", word) : null;
        var found = await shelf.List(http.Tenant(), id, state, query, cancellation);
        return TypedResults.Json(ObjectList<DeliveryObject>.Page(found, query.Limit, one => one.Id), ApiJson.Default.ObjectListDeliveryObject);
    }

    private static async Task<Answer> Replay(PostCall call, CancellationToken cancellation)
    {
        var delivery = (string)call.Http.GetRouteValue("delivery")!;
        var (row, endpoint) = await call.Service<DeliveryShelf>().Get(call.Tenant, call.RouteId(), delivery, cancellation);
        if (endpoint.DisabledAt is not null)
        {
            throw Refusals.Conflict("webhook_endpoint_id", "The endpoint is disabled, because it answered 410 (Gone). Give it a new url first.", "webhook_endpoint_disabled");
        }

        await call.Service<WebhookReplay>().Begin(row, cancellation);
        return Answer.Of(DeliveryObject.Of(row, WebhookStates.Of(row, endpoint, call.Service<TimeProvider>().GetUtcNow())), ApiJson.Default.DeliveryObject);
    }
}
