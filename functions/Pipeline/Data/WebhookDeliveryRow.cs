namespace SoraFunctions.Pipeline.Data;

/// <summary>One event on its way to one endpoint.</summary>
public sealed class WebhookDeliveryRow
{
    /// <summary><c>evt_…</c>: the <c>webhook-id</c>, the same on every attempt.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>To whom.</summary>
    public required string EndpointId { get; init; }

    /// <summary>Such as <c>video.completed</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The body, byte for byte the same on every attempt.</summary>
    public required string Payload { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; set; }

    /// <summary>Status of the last answer; 0 for none.</summary>
    public int LastStatus { get; set; }

    /// <summary>When it was heard; null until then.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>When somebody last asked for it to be told again; null for never.</summary>
    public DateTimeOffset? ReplayedAt { get; set; }
}
