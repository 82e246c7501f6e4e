namespace SoraFunctions.Pipeline.Data;

/// <summary>What the log of sales tells of an order so far. It follows from the log, and can be counted anew from it at any time.</summary>
public sealed class SaleOrderRow
{
    /// <summary>Whose sale.</summary>
    public required string TenantId { get; init; }

    /// <summary>The order; of several names, the first by alphabet.</summary>
    public required string Order { get; init; }

    /// <summary>When it was first paid; null where nobody has.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>What was paid, in the currency's smallest coin.</summary>
    public long PaidUnits { get; init; }

    /// <summary>What was given back of that.</summary>
    public long RefundedUnits { get; init; }

    /// <summary>ISO 4217 code, upper case; null where nobody has paid.</summary>
    public string? Currency { get; init; }

    /// <summary>What may have led to it: a JSON array of <see cref="Commerce.Attribution.Evidence"/>.</summary>
    public required string Evidence { get; init; }

    /// <summary>Refunds that can't be taken off: a JSON array; null for none.</summary>
    public string? Unbooked { get; init; }
}
