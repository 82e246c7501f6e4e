using System.Text.Json;
using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Commerce.Shopify.Admin;

/// <summary>What a shop says of a product in another of its languages; only what it has published there.</summary>
/// <param name="Title">Its name; null where that was not translated.</param>
/// <param name="Description">What the shop says about it, plain text; null where that was not translated.</param>
/// <param name="Choices">What a buyer can choose, such as <c>Farbe: Rot, Blau</c>; what was not translated stays as it is.</param>
public sealed record AdminTranslation(string? Title, string? Description, IReadOnlyList<string> Choices)
{
    /// <summary>Reads the answer of <c>ReadTranslations</c>; null where neither name nor description was translated.</summary>
    /// <param name="data">The answer's data.</param>
    public static AdminTranslation? Read(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("product", out var product) || product.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var title = Told(product, "title")?.Trim() is { Length: > 0 } name ? name : null;
        var description = Told(product, "body_html") is { } html && HtmlText.Of(html) is { Length: > 0 } text ? text : null;
        if (title is null && description is null)
        {
            return null;
        }

        var options = Items(product, "options")
            .Select(option => new ShopifyOption(
                Told(option, "name") ?? Name(option),
                option.GetProperty("position").GetInt32(),
                [.. Items(option, "optionValues").Select(value => Told(value, "name") ?? Name(value) ?? "")]))
            .ToList();
        return new AdminTranslation(title, description, ProductStory.ChoicesOf(options));
    }

    // What was translated before the original was changed says something else than it does.
    private static string? Told(JsonElement of, string key) => Items(of, "translations")
        .Where(one => one.GetProperty("key").GetString() == key && !(one.TryGetProperty("outdated", out var outdated) && outdated.ValueKind == JsonValueKind.True))
        .Select(one => one.GetProperty("value").GetString()).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private static string? Name(JsonElement of) => of.GetProperty("name").GetString();

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
