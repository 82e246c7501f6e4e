namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>What became of a product that waits for its video.</summary>
/// <param name="VideoId">The video that was ordered; null for none.</param>
/// <param name="Quiet">How long to leave it alone first; with a video, when to look at it first.</param>
/// <param name="Full">Whether so many videos of its shop are being made that it has to wait for its turn.</param>
public sealed record Settled(string? VideoId = null, TimeSpan? Quiet = null, bool Full = false);
