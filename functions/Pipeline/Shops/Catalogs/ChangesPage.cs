namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>A page of what changed in a shop was looked at.</summary>
/// <param name="After">Where it ended; null for the last.</param>
public sealed record ChangesPage(string? After);
