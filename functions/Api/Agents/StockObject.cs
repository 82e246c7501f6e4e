namespace SoraFunctions.Api.Agents;

/// <summary>The items that are counted.</summary>
/// <param name="Object">Always <c>list</c>.</param>
/// <param name="Data">Each with how many there are.</param>
internal sealed record StockObject(string Object, IReadOnlyList<StockItemObject> Data);
