using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Http;

/// <summary>The desk over HTTP.</summary>
public static class DeskEndpoints
{
    /// <summary>Maps assets, renders, health, readiness and metrics. The last three need no token.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="desk">What answers.</param>
    /// <param name="http">Token and limits.</param>
    /// <returns>The same routes.</returns>
    public static IEndpointRouteBuilder MapRenderDesk(this IEndpointRouteBuilder routes, RenderDesk desk, DeskHttp http)
    {
        var stopping = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

        routes.MapGet("/healthz", () => Results.Text("ok"));
        routes.MapGet("/readyz", () =>
        {
            var readiness = Readiness.Of(desk);
            return Results.Json(readiness, DeskJson.Default.Readiness, statusCode: readiness.Ready ? 200 : 503);
        });

        routes.MapGet("/metrics", () => Results.Text(desk.Metrics(), "text/plain; version=0.0.4; charset=utf-8"));

        var group = routes.MapGroup("").AddEndpointFilter(new ErrorReplies(routes.ServiceProvider.GetRequiredService<ILogger<RenderDesk>>()));
        var token = http.Token is { Length: > 0 } given ? given : null;
        if (token is not null || http.Identities is not null)
        {
            group.AddEndpointFilter(new BearerGuard(token, http.Identities is { } rules ? new IdentityTokens(rules) : null));
        }

        group.MapGet("/engines", async (CancellationToken cancellation) =>
            Results.Json(await desk.Engines(cancellation), ContractJson.Default.IReadOnlyListEngineInfo));

        group.MapPut("/assets/{sha256}", async (string sha256, HttpContext context) =>
        {
            Limit(context, http.AssetLimit);
            var known = await desk.Has(sha256, context.RequestAborted);
            await desk.Put(sha256, context.Request.Body, context.RequestAborted);
            return known ? Results.NoContent() : Results.Created($"/assets/{sha256}", null);
        });

        group.MapMethods("/assets/{sha256}", ["GET", "HEAD"], async (string sha256, HttpContext context) =>
        {
            var content = await desk.Open(sha256, context.RequestAborted);
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Stream(
                content, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
        });

        group.MapDelete("/assets/{sha256}", async (string sha256, HttpContext context) =>
        {
            await desk.Forget(sha256, context.RequestAborted);
            return Results.NoContent();
        });

        group.MapPut("/renders/{key}", async (string key, HttpContext context) =>
        {
            Limit(context, http.JobLimit);
            var job = await JsonSerializer.DeserializeAsync(context.Request.Body, ContractJson.Default.RenderJob, context.RequestAborted)
                ?? throw new InvalidDataException("the body must be a job, not null");
            var status = await desk.Submit(key, job, TurnHeaders.Read(context.Request.Headers), context.RequestAborted);
            return Answer(status, status.State is RenderState.Queued or RenderState.Running ? 202 : 200);
        });

        group.MapGet("/renders/{key}", async (string key, string? wait, string? seen, HttpContext context) =>
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            var patience = TimeSpan.FromSeconds(Number("wait", wait, RenderDesk.LongestWait.TotalSeconds));
            var known = Number("seen", seen, 1);
            RenderStatus? status;
            try
            {
                status = await desk.Status(key, known, patience, either.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                status = await desk.Status(key, -1, TimeSpan.Zero, context.RequestAborted);
            }

            return status is null ? NoJob("unknown_job", $"no job is known by key '{key}'; submit it") : Answer(status, 200);
        });

        group.MapGet("/renders/{key}/preview", async (string key, HttpContext context) =>
            await desk.Preview(key, context.RequestAborted) switch
            {
                { Picture: { } picture } => Results.Bytes(picture, "image/jpeg"),
                { Withheld: var why } => NoJob("preview_withheld", $"the preview of the job '{key}' may not be shown: {why}"),
                null => NoJob("no_preview", $"there is no preview of a job by key '{key}'"),
            });

        group.MapDelete("/renders/{key}", async (string key, HttpContext context) =>
        {
            await desk.Cancel(key, context.RequestAborted);
            return Results.NoContent();
        });

        return routes;
    }

    private static IResult Answer(RenderStatus status, int code) =>
        Results.Json(status, ContractJson.Default.RenderStatus, statusCode: code);

    private static IResult NoJob(string code, string message) => Results.Json(
        new ErrorBody(new ErrorDetail(message, "invalid_request_error", "key", code)),
        DeskJson.Default.ErrorBody,
        statusCode: 404);

    private static double Number(string name, string? text, double most) => text is null ? 0
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new InvalidDataException($"{name} must be a decimal number from 0 to {most}, not '{text}'");

    private static void Limit(HttpContext context, long bytes)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytes;
        }
    }
}
