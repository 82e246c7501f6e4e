namespace SoraFunctions.Commerce.Agents;

/// <summary>A price of a feed.</summary>
public sealed record FeedPrice
{
    /// <summary>Smallest coins.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217 code in upper case.</summary>
    public required string Currency { get; init; }
}
