namespace SoraFunctions.Pipeline.Shops.Catalogs;

/// <summary>How far going through a catalogue is.</summary>
/// <param name="Ended">Whether it is done, or can't be.</param>
/// <param name="Products">How many products were seen.</param>
/// <param name="Fault">Why it can't be: a sentence; null when there is nothing to say.</param>
public sealed record CatalogStep(bool Ended, int Products = 0, string? Fault = null);
