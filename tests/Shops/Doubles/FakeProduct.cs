using System.Text.Json.Nodes;

namespace SoraFunctions.Shops.Tests.Doubles;

/// <summary>A product in the fake shop; written as webhooks and as the Admin API write it.</summary>
public sealed class FakeProduct(string server, long id)
{
    public long Id { get; } = id;

    public string Title { get; set; } = "Gooseneck Kettle";

    public string Price { get; set; } = "79.00";

    public string Status { get; set; } = "active";

    public int Stock { get; set; } = 12;

    public DateTimeOffset UpdatedAt { get; set; } = DateTimeOffset.UtcNow;

    public List<FakeMedia> Media { get; } = [];

    public JsonObject Webhook() => new()
    {
        ["id"] = Id,
        ["admin_graphql_api_id"] = $"gid://shopify/Product/{Id}",
        ["title"] = Title,
        ["body_html"] = "<p>Pours slowly &amp; evenly.</p><ul><li>Holds 0.9 l</li></ul>",
        ["vendor"] = "Green Kettle",
        ["product_type"] = "Teapot",
        ["handle"] = $"kettle-{Id}",
        ["status"] = Status,
        ["tags"] = "gift, pour-over",
        ["updated_at"] = UpdatedAt.ToString("O"),
        ["category"] = new JsonObject { ["full_name"] = "Home & Garden > Kitchen & Dining > Kettles" },
        ["options"] = new JsonArray(new JsonObject { ["name"] = "Colour", ["position"] = 1, ["values"] = new JsonArray("Moss", "Sand") }),
        ["variants"] = new JsonArray(Variant(1, Price, "99.00", 73), Variant(2, "75.00", null, 72)),
        ["images"] = new JsonArray(Image(71, 1), Image(72, 2, Id * 10 + 2), Image(73, 3, Id * 10 + 1)),
        ["media"] = new JsonArray([.. Media.Select(one => (JsonNode)new JsonObject { ["id"] = one.Number, ["media_content_type"] = one.Kind, ["status"] = one.Status })]),
    };

    public JsonObject Node() => new()
    {
        ["id"] = $"gid://shopify/Product/{Id}",
        ["title"] = Title,
        ["descriptionHtml"] = "<p>Pours slowly &amp; evenly.</p><ul><li>Holds 0.9 l</li></ul>",
        ["vendor"] = "Green Kettle",
        ["productType"] = "Teapot",
        ["handle"] = $"kettle-{Id}",
        ["status"] = Status.ToUpperInvariant(),
        ["tags"] = new JsonArray("gift", "pour-over"),
        ["updatedAt"] = UpdatedAt.ToString("O"),
        ["category"] = new JsonObject { ["fullName"] = "Home & Garden > Kitchen & Dining > Kettles" },
        ["options"] = new JsonArray(new JsonObject { ["name"] = "Colour", ["position"] = 1, ["values"] = new JsonArray("Moss", "Sand") }),
    };

    public IEnumerable<JsonObject> VariantNodes() => [VariantNode(1, Price, "99.00"), VariantNode(2, "75.00", null)];

    public IEnumerable<JsonObject> ImageNodes() => [ImageNode(71), ImageNode(72), ImageNode(73)];

    /// <summary>The product and all that hangs on it as lines of a bulk operation.</summary>
    public IEnumerable<JsonObject> Lines()
    {
        var parent = $"gid://shopify/Product/{Id}";
        yield return Node();
        foreach (var (variant, picture) in VariantNodes().Zip([9073, 9072]))
        {
            variant["__parentId"] = parent;
            yield return variant;
            yield return new JsonObject { ["id"] = $"gid://shopify/MediaImage/{picture}", ["__parentId"] = variant["id"]!.GetValue<string>() };
        }

        foreach (var image in ImageNodes())
        {
            image["__parentId"] = parent;
            yield return image;
        }
    }

    private JsonObject Variant(int position, string price, string? before, long image) => new()
    {
        ["id"] = (Id * 10) + position, ["title"] = $"V{position}", ["price"] = price, ["compare_at_price"] = before, ["position"] = position, ["image_id"] = image,
        ["inventory_quantity"] = Stock,
    };

    private JsonObject VariantNode(int position, string price, string? before) => new()
    {
        ["id"] = $"gid://shopify/ProductVariant/{(Id * 10) + position}", ["title"] = $"V{position}", ["price"] = price, ["compareAtPrice"] = before, ["position"] = position,
    };

    private JsonObject Image(long number, int position, params long[] variants) => new()
    {
        ["id"] = number, ["src"] = $"{server}/cdn/{number}.png", ["width"] = 800, ["height"] = 800, ["alt"] = null, ["position"] = position,
        ["variant_ids"] = new JsonArray([.. variants.Select(one => (JsonNode)one)]),
    };

    private JsonObject ImageNode(long number) => new()
    {
        ["id"] = $"gid://shopify/MediaImage/{9000 + number}", ["alt"] = "", ["status"] = "READY", ["mediaContentType"] = "IMAGE",
        ["image"] = new JsonObject { ["url"] = $"{server}/cdn/{number}.png", ["width"] = 800, ["height"] = 800 },
    };
}
