using System.Text.Json.Serialization;

namespace SoraFunctions.Api.Webhooks;

/// <summary>A webhook endpoint on the wire; its secret is there only when it is new.</summary>
internal sealed record EndpointObject(
    string Id,
    string Object,
    long CreatedAt,
    string Name,
    string Url,
    IReadOnlyList<string> EventTypes,
    string SigningSecretHint)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SigningSecret { get; init; }

    /// <summary>When it was disabled, because it answered 410 (Gone).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? DisabledAt { get; init; }
}
