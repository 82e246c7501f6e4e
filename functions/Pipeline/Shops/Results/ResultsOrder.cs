namespace SoraFunctions.Pipeline.Shops.Results;

/// <summary>Tell a shop what came of its videos.</summary>
/// <param name="Shop">Its permanent name.</param>
/// <param name="Until">The last day of UTC to tell of.</param>
public sealed record ResultsOrder(string Shop, DateOnly Until);
