using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Bodies;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Posting;

/// <summary>What every POST has in common: its body is read and parsed, and an <c>Idempotency-Key</c> is honoured.</summary>
internal static class Post
{
    private const string KeyHeader = "Idempotency-Key";

    public static async Task Handle(HttpContext http, Func<PostCall, CancellationToken, Task<Answer>> handler)
    {
        var cancellation = http.RequestAborted;
        var options = http.RequestServices.GetRequiredService<ApiOptions>();
        var bytes = await BodyReader.Read(http.Request, options.MaxBodyBytes, cancellation);
        var body = await BodyParser.Parse(http.Request.ContentType, bytes, cancellation);
        var answer = http.Request.Headers.TryGetValue(KeyHeader, out var keys)
            ? await Once(http, CheckKey(keys.ToString()), body, handler, cancellation)
            : await handler(new PostCall(http.Tenant(), body, Fresh(http), http), cancellation);
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.Json, cancellation);
    }

    private static async Task<Answer> Once(
        HttpContext http, string key, WireBody body, Func<PostCall, CancellationToken, Task<Answer>> handler, CancellationToken cancellation)
    {
        http.Response.Headers[KeyHeader] = key;
        var desk = http.RequestServices.GetRequiredService<IdempotencyDesk>();
        var (answer, replayed) = await desk.Run(
            http.Tenant(),
            key,
            RequestFingerprint.Of(http.Request.Path, body),
            ids => handler(new PostCall(http.Tenant(), body, ids, http), cancellation),
            cancellation);
        if (replayed)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
        }

        return answer;
    }

    private static OrderIds Fresh(HttpContext http) =>
        new(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private static string CheckKey(string key) => key.Length is >= 1 and <= 255 && key.All(letter => letter is >= '!' and <= '~')
        ? key
        : throw Refusals.Invalid(KeyHeader, "Idempotency-Key must have 1 to 255 visible ASCII characters.");
}
