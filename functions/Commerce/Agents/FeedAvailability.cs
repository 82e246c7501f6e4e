namespace SoraFunctions.Commerce.Agents;

/// <summary>Whether it can be bought.</summary>
public sealed record FeedAvailability
{
    /// <summary>Whether it can.</summary>
    public required bool Available { get; init; }

    /// <summary>Such as <c>in_stock</c>.</summary>
    public required string Status { get; init; }
}
