using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Authentication;

/// <summary>A key on the wire; its secret is there only when it is new.</summary>
internal sealed record KeyObject(
    string Id,
    string Object,
    string? Name,
    string? Member,
    IReadOnlyList<string> Scopes,
    string RedactedValue,
    long CreatedAt,
    long? ExpiresAt,
    long? LastUsedAt,
    long? RevokedAt,
    string? ReplacedBy,
    int? RequestsPerMinute,
    int? ConcurrentRequests)
{
    /// <summary>The key itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    public static KeyObject Of(ApiKeyRow row, string? secret = null) => new(
        row.Id,
        "api_key",
        row.Name,
        row.Member,
        Authentication.Scopes.Words(Authentication.Scopes.OfRow(row.Scopes)),
        $"{row.Prefix ?? "sk-sora-"}…{row.Hint}",
        row.CreatedAt.ToUnixTimeSeconds(),
        row.ExpiresAt?.ToUnixTimeSeconds(),
        row.LastUsedAt?.ToUnixTimeSeconds(),
        row.RevokedAt?.ToUnixTimeSeconds(),
        row.ReplacedBy,
        row.MostPerMinute,
        row.MostAtOnce)
    {
        Value = secret,
    };
}
