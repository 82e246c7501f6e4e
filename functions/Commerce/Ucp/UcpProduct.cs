using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Commerce.Ucp;

/// <summary>A product of a catalog.</summary>
public sealed record UcpProduct
{
    /// <summary>Of the product.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required FeedText Description { get; init; }

    /// <summary>Where it is sold.</summary>
    public string? Url { get; init; }

    /// <summary>What its variants cost.</summary>
    public required UcpPriceRange PriceRange { get; init; }

    /// <summary>Pictures and videos of it.</summary>
    public IReadOnlyList<FeedMedia>? Media { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<UcpVariant> Variants { get; init; }

    /// <summary>The same product as a feed of the Agentic Commerce Protocol has it: what both say is written alike.</summary>
    /// <param name="product">With a price.</param>
    public static UcpProduct Of(FeedProduct product)
    {
        var title = product.Title ?? product.Id;
        var description = product.Description ?? new FeedText { Plain = title };
        var prices = product.Variants.Select(one => one.Price!).OrderBy(price => price.Amount).ToList();
        return new UcpProduct
        {
            Id = product.Id,
            Title = title,
            Description = description,
            Url = product.Url,
            PriceRange = new UcpPriceRange(prices[0], prices[^1]),
            Media = product.Media,
            Variants =
            [
                .. product.Variants.Select(one => new UcpVariant
                {
                    Id = one.Id, Title = one.Title, Description = description, Url = one.Url, Price = one.Price!, Availability = one.Availability, Seller = UcpSeller.Of(one.Seller),
                }),
            ],
        };
    }
}
