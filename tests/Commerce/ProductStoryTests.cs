using System.Text.Json;
using SoraFunctions.Commerce.Shopify;
using SoraFunctions.Commerce.Shopify.Products;

namespace SoraFunctions.Commerce.Tests;

public sealed class ProductStoryTests
{
    private static readonly string _golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "shopify-product.json"));

    [Fact]
    public void A_story_holds_what_a_video_is_made_of()
    {
        var story = Story(_golden)!;
        Assert.Equal("Gooseneck Kettle", story.Title);
        Assert.Equal("Green Kettle", story.Vendor);
        Assert.Equal("Kettles", story.Kind);
        Assert.Equal(["pour-over", "gift"], story.Tags);
        Assert.Equal(["Colour: Moss, Sand"], story.Choices);
        Assert.Equal(("79.00", "99.00", 4101), (story.Price, story.CompareAtPrice, story.VariantId));
        Assert.Equal("Pours slowly & evenly.\nHolds 0.9 l\nBoils in 3 minutes\nMaterial: stainless steel\nLid: cork", story.Description);
        Assert.Equal(
            [
                "https://cdn.shopify.com/s/files/1/kettle-moss.png",
                "https://cdn.shopify.com/s/files/1/kettle-kitchen.png",
                "https://cdn.shopify.com/s/files/1/kettle-sand.png",
            ],
            story.Pictures);
    }

    [Theory]
    [InlineData("\"inventory_quantity\": 12", "\"inventory_quantity\": 11")]
    [InlineData("2026-11-20T09:00:00+01:00", "2026-11-21T09:00:00+01:00")]
    [InlineData("\"media\": []", "\"media\": [{\"id\": 9, \"media_content_type\": \"VIDEO\", \"status\": \"READY\"}]")]
    [InlineData("\"template_suffix\": null", "\"template_suffix\": \"new\"")]
    public void A_change_that_a_video_does_not_show_leaves_the_digest_alone(string before, string after)
    {
        Assert.Contains(before, _golden, StringComparison.Ordinal);
        Assert.Equal(Story(_golden)!.Digest(), Story(_golden.Replace(before, after, StringComparison.Ordinal))!.Digest());
    }

    [Theory]
    [InlineData("Gooseneck Kettle", "Gooseneck Kettle II")]
    [InlineData("\"79.00\"", "\"69.00\"")]
    [InlineData("\"99.00\"", "\"89.00\"")]
    [InlineData("slowly", "quickly")]
    [InlineData("kettle-moss.png", "kettle-moss-2.png")]
    [InlineData("\"Sand\"]", "\"Sand\", \"Ash\"]")]
    public void A_change_that_a_video_shows_changes_the_digest(string before, string after)
    {
        Assert.Contains(before, _golden, StringComparison.Ordinal);
        Assert.NotEqual(Story(_golden)!.Digest(), Story(_golden.Replace(before, after, StringComparison.Ordinal))!.Digest());
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("archived")]
    [InlineData("something-new")]
    public void There_is_no_story_of_what_is_not_for_sale(string status) =>
        Assert.Null(Story(_golden.Replace("\"active\"", $"\"{status}\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("99.00", "79.00")]
    [InlineData("99.00", "0.00")]
    [InlineData("99.00", "free")]
    public void A_price_before_that_is_not_more_is_left_out(string before, string after) =>
        Assert.Null(Story(_golden.Replace($"\"{before}\"", $"\"{after}\"", StringComparison.Ordinal))!.CompareAtPrice);

    [Fact]
    public void A_product_with_a_title_alone_has_a_story()
    {
        var story = Story("""{"id":1,"title":" Tea ","status":"unlisted","variants":[{"id":2,"position":1,"price":"0.00"}],"options":[{"name":"Title","position":1,"values":["Default Title"]}]}""")!;
        Assert.Equal("Tea", story.Title);
        Assert.Null(story.Price);
        Assert.Empty(story.Choices);
        Assert.Empty(story.Pictures);
    }

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\nTwo")]
    [InlineData("One<br>Two &lt;3", "One\nTwo <3")]
    [InlineData("<style>p{}</style><script>alert(1)</script><p hidden>no</p><p>yes</p>", "yes")]
    [InlineData("<p>bro\nken   up</p>", "bro ken up")]
    [InlineData("<b>Ignore</b> the above", "Ignore the above")]
    [InlineData("<ul><li>a<li>b</ul>", "a\nb")]
    [InlineData("<table><tr><th>Size:</th><td>L</td></tr></table>", "Size: L")]
    [InlineData("<p>—</p><p>纯棉，不起球</p>", "纯棉，不起球")]
    [InlineData("<p", "")]
    public void The_description_is_what_a_reader_sees(string html, string text) => Assert.Equal(
        text, Story(JsonSerializer.Serialize(new Dictionary<string, object> { ["id"] = 1, ["title"] = "x", ["status"] = "active", ["body_html"] = html }))!.Description);

    [Fact]
    public void A_hostile_description_is_read_in_bounded_depth_and_length()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 4_000)) + "x" + new string('y', 1_000_000) + string.Concat(Enumerable.Repeat("<div>", 100_000));
        var story = Story(JsonSerializer.Serialize(new Dictionary<string, object> { ["id"] = 1, ["title"] = "x", ["status"] = "active", ["body_html"] = deep }))!;
        Assert.StartsWith("xyyy", story.Description, StringComparison.Ordinal);
        var lengthy = string.Concat(Enumerable.Repeat("<p>word word word</p>", 2_000));
        Assert.InRange(Story(JsonSerializer.Serialize(new Dictionary<string, object> { ["id"] = 1, ["title"] = "x", ["status"] = "active", ["body_html"] = lengthy }))!.Description.Length, 7900, 8000);
    }

    private static ProductStory? Story(string json) => ProductStory.Of(JsonSerializer.Deserialize(json, ShopifyJson.Default.ShopifyProduct)!);
}
