using Microsoft.AspNetCore.Http;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Ucp;

namespace SoraFunctions.Api.Ucp;

/// <summary>Finds products by words: those whose names have most of them first, the newest before older ones among equals.</summary>
internal static class UcpSearch
{
    private static readonly UcpMetadata _unsaid = new() { Capabilities = new Dictionary<string, IReadOnlyList<UcpCapability>>() };

    public static UcpAnswer Find(UcpWish wish, IReadOnlyList<FeedProduct> products)
    {
        var found = products.Where(wish.Prices.Takes).Where(product => wish.Words.All(word => Has(product.Title, word) || Has(product.Description?.Plain, word)))
            .OrderByDescending(product => wish.Words.Count(word => Has(product.Title, word))).ToList();
        var first = wish.After is null ? 0 : found.FindIndex(product => product.Id == wish.After) + 1;
        if (wish.After is not null && first == 0)
        {
            throw new UcpRefusal(StatusCodes.Status400BadRequest, "invalid_request", "The product that pagination.cursor stands for is offered no more: begin anew.");
        }

        var page = found.Skip(first).Take(wish.Limit).ToList();
        var more = first + page.Count < found.Count;
        return new UcpAnswer
        {
            Ucp = _unsaid,
            Products = [.. page.Select(UcpProduct.Of)],
            Pagination = new UcpPage { HasNextPage = more, Cursor = more ? UcpQuestion.CursorOf(page[^1].Id) : null, TotalCount = found.Count },
            Messages = Ignored(wish.Prices),
        };
    }

    public static IReadOnlyList<UcpMessage>? Ignored(UcpPrices prices) => !prices.Ignored ? null
        : [new UcpMessage { Type = "info", Code = "price_filter_ignored", Content = "Prices are not converted: the filter is in other money than the seller's." }];

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
}
