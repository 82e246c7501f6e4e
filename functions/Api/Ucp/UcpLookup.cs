using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Ucp;

namespace SoraFunctions.Api.Ucp;

/// <summary>Finds products by the ids of them or of their variants, which are the same where a product has one variant.</summary>
internal static class UcpLookup
{
    private static readonly UcpMetadata _unsaid = new() { Capabilities = new Dictionary<string, IReadOnlyList<UcpCapability>>() };

    /// <summary>All that can be found of some.</summary>
    public static UcpAnswer All(IReadOnlyList<string> ids, UcpPrices prices, IReadOnlyList<FeedProduct> products)
    {
        var found = new List<UcpProduct>();
        foreach (var product in products.Where(prices.Takes))
        {
            var whole = UcpProduct.Of(product);
            var named = whole.Variants.Select(one => one with { Inputs = Inputs(one, whole, ids) }).Where(one => one.Inputs!.Count > 0).ToList();
            if (named.Count > 0)
            {
                found.Add(whole with { Variants = named });
            }
        }

        var known = products.SelectMany(product => product.Variants.Select(one => one.Id).Append(product.Id)).ToHashSet();
        UcpMessage[] messages =
        [
            .. UcpSearch.Ignored(prices) ?? [],
            .. ids.Where(id => !known.Contains(id)).Select(id => new UcpMessage { Type = "info", Code = "not_found", Content = id }),
        ];
        return new UcpAnswer { Ucp = _unsaid, Products = found, Messages = messages.Length > 0 ? messages : null };
    }

    /// <summary>The one of an id, with what is spoken: the answer is an error where there is none.</summary>
    public static UcpAnswer One(string id, UcpPrices prices, IReadOnlyList<FeedProduct> products, UcpMetadata ucp) =>
        products.Where(prices.Takes).FirstOrDefault(product => product.Id == id || product.Variants.Any(one => one.Id == id)) is { } found
            ? new UcpAnswer { Ucp = ucp, Product = UcpProduct.Of(found), Messages = UcpSearch.Ignored(prices) }
            : new UcpAnswer
            {
                Ucp = ucp with { Status = "error" },
                Messages = [new UcpMessage { Type = "error", Code = "not_found", Content = $"There is no product {id}.", Severity = "unrecoverable" }],
            };

    // The first variant stands for the product.
    private static List<UcpInput> Inputs(UcpVariant variant, UcpProduct product, IReadOnlyList<string> ids) =>
    [
        .. ids.Where(id => id == variant.Id).Select(id => new UcpInput(id, "exact")),
        .. ids.Where(id => id == product.Id && id != variant.Id && variant == product.Variants[0]).Select(id => new UcpInput(id, "featured")),
    ];
}
