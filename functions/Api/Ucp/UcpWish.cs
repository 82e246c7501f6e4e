namespace SoraFunctions.Api.Ucp;

/// <summary>What a search asks for.</summary>
/// <param name="Words">Words that are all to occur; none to browse.</param>
/// <param name="Prices">Which products are meant.</param>
/// <param name="After">The id of the last product of the page before; null for the first page.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record UcpWish(IReadOnlyList<string> Words, UcpPrices Prices, string? After, int Limit);
