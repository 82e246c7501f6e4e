namespace SoraFunctions.Pipeline.Verifications;

/// <summary>The order that a matched video was made for.</summary>
/// <param name="CreatedAt">When it came.</param>
/// <param name="Prompt">Its words; null for none.</param>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Size">Main raster, such as <c>1280x720</c>.</param>
/// <param name="Seconds">Length.</param>
/// <param name="RemixedFrom">The video that it was remixed from; null for none.</param>
public sealed record MatchedRequest(
    DateTimeOffset CreatedAt, string? Prompt, string Model, string Size, decimal Seconds, string? RemixedFrom);
