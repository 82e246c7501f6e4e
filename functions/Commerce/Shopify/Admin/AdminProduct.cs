using System.Globalization;
using System.Text.Json;
using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Commerce.Shopify.Admin;

/// <summary>
/// Products as the Admin API writes them, read into what webhooks write, so that a product has one story wherever it is learnt from. Pictures are the
/// media that are pictures, in their order.
/// </summary>
public static class AdminProduct
{
    /// <summary>Reads a product of <c>ReadProducts</c>; null when it is none.</summary>
    /// <param name="node">With its variants and media in connections.</param>
    public static ShopifyProduct? Read(JsonElement node) => Read(node, Nodes(node, "variants").Select(variant => (variant, Picture: Nodes(variant, "media").Select(Id).FirstOrDefault())), Nodes(node, "media"));

    /// <summary>Reads a product of <c>ReadCatalog</c> from its lines; null when the first is none.</summary>
    /// <param name="lines">Its own line, then those of all that hangs on it, each with its <c>__parentId</c>.</param>
    public static ShopifyProduct? Read(IReadOnlyList<JsonElement> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0 || Id(lines[0]) is not { } product)
        {
            return null;
        }

        var parts = lines.Skip(1).ToLookup(line => Text(line, "__parentId"));
        var own = parts[product].ToList();
        return Read(
            lines[0],
            own.Where(line => IdOf(line, "ProductVariant")).Select(variant => (variant, parts[Id(variant)].Select(Id).FirstOrDefault())),
            own.Where(line => !IdOf(line, "ProductVariant")));
    }

    private static ShopifyProduct? Read(JsonElement node, IEnumerable<(JsonElement Node, string? Picture)> variants, IEnumerable<JsonElement> media)
    {
        if (AdminId.NumberOf(Id(node)) is not { } number)
        {
            return null;
        }

        var sold = variants
            .Where(one => AdminId.NumberOf(Id(one.Node)) is not null)
            .Select(one => new ShopifyVariant(
                AdminId.NumberOf(Id(one.Node))!.Value,
                Text(one.Node, "title"),
                Text(one.Node, "price"),
                Text(one.Node, "compareAtPrice"),
                Number(one.Node, "position"),
                AdminId.NumberOf(one.Picture)))
            .ToList();
        var shown = media.ToList();
        return new ShopifyProduct
        {
            Id = number,
            Title = Text(node, "title"),
            BodyHtml = Text(node, "descriptionHtml"),
            Vendor = Text(node, "vendor"),
            ProductType = Text(node, "productType"),
            Handle = Text(node, "handle"),
            Status = Text(node, "status")?.ToLowerInvariant(),
            Tags = string.Join(", ", Texts(node, "tags")),
            UpdatedAt = DateTimeOffset.TryParse(Text(node, "updatedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
            Category = node.TryGetProperty("category", out var category) && Text(category, "fullName") is { } name ? new ShopifyCategory(name) : null,
            Options = [.. Items(node, "options").Select(option => new ShopifyOption(Text(option, "name"), Number(option, "position"), [.. Texts(option, "values")]))],
            Variants = sold,
            Images = [.. Pictures(shown, sold)],
            Media = [.. shown.Select(one => new ShopifyMedia(AdminId.NumberOf(Id(one)) ?? 0, Text(one, "mediaContentType"), Text(one, "status")))],
        };
    }

    private static IEnumerable<ShopifyImage> Pictures(IReadOnlyList<JsonElement> media, IReadOnlyList<ShopifyVariant> variants)
    {
        var place = 0;
        foreach (var one in media)
        {
            if (one.TryGetProperty("image", out var image) && image.ValueKind == JsonValueKind.Object && AdminId.NumberOf(Id(one)) is { } id)
            {
                yield return new ShopifyImage(
                    id,
                    Text(image, "url"),
                    Number(image, "width"),
                    Number(image, "height"),
                    Text(one, "alt") is { Length: > 0 } alt ? alt : null,
                    ++place,
                    [.. variants.Where(variant => variant.ImageId == id).Select(variant => variant.Id)]);
            }
        }
    }

    private static bool IdOf(JsonElement line, string kind) => Id(line)?.Contains($"/{kind}/", StringComparison.Ordinal) ?? false;

    private static string? Id(JsonElement value) => Text(value, "id");

    private static IEnumerable<JsonElement> Nodes(JsonElement value, string name) =>
        value.TryGetProperty(name, out var connection) && connection.ValueKind == JsonValueKind.Object ? Items(connection, "nodes") : [];

    private static IEnumerable<JsonElement> Items(JsonElement value, string name) =>
        value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static IEnumerable<string> Texts(JsonElement value, string name) => Items(value, name).Select(item => item.GetString() ?? "");

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static int Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) ? number : 0;
}
