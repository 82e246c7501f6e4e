using System.Text.Json.Serialization;
using SoraFunctions.Commerce.Attribution;

namespace SoraFunctions.Commerce.Agents;

/// <summary>What is kept of a checkout; all that is shown follows from it.</summary>
public sealed record CheckoutState
{
    /// <summary>ISO 4217 code, upper case.</summary>
    public required string Currency { get; init; }

    /// <summary>What is bought: lines as they were when they were put in, so that a price that changes does not change under a buyer.</summary>
    public required IReadOnlyList<CheckoutLine> Lines { get; init; }

    /// <summary>Who buys; null while unknown.</summary>
    public AgentBuyer? Buyer { get; init; }

    /// <summary>To whom it is sent; null while unknown.</summary>
    public AgentFulfillment? Fulfillment { get; init; }

    /// <summary>How it is sent; null for the first way.</summary>
    public string? Shipping { get; init; }

    /// <summary>What an agent said of who led to it, at the beginning and at the end. Never shown.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The discount codes that were sent, as they were.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Whether the agent can have a buyer authenticated by his bank.</summary>
    public bool Authenticates { get; init; }

    /// <summary>The payment that waits for the buyer's bank; null for none.</summary>
    public AskedAuthentication? Asked { get; init; }

    /// <summary>What the lines come to, smallest coins.</summary>
    [JsonIgnore]
    public long ItemsAmount => Lines.Aggregate(0L, (sum, line) => checked(sum + line.Amount));

    /// <summary>Why the last payment did not go through; null for nothing.</summary>
    public AgentMessage? Declined { get; init; }

    /// <summary>Whether it was given up.</summary>
    public bool Canceled { get; init; }

    /// <summary>The payment that is under way, or whose outcome is not known, by its key at Stripe; null for none. Until it is known nothing else may be done.</summary>
    public string? Paying { get; init; }

    /// <summary>The payment; null while unpaid.</summary>
    public string? Payment { get; init; }
}
