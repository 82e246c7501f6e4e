using System.ComponentModel;

namespace SoraFunctions.Pipeline.Agents.Wire;

/// <summary>How many there are of an item, as it is written.</summary>
/// <param name="Id">Of the feed.</param>
/// <param name="Quantity">How many.</param>
public sealed record StockItemWish(
    [property: Description("Id of an item in the feed.")] string Id,
    [property: Description("How many there are; null for no longer counted, and always there.")] int? Quantity);
