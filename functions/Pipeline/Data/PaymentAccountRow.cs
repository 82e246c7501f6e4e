namespace SoraFunctions.Pipeline.Data;

/// <summary>A tenant's account at Stripe.</summary>
public sealed class PaymentAccountRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Its key, sealed.</summary>
    public required string SealedKey { get; set; }

    /// <summary>The secret that its webhooks are signed with, sealed.</summary>
    public required string SealedSecret { get; set; }

    /// <summary>The last characters of the key, for people to tell keys apart.</summary>
    public required string KeyHint { get; set; }

    /// <summary>Up to when its sessions were read.</summary>
    public required DateTimeOffset ReadUntil { get; set; }

    /// <summary>The last session that was read where not all were read at once; null when all were.</summary>
    public string? ReadAfter { get; set; }

    /// <summary>When the reading began that <see cref="ReadAfter"/> goes on with; null when all were read.</summary>
    public DateTimeOffset? ReadSince { get; set; }

    /// <summary>When it was set to what it is.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}
