namespace SoraFunctions.Pipeline.Data;

/// <summary>Who wants to hear of finished videos.</summary>
public sealed class WebhookEndpointRow
{
    /// <summary>Such as <c>we_3f…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Absolute http or https address.</summary>
    public required string Url { get; set; }

    /// <summary>What a person calls it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Types that are sent, separated by blanks.</summary>
    public required string Events { get; set; }

    /// <summary>Signing secret, <c>whsec_</c> and base64.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before the last rotation; null for none.</summary>
    public string? OldSecret { get; set; }

    /// <summary>Until when the old secret signs too.</summary>
    public DateTimeOffset? OldSecretExpiresAt { get; set; }

    /// <summary>Since when it is told nothing, because it answered 410 (Gone); null while it is.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
