using System.Globalization;
using Microsoft.AspNetCore.Http;
using SoraFunctions.Pipeline.Quotas;

namespace SoraFunctions.Api.Errors;

/// <summary>Every refusal that more than one endpoint gives.</summary>
internal static class Refusals
{
    private const string Request = "invalid_request_error";

    public static ApiException Invalid(string? param, string message, string code = "invalid_value") =>
        new(StatusCodes.Status400BadRequest, new ApiError(message, Request, param, code));

    public static ApiException NoKey(string message, string code = "invalid_api_key") =>
        new(StatusCodes.Status401Unauthorized, new ApiError(message, "authentication_error", null, code));

    public static ApiException Forbidden(IReadOnlyList<string> needed, IReadOnlyList<string> has) => new(
        StatusCodes.Status403Forbidden,
        new ApiError(
            $"This API key may not do that: it has the scope {string.Join(", ", has)}, and one of these is needed: {string.Join(", ", needed.Append("admin").Distinct())}.",
            "permission_error", null, "insufficient_scope"));

    public static ApiException NotFound(string param, string message, string code = "not_found") =>
        new(StatusCodes.Status404NotFound, new ApiError(message, Request, param, code));

    public static ApiException Gone(string param, string message, string code) =>
        new(StatusCodes.Status410Gone, new ApiError(message, Request, param, code));

    public static ApiException Conflict(string param, string message, string code) =>
        new(StatusCodes.Status409Conflict, new ApiError(message, Request, param, code)) { ShouldRetry = false };

    public static ApiException InFlight() => new(
        StatusCodes.Status409Conflict,
        new ApiError("A request with this Idempotency-Key is still being answered. Ask again shortly.", "idempotency_error", "Idempotency-Key", "idempotency_in_flight"))
    {
        RetryAfter = 1,
    };

    public static ApiException OtherBody() => new(
        StatusCodes.Status422UnprocessableEntity,
        new ApiError("This Idempotency-Key was used for another request. Take a new key, or send the same body to the same path.", "idempotency_error", "Idempotency-Key", "idempotency_conflict"));

    public static ApiException TooLarge(long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        new ApiError(string.Create(CultureInfo.InvariantCulture, $"The body is larger than {limit} bytes, which is the most that is taken."), Request, null, "request_too_large"));

    public static ApiException OtherMediaType(string? got) => new(
        StatusCodes.Status415UnsupportedMediaType,
        new ApiError($"Content-Type must be application/json or multipart/form-data with a boundary; it is {got ?? "missing"}.", Request, "Content-Type", "unsupported_media_type"));

    /// <summary>Too many requests: asked again after the wait, it may go well.</summary>
    public static ApiException Limited(string code, string message, TimeSpan wait) => new(
        StatusCodes.Status429TooManyRequests, new ApiError(message, "rate_limit_error", null, code))
    {
        Wait = wait,
    };

    /// <summary>A quota is used up: clients are told not to try again by themselves.</summary>
    public static ApiException UsedUp(QuotaExceededException used, TimeSpan wait) => new(
        StatusCodes.Status429TooManyRequests, new ApiError(used.Message, "insufficient_quota", null, used.Code))
    {
        Wait = wait,
        ShouldRetry = false,
    };

    /// <summary>Only the operator may do that.</summary>
    public static ApiException Operator(string deed = "make tenants") => new(
        StatusCodes.Status403Forbidden,
        new ApiError($"Only the tenant that SORA_OPERATOR_TENANT names may {deed}.", "permission_error", null, "operator_only"));

    /// <summary>The tenant's own policy is against it.</summary>
    public static ApiException Policy(string param, string message) => new(
        StatusCodes.Status403Forbidden, new ApiError(message, "permission_error", param, "policy_violation"));

    /// <summary>Nobody can do it now.</summary>
    public static ApiException NoWorker(string message) => new(
        StatusCodes.Status503ServiceUnavailable, new ApiError(message, "server_error", null, "worker_unavailable"))
    {
        RetryAfter = 10,
    };

    public static ApiException NotMade(string param, string message) => new(
        StatusCodes.Status501NotImplemented,
        new ApiError(message, "server_error", param, "not_implemented"))
    {
        ShouldRetry = false,
    };
}
