using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Json;
using SoraFunctions.Api.Posting;
using SoraFunctions.Api.Videos;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Api.Webhooks;

/// <summary><c>/v1/webhook_endpoints</c>.</summary>
internal static class EndpointRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var endpoints = api.MapGroup("/webhook_endpoints").Needs(Scope.Admin);
        endpoints.MapPost("", http => Post.Handle(http, Create));
        endpoints.MapGet("", List);
        endpoints.MapGet("/{id}", async (string id, HttpContext http, EndpointShelf shelf, CancellationToken cancellation) =>
            TypedResults.Json(ToWire(await shelf.Get(http.Tenant(), id, cancellation)), ApiJson.Default.EndpointObject));
        endpoints.MapPost("/{id}", http => Post.Handle(http, Update));
        endpoints.MapDelete("/{id}", Delete);
        endpoints.MapPost("/{id}/rotate_secret", http => Post.Handle(http, Rotate));
        endpoints.MapPost("/{id}/test", http => Post.Handle(http, Test));
    }

    private static async Task<IResult> List(HttpContext http, EndpointShelf shelf, CancellationToken cancellation)
    {
        var query = ListQuery.Of(http.Request);
        var found = (await shelf.List(http.Tenant(), query, cancellation)).Select(row => ToWire(row)).ToList();
        return TypedResults.Json(
            ObjectList<EndpointObject>.Page(found, query.Limit, endpoint => endpoint.Id), ApiJson.Default.ObjectListEndpointObject);
    }

    private static async Task<IResult> Delete(string id, HttpContext http, EndpointShelf shelf, CancellationToken cancellation)
    {
        await shelf.Remove(http.Tenant(), id, cancellation);
        return TypedResults.Json(new DeletedObject(id, "webhook_endpoint.deleted"), ApiJson.Default.DeletedObject);
    }

    private static async Task<Answer> Create(PostCall call, CancellationToken cancellation)
    {
        var wanted = StrictJson.Read<EndpointCreate>(call.Fields());
        var row = await call.Service<EndpointShelf>().Create(call.Tenant, call.Ids.Next("we"), wanted, cancellation);
        return Answer.Of(ToWire(row, withSecret: true), ApiJson.Default.EndpointObject);
    }

    private static async Task<Answer> Update(PostCall call, CancellationToken cancellation)
    {
        var wanted = StrictJson.Read<EndpointUpdate>(call.Fields());
        var row = await call.Service<EndpointShelf>().Update(call.Tenant, call.RouteId(), wanted, cancellation);
        return Answer.Of(ToWire(row), ApiJson.Default.EndpointObject);
    }

    private static async Task<Answer> Rotate(PostCall call, CancellationToken cancellation)
    {
        var wanted = StrictJson.Read<EndpointRotation>(call.Fields());
        var row = await call.Service<EndpointShelf>().Rotate(call.Tenant, call.RouteId(), wanted.KeepOldSecret ?? false, cancellation);
        return Answer.Of(ToWire(row, withSecret: true), ApiJson.Default.EndpointObject);
    }

    private static async Task<Answer> Test(PostCall call, CancellationToken cancellation)
    {
        var type = StrictJson.Read<EndpointTest>(call.Fields()).EventType;
        EndpointShelf.CheckEvent("event_type", type);
        var row = await call.Service<EndpointShelf>().Get(call.Tenant, call.RouteId(), cancellation);
        var id = call.Ids.Next("evt");
        var body = WebhookPayload.Of(id, type, call.Service<TimeProvider>().GetUtcNow(), call.Ids.Next("video"));
        var status = await call.Service<WebhookSender>().Send(row, id, body, cancellation);
        return status is >= 200 and <= 299
            ? Answer.Of(new EndpointTestObject(type, "webhook_endpoint.test", status, true, row.Id), ApiJson.Default.EndpointTestObject)
            : throw Refusals.Invalid(
                "url",
                status == 0 ? "The endpoint gave no answer within ten seconds." : $"The endpoint answered with status {status}; 200 to 299 is needed.",
                "webhook_test_failed");
    }

    private static EndpointObject ToWire(WebhookEndpointRow row, bool withSecret = false) => new(
        row.Id,
        "webhook_endpoint",
        row.CreatedAt.ToUnixTimeSeconds(),
        row.Name,
        row.Url,
        row.Events.Split(' '),
        $"whsec_…{row.Secret[^4..]}")
    {
        SigningSecret = withSecret ? row.Secret : null,
        DisabledAt = row.DisabledAt?.ToUnixTimeSeconds(),
    };
}
