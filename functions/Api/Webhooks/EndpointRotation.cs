using System.Text.Json.Serialization;

namespace SoraFunctions.Api.Webhooks;

/// <summary>The fields of <c>POST /v1/webhook_endpoints/{id}/rotate_secret</c>.</summary>
internal sealed record EndpointRotation
{
    /// <summary>The client of the Videos API writes the number by itself, which no naming policy does.</summary>
    [JsonPropertyName("keep_old_secret_active_for_24_hours")]
    public bool? KeepOldSecret { get; init; }
}
