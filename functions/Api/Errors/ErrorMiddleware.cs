using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api.Json;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights;

namespace SoraFunctions.Api.Errors;

/// <summary>Makes an error object of everything that goes wrong, and of every refusal that ASP.NET Core gives with an empty body.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentType: null } or { StatusCode: 416 })
            {
                await Write(http, OfStatus(http.Response.StatusCode, http.Request));
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await Write(http, OfFault(fault, http));
        }
    }

    private ApiException OfFault(Exception fault, HttpContext http)
    {
        switch (fault)
        {
            case ApiException known:
                return known;
            case RequestException { Errors: [{ Field: { } field, Code: RequestErrorCodes.PolicyViolation } refused, ..] }:
                return Refusals.Policy(field, refused.Message);
            case RequestException bad:
                var first = bad.Errors[0];
                return Refusals.Invalid(first.Field, string.Join(" ", bad.Errors.Take(5).Select(error => error.Message)), first.Code);
            case QuotaExceededException used:
                var time = (TimeProvider?)http.RequestServices.GetService(typeof(TimeProvider)) ?? TimeProvider.System;
                return Refusals.UsedUp(used, used.Until - time.GetUtcNow());
            case HolderChangedException changed:
                return Refusals.Conflict("revision", changed.Message, "rights_holder_changed");
            case BadHttpRequestException bad:
                return OfStatus(bad.StatusCode, http.Request);
            default:
                Failed(log, fault, http.Request.Method, http.Request.Path);
                return OfStatus(StatusCodes.Status500InternalServerError, http.Request);
        }
    }

    private static ApiException OfStatus(int status, HttpRequest request)
    {
        var (message, code) = status switch
        {
            404 => ($"There is nothing at {request.Path}.", "not_found"),
            405 => ($"{request.Method} is not allowed at {request.Path}.", "method_not_allowed"),
            413 => ("The body is larger than is taken.", "request_too_large"),
            415 => ("This Content-Type is not taken.", "unsupported_media_type"),
            416 => ("The range lies outside of the content.", "range_not_satisfiable"),
            >= 500 => ("Something went wrong on our side. The request id is in the header x-request-id.", "server_error"),
            _ => ("The request can't be understood.", "bad_request"),
        };
        return new ApiException(status, new ApiError(message, status >= 500 ? "server_error" : "invalid_request_error", null, code));
    }

    private static async Task Write(HttpContext http, ApiException refusal)
    {
        var response = http.Response;
        response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (refusal.Wait is { } wait)
        {
            response.Headers["retry-after-ms"] = Math.Ceiling(wait.TotalMilliseconds).ToString("0", CultureInfo.InvariantCulture);
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        }

        if (refusal.ShouldRetry is { } retry)
        {
            response.Headers["x-should-retry"] = retry ? "true" : "false";
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new ErrorBody(refusal.Error), ApiJson.Default.ErrorBody);
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(body);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void Failed(ILogger log, Exception fault, string method, string path);
}
