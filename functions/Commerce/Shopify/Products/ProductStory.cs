using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>
/// What of a product a video is made from, and nothing else: two states of a product with one story need no other video. Stock, videos that were
/// added to it and the times of changes are not in it.
/// </summary>
public sealed record ProductStory
{
    private const int LongestTitle = 200;

    /// <summary>Its name, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Who makes it; null where it is not said.</summary>
    public string? Vendor { get; init; }

    /// <summary>What it is: the last name of its category, else the shop's own word; null where neither is said.</summary>
    public string? Kind { get; init; }

    /// <summary>Its tags, in their order.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>What the shop says about it, plain text, a line for each paragraph, point or row of a table.</summary>
    public required string Description { get; init; }

    /// <summary>What a buyer can choose, such as <c>Colour: Red, Blue</c>.</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>The variant whose price is shown: the first one. Null where there is none.</summary>
    public long? VariantId { get; init; }

    /// <summary>Its price, a decimal string in the shop's currency; null where there is none over zero.</summary>
    public string? Price { get; init; }

    /// <summary>What it cost before, where that is more; else null.</summary>
    public string? CompareAtPrice { get; init; }

    /// <summary>The addresses of its pictures that are worth filming, the best first.</summary>
    public required IReadOnlyList<string> Pictures { get; init; }

    /// <summary>The numbers of its 3-D models that are ready.</summary>
    public required IReadOnlyList<long> Models { get; init; }

    /// <summary>The last part of its page's address; null where it is not said.</summary>
    public string? Handle { get; init; }

    /// <summary>
    /// The story of a product; null when it is not for sale now (a draft, or archived), or has no name, so that there is nothing to tell.
    /// </summary>
    /// <param name="product">The product.</param>
    public static ProductStory? Of(ShopifyProduct product)
    {
        ArgumentNullException.ThrowIfNull(product);
        if (product.Status is not ("active" or "unlisted") || Trimmed(product.Title) is not { } title)
        {
            return null;
        }

        var shown = product.Variants?.OrderBy(variant => variant.Position).FirstOrDefault();
        var price = Amount(shown?.Price);
        var before = Amount(shown?.CompareAtPrice);
        return new ProductStory
        {
            Title = title.Length <= LongestTitle ? title : title[..LongestTitle].TrimEnd(),
            Vendor = Trimmed(product.Vendor),
            Kind = Trimmed(product.Category?.FullName?.Split('>')[^1]) ?? Trimmed(product.ProductType),
            Tags = [.. (product.Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Description = HtmlText.Of(product.BodyHtml),
            Choices = ChoicesOf(product.Options ?? []),
            VariantId = shown?.Id,
            Price = price is null ? null : shown!.Price,
            CompareAtPrice = price < before ? shown!.CompareAtPrice : null,
            Pictures = PictureChoice.Of(product.Images ?? [], shown),
            Models = [.. (product.Media ?? []).Where(one => one is { MediaContentType: "MODEL_3D", Status: "READY" }).Select(one => one.Id).Order()],
            Handle = Trimmed(product.Handle),
        };
    }

    /// <summary>What tells this story from others: lower-case hex of SHA-256.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, ShopifyJson.Default.ProductStory)));

    /// <summary>What a buyer can choose, by position.</summary>
    /// <param name="options">The options of a product.</param>
    public static IReadOnlyList<string> ChoicesOf(IEnumerable<ShopifyOption> options) => [.. options.OrderBy(option => option.Position).Select(Choice).OfType<string>()];

    // A product without choices has one option in Shopify, named so and with this one value.
    private static string? Choice(ShopifyOption option) =>
        Trimmed(option.Name) is { } name && option.Values is { Count: > 0 } values && !(name == "Title" && values is ["Default Title"])
            ? $"{name}: {string.Join(", ", values)}"
            : null;

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? amount
            : null;

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
