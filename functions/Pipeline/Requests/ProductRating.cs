namespace SoraFunctions.Pipeline.Requests;

/// <summary>What buyers think of a product.</summary>
/// <param name="Value">0 to 5 stars.</param>
/// <param name="Count">How many rated it; null when that isn't told.</param>
public sealed record ProductRating(decimal Value, int? Count);
