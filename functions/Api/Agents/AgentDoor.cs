using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Bodies;
using SoraFunctions.Api.Errors;
using SoraFunctions.Api.Posting;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Pipeline.Agents;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Agents;

/// <summary>
/// What every call of the Agentic Commerce Protocol has in common: a token, a version, a key of idempotency for what is posted, and errors in the
/// protocol's own shape.
/// </summary>
internal static class AgentDoor
{
    public const string Version = "2026-04-17";

    private const string Scheme = "Bearer ";
    private const long MostBytes = 1 << 20;

    /// <summary>A call that only reads.</summary>
    public static Task Read(HttpContext http, Func<Seller, CancellationToken, Task<string>> answer) =>
        Guarded(http, async () => await Write(http, StatusCodes.Status200OK, await answer(await Enter(http), http.RequestAborted)));

    /// <summary>A call that makes or changes something, once for each key.</summary>
    public static Task Post(HttpContext http, int status, Func<Seller, JsonElement, OrderIds, CancellationToken, Task<string>> answer) => Guarded(http, async () =>
    {
        var cancellation = http.RequestAborted;
        var seller = await Enter(http);
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
        {
            throw AgentFault.Invalid("idempotency_key_required", "The header Idempotency-Key is required.");
        }

        if (key.Length > 255 || !key.All(letter => letter is >= '!' and <= '~'))
        {
            throw AgentFault.Invalid("invalid_idempotency_key", "Idempotency-Key must have 1 to 255 visible ASCII characters.");
        }

        http.Response.Headers["Idempotency-Key"] = key;
        var bytes = await BodyReader.Read(http.Request, MostBytes, cancellation);
        var body = new WireBody(StrictJson.Parse(bytes.IsEmpty ? "{}"u8.ToArray() : bytes));
        var (given, replayed) = await http.RequestServices.GetRequiredService<IdempotencyDesk>().Run(
            seller.Tenant,
            $"acp {http.Request.Path} {key}",
            RequestFingerprint.Of(http.Request.Path, body),
            async ids => new Answer(await answer(seller, body.Fields, ids, cancellation)),
            cancellation);
        if (replayed)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
        }

        await Write(http, status, given.Json);
    });

    private static async Task<Seller> Enter(HttpContext http)
    {
        if (http.Request.Headers["Request-Id"].ToString() is { Length: > 0 and <= 255 } id && id.All(letter => letter is >= ' ' and <= '~'))
        {
            http.Response.Headers["Request-Id"] = id;
        }

        http.Response.Headers.CacheControl = "no-store";
        var header = http.Request.Headers.Authorization.ToString();
        var seller = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await http.RequestServices.GetRequiredService<AgentSellers>().Of(header[Scheme.Length..].Trim(), http.RequestAborted)
            : null;
        if (seller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            throw AgentFault.Invalid("unauthorized", "A token of this seller is needed: Authorization: Bearer at-sora-….", status: StatusCodes.Status401Unauthorized);
        }

        var version = http.Request.Headers["API-Version"].ToString();
        return version == Version ? seller : throw new AgentFault(StatusCodes.Status400BadRequest, new AgentError
        {
            Type = "invalid_request",
            Code = version.Length == 0 ? "missing_api_version" : "unsupported_api_version",
            Message = $"The header API-Version must be {Version}.",
            SupportedVersions = [Version],
        });
    }

    private static async Task Guarded(HttpContext http, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (AgentFault fault)
        {
            await Refuse(http, fault.Status, fault.Error);
        }
        catch (AgentConflictException asked) when (asked.Code == "requires_3ds")
        {
            await Refuse(http, StatusCodes.Status400BadRequest, new AgentError { Type = "invalid_request", Code = asked.Code, Message = asked.Message, Param = "$.authentication_result" });
        }
        catch (AgentConflictException conflict)
        {
            await Refuse(http, StatusCodes.Status409Conflict, new AgentError { Type = "invalid_request", Code = conflict.Code, Message = conflict.Message });
        }
        catch (RequestException bad)
        {
            await Refuse(http, StatusCodes.Status400BadRequest, new AgentError
            {
                Type = "invalid_request", Code = bad.Errors[0].Code, Message = bad.Errors[0].Message, Param = bad.Errors[0].Field is { } field ? $"$.{field}" : null,
            });
        }
        catch (ApiException refusal)
        {
            if (refusal.RetryAfter is { } seconds)
            {
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            await Refuse(http, refusal.Status, new AgentError { Type = "invalid_request", Code = refusal.Error.Code ?? "invalid", Message = refusal.Message });
        }
        catch (IOException)
        {
            await Refuse(http, StatusCodes.Status503ServiceUnavailable, new AgentError { Type = "service_unavailable", Code = "payment_unavailable", Message = "Payments can't be taken at the moment. Send the same call again." });
        }
    }

    private static Task Refuse(HttpContext http, int status, AgentError error) => Write(http, status, JsonSerializer.Serialize(error, AgentJson.Default.AgentError));

    private static Task Write(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, Encoding.UTF8, http.RequestAborted);
    }
}
