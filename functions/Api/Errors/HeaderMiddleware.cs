using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SoraFunctions.Api.Errors;

/// <summary>The headers that every answer of the Videos API has.</summary>
internal sealed class HeaderMiddleware(RequestDelegate next, TimeProvider time)
{
    public const string Version = "2020-10-01";

    public Task InvokeAsync(HttpContext http)
    {
        var start = time.GetTimestamp();
        var headers = http.Response.Headers;
        headers["x-request-id"] = $"req_{ActivityTraceId.CreateRandom().ToHexString()}";
        headers["openai-version"] = Version;
        headers.XContentTypeOptions = "nosniff";
        http.Response.OnStarting(() =>
        {
            var elapsed = time.GetElapsedTime(start).TotalMilliseconds;
            headers["openai-processing-ms"] = Math.Ceiling(elapsed).ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(http);
    }
}
