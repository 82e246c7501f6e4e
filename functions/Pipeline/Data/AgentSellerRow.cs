namespace SoraFunctions.Pipeline.Data;

/// <summary>A tenant that sells through agents.</summary>
public sealed class AgentSellerRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>What agents are told: <see cref="Commerce.Agents.SellerTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>SHA-256 of the token that agents show, in hex.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Where agents hear of orders; null for nowhere.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>The secret that these are signed with, sealed; null for none.</summary>
    public string? SealedSecret { get; set; }

    /// <summary>When it was set to what it is.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}
