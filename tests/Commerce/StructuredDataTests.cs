using System.Text.Json;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Structured;

namespace SoraFunctions.Commerce.Tests;

public sealed class StructuredDataTests
{
    private static readonly VideoFacts _video = new()
    {
        Name = "Wasserkocher „Kiruna“ </script><script>alert('x')</script>",
        Description = "一款水壶 & more\u2028",
        Thumbnails = [new Uri("https://v.example/p.jpg")],
        UploadDate = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        Seconds = 10.5m,
        Content = new Uri("https://v.example/v.mp4"),
        Page = new Uri("https://shop.example/kettle?variant=1"),
        Language = "de",
        Width = 1280,
        Height = 720,
    };

    private static readonly ProductFacts _product = new()
    {
        Name = "Kiruna",
        Images = [new Uri("https://shop.example/k.png")],
        Brand = "Norr",
        Sku = "K-1",
        Page = new Uri("https://shop.example/kettle"),
        Price = new Money(79, "EUR"),
        Availability = Availability.InStock,
    };

    [Fact]
    public void Short_video_of_a_product_reads_as_the_golden_file() => Assert.Equal(Golden("short.json"), Indented(StructuredData.Of(_video, _product)));

    [Fact]
    public void Long_video_with_moments_reads_as_the_golden_file() => Assert.Equal(
        Golden("long.json"),
        Indented(StructuredData.Of(_video with { Name = "Long", Seconds = 45, Moments = [new Moment("Opening", 0, 12), new Moment("Pour", 12, 45)] })));

    [Fact]
    public void Long_video_without_moments_lets_the_search_engine_find_them()
    {
        var node = Video(_video with { Seconds = 30 });
        Assert.Equal(
            "https://shop.example/kettle?variant=1&t={seek_to_second_number}",
            node.GetProperty("potentialAction").GetProperty("target").GetString());
    }

    [Theory]
    [InlineData(29.9)]
    [InlineData(4)]
    public void Video_under_thirty_seconds_has_no_key_moments(double seconds)
    {
        var node = Video(_video with { Seconds = (decimal)seconds, Moments = [new Moment("Opening", 0, 2)] });
        Assert.False(node.TryGetProperty("hasPart", out _));
        Assert.False(node.TryGetProperty("potentialAction", out _));
    }

    [Fact]
    public void Text_of_others_cannot_leave_the_script_element()
    {
        var html = StructuredData.ScriptElement(StructuredData.Of(_video));
        Assert.Equal(1, html.Split("</script>").Length - 1);
        Assert.DoesNotContain("\u2028", html);
        Assert.DoesNotContain("<!--", StructuredData.ScriptElement(StructuredData.Of(_video with { Name = "<!--<script>" })));
        Assert.Equal(_video.Name, Video(_video).GetProperty("name").GetString());
    }

    [Fact]
    public void Product_without_a_price_is_described_but_not_offered() =>
        Assert.DoesNotContain("offers", StructuredData.Of(_video, _product with { Price = null }));

    [Fact]
    public void Facts_that_search_engines_require_are_required()
    {
        Assert.Throws<ArgumentException>(() => StructuredData.Of(_video with { Name = "" }));
        Assert.Throws<ArgumentException>(() => StructuredData.Of(_video with { Thumbnails = [] }));
        Assert.Throws<ArgumentException>(() => StructuredData.Of(_video with { Seconds = 0 }));
        Assert.Throws<ArgumentException>(() => StructuredData.Of(_video, _product with { Price = new Money(0, "EUR") }));
        Assert.Throws<ArgumentException>(() => StructuredData.Of(_video with { Moments = [new Moment("a", 1, 2), new Moment("b", 1, 3)] }));
    }

    private static JsonElement Video(VideoFacts facts) =>
        JsonDocument.Parse(StructuredData.Of(facts)).RootElement.GetProperty("@graph")[0];

    private static string Indented(string json) =>
        JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name));
}
