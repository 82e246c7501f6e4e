namespace SoraFunctions.Api.Agents;

/// <summary>How many there are of an item.</summary>
/// <param name="Id">Of the feed.</param>
/// <param name="Quantity">How many.</param>
internal sealed record StockItemObject(string Id, int Quantity);
