namespace SoraFunctions.Commerce.Agents;

/// <summary>Words about a product.</summary>
public sealed record FeedText
{
    /// <summary>Plain text.</summary>
    public string? Plain { get; init; }
}
