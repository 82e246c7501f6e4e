using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Commerce.Shopify.Products;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Shops.Products;

/// <summary>The order of a product's video: the body of <c>POST /v1/ads</c>, as a caller would send it.</summary>
internal static class ProductAd
{
    private const string Channel = "shopify-product";
    private const int LongestDescription = 8000;
    private const int LongestTitle = 200;
    private const int LongestBrand = 80;
    private const int MostTags = 12;

    /// <summary>Writes it.</summary>
    /// <param name="story">What it has to show.</param>
    /// <param name="shop">Whose; its currency is known.</param>
    /// <param name="pictures">Those of the story that can be had.</param>
    /// <param name="model">Address of its 3-D model; null for none.</param>
    /// <param name="translations">What the shop says in its other languages.</param>
    public static AdRequest Of(ProductStory story, ShopRow shop, IReadOnlyList<string> pictures, string? model, IReadOnlyList<AdTranslation> translations)
    {
        AdPrice? Price(string? amount) => amount is null || shop.Currency is null ? null : new AdPrice(amount, shop.Currency);
        return new AdRequest
        {
            Prompt = string.Join(", ", (string[])[.. new[] { story.Kind }.OfType<string>(), .. story.Tags.Take(MostTags)]) is { Length: > 0 } words ? words : null,
            Product = new AdProduct
            {
                Title = story.Title,
                Translations = translations.Count == 0 ? null
                    : [.. translations.Select(one => one with { Title = Cut(one.Title, LongestTitle), Description = one.Description is { } said ? Cut(said, LongestDescription) : null })],
                Description = Cut(string.Join('\n', (string[])[.. story.Description.Length > 0 ? [story.Description] : Array.Empty<string>(), .. story.Choices]), LongestDescription),
                Price = Price(story.Price),
                CompareAtPrice = story.Price is null ? null : Price(story.CompareAtPrice),
                Images = [.. pictures.Select(ShopifyPicture.Sized)],
                Model = model,
            },
            Brand = (story.Vendor ?? shop.Name) is { Length: > 0 } brand ? new AdBrand { Name = Cut(brand, LongestBrand) } : null,
            Channels = [Channel],
            Language = shop.Locales?.Split(' ')[0],
            Link = story.Handle is { } handle && shop.Host is { } host ? new AdLink { Url = $"https://{host}/products/{Uri.EscapeDataString(handle)}" } : null,
            Metadata = new Dictionary<string, string> { ["shop"] = shop.Domain, ["product"] = Cut(story.Title, 200) },
        };
    }

    /// <summary>The order as it would come over the wire.</summary>
    public static byte[] Bytes(AdRequest ad) => JsonSerializer.SerializeToUtf8Bytes(ad, WireJson.Options);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
}
