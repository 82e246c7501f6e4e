namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>Look at a page of what changed in a shop.</summary>
/// <param name="Shop">Its permanent name.</param>
/// <param name="Since">Since when.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
public sealed record ChangesOrder(string Shop, DateTimeOffset Since, string? After = null);
