using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SoraFunctions.Contract;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Http;

/// <summary>Answers what a desk fails with as status and error object.</summary>
internal sealed partial class ErrorReplies(ILogger<RenderDesk> log) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var reply = Reply(failure);
            if (reply.Status >= StatusCodes.Status500InternalServerError)
            {
                LogFailure(context.HttpContext.Request.Path, failure);
            }

            if (reply.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            {
                var wait = (failure as WorkerException)?.RetryAfter ?? TimeSpan.FromSeconds(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return Results.Json(new ErrorBody(reply.Error), DeskJson.Default.ErrorBody, statusCode: reply.Status);
        }
    }

    private static (int Status, ErrorDetail Error) Reply(Exception failure) => failure switch
    {
        JsonException json => (400, Invalid(json.Message, json.Path, "bad_json")),
        NotSupportedException kind => (400, Invalid(kind.Message, "kind", "bad_json")),
        InvalidDataException data => (400, Invalid(data.Message, null, "bad_request")),
        FileNotFoundException missing => (404, Invalid(missing.Message, "sha256", "missing_asset")),
        BadHttpRequestException bad => (bad.StatusCode, Invalid(bad.Message, null, bad.StatusCode == 413 ? "too_large" : "bad_request")),
        WorkerException { Error.Code: "unauthorized" } locked => (401, Detail(locked, "authentication_error")),
        WorkerException { Error.Code: "busy" } busy => (429, Detail(busy, "server_error")),
        WorkerException { Error.Code: "out_of_space" } full => (507, Detail(full, "server_error")),
        StoreUnavailableException away => (503, new ErrorDetail(away.Message, "server_error", null, "store_unavailable")),
        ObjectDisposedException => (503, new ErrorDetail("this replica is about to end; ask again", "server_error", null, "draining")),
        WorkerException other => (500, Detail(other, "server_error")),
        _ => (500, new ErrorDetail($"{failure.GetType().Name}: {failure.Message}", "server_error", null, "internal")),
    };

    private static ErrorDetail Invalid(string message, string? param, string code) => new(message, "invalid_request_error", param, code);

    private static ErrorDetail Detail(WorkerException failure, string type) => new(failure.Message, type, null, failure.Error.Code);

    [LoggerMessage(LogLevel.Error, "{Path} failed")]
    private partial void LogFailure(PathString path, Exception failure);
}
