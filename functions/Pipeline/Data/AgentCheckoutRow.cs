namespace SoraFunctions.Pipeline.Data;

/// <summary>A checkout by an agent.</summary>
public sealed class AgentCheckoutRow
{
    /// <summary><c>checkout_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whose shop.</summary>
    public required string TenantId { get; init; }

    /// <summary><see cref="Commerce.Agents.CheckoutState"/> as JSON.</summary>
    public required string State { get; set; }

    /// <summary>Rises with each change, so that of two at once one is refused.</summary>
    public required int Revision { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Until when it may be completed.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was paid; null while it is not.</summary>
    public DateTimeOffset? PaidAt { get; set; }

    /// <summary>Since when a payment is under way whose outcome is not known; null for none.</summary>
    public DateTimeOffset? PayingSince { get; set; }

    /// <summary>Whether the agent still has to hear of its order: since when; null for no more.</summary>
    public DateTimeOffset? UntoldSince { get; set; }
}
