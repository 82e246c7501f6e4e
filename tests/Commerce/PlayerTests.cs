using System.Text.Json;
using System.Xml.Linq;
using SoraFunctions.Commerce.Players;
using SoraFunctions.Commerce.Structured;

namespace SoraFunctions.Commerce.Tests;

public sealed class PlayerTests
{
    private static readonly VideoAd _ad = new()
    {
        Id = "video_1",
        Title = "Kettle <new> & ready",
        Advertiser = "Green Kettle",
        Seconds = 10.5m,
        Files = [new(new Uri("https://cdn.example/v.mp4?a=1&b=2"), "video/mp4", 1080, 1920, 4200)],
        Events = new Uri("https://sora.example/e/abc?c=1"),
        Click = new Uri("https://sora.example/l/abc"),
        Captions = [new("en", new Uri("https://cdn.example/v.vtt"))],
    };

    private static readonly VideoFacts _video = new()
    {
        Name = "Kettle \"<new>\" & ready",
        Description = "Pours slowly.",
        Thumbnails = [new Uri("https://cdn.example/p.webp")],
        UploadDate = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)),
        Seconds = 10.4m,
        Content = new Uri("https://cdn.example/v.mp4?a=1&b=2"),
        Embed = new Uri("https://sora.example/v/video_1"),
        Page = new Uri("https://shop.example/kettle"),
        Language = "zh-CN",
        Width = 1080,
        Height = 1920,
    };

    [Fact]
    public void Words_that_XML_can_not_hold_are_left_out_and_make_no_document_fail()
    {
        var words = "Ket\u000btle \ud83d\ude00 \ud83d!\u0001";
        foreach (var document in new[] { VastDocument.Of(_ad with { Title = words }), VideoSitemap.Of([_video with { Name = words, Description = words }]) })
        {
            Assert.Contains("Kettle \ud83d\ude00 \ufffd!", System.Xml.Linq.XDocument.Parse(document).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_wrapper_shows_another_servers_advert_and_counts_it_here()
    {
        var root = XDocument.Parse(VastDocument.Around(_ad, new Uri("https://ads.example/tag?a=1&b=2"))).Root!;
        var wrapper = root.Elements().Single().Elements().Single();
        Assert.Equal(("Wrapper", "4.2"), (wrapper.Name.LocalName, root.Attribute("version")!.Value));
        Assert.Equal(["AdSystem", "Error", "Impression", "Creatives", "VASTAdTagURI"], wrapper.Elements().Select(one => one.Name.LocalName));
        Assert.Equal("https://ads.example/tag?a=1&b=2", wrapper.Elements().Last().Value);
        Assert.Equal(
            VastDocument.Events, wrapper.Descendants().Where(one => one.Name.LocalName == "Tracking").Select(one => one.Attribute("event")!.Value));
        Assert.Equal("https://sora.example/e/abc?c=1&event=click", wrapper.Descendants().Single(one => one.Name.LocalName == "ClickTracking").Value);
        Assert.DoesNotContain(wrapper.Descendants(), one => one.Name.LocalName is "MediaFile" or "ClickThrough");
        Assert.Throws<ArgumentException>(() => VastDocument.Around(_ad, new Uri("http://ads.example/tag")));
        Assert.Throws<ArgumentException>(() => VastDocument.Around(_ad with { Events = null }, new Uri("https://ads.example/tag")));
    }

    [Fact]
    public void An_advert_stands_in_the_order_of_the_vast_schema()
    {
        var root = XDocument.Parse(VastDocument.Of(_ad)).Root!;
        Assert.Equal("4.2", root.Attribute("version")!.Value);
        string[] Order(string name) => [.. root.Descendants(root.Name.Namespace + name).Single().Elements().Select(one => one.Name.LocalName).Distinct()];
        Assert.Equal(["AdSystem", "Error", "Impression", "AdServingId", "AdTitle", "Advertiser", "Creatives"], Order("InLine"));
        Assert.Equal(["Linear", "UniversalAdId"], Order("Creative"));
        Assert.Equal(["TrackingEvents", "Duration", "MediaFiles", "VideoClicks"], Order("Linear"));
        Assert.Equal(["ClosedCaptionFiles", "MediaFile"], Order("MediaFiles"));
        Assert.Equal(["ClickTracking", "ClickThrough"], Order("VideoClicks"));
        Assert.Equal("00:00:10.500", root.Descendants(root.Name.Namespace + "Duration").Single().Value);
        Assert.Equal("https://sora.example/e/abc?c=1&event=midpoint", root.Descendants(root.Name.Namespace + "Tracking").Single(one => one.Attribute("event")!.Value == "midpoint").Value);
    }

    [Fact]
    public void An_advert_tells_nobody_when_it_is_not_to()
    {
        var text = VastDocument.Of(_ad with { Events = null, Click = null, Captions = [] });
        Assert.DoesNotContain("sora.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tracking", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_advert_without_what_it_needs_is_refused_by_name()
    {
        Assert.Contains("title", Assert.Throws<ArgumentException>(() => VastDocument.Of(_ad with { Title = "" })).Message, StringComparison.Ordinal);
        Assert.Contains("file", Assert.Throws<ArgumentException>(() => VastDocument.Of(_ad with { Files = [] })).Message, StringComparison.Ordinal);
        Assert.Contains("length", Assert.Throws<ArgumentException>(() => VastDocument.Of(_ad with { Seconds = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("id", Assert.Throws<ArgumentException>(() => VastDocument.Of(_ad with { Id = "a b" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hotspots_follow_the_product_and_what_stands_still_is_one_cue()
    {
        var track = HotspotTrack.Of("41 --> \n", new Uri("https://sora.example/l/abc"),
        [
            new(0, 0.1, 0.2, 0.5, 0.9), new(0.5, 0.105, 0.2, 0.5, 0.9), new(1, 0.3, 0.2, 0.7, 0.9), new(2, 0.5, 0.5, 0.51, 0.51), new(3, 0.5, 0.5, 0.9, 0.9),
        ], 4.25);
        var cues = track.Split("\n\n");
        Assert.Equal("WEBVTT", cues[0]);
        Assert.Equal(["00:00:00.000 --> 00:00:01.000", "00:00:01.000 --> 00:00:02.000", "00:00:03.000 --> 00:00:04.250"], cues[1..].Select(cue => cue.Split('\n')[0]));
        var first = JsonDocument.Parse(cues[1].Split('\n')[1]).RootElement;
        Assert.Equal("41 --> \n", first.GetProperty("product").GetString());
        Assert.Equal("percent:10,20,40,70", first.GetProperty("xywh").GetString());
        Assert.All(cues[1..], cue => Assert.DoesNotContain("-->", cue.Split('\n')[1], StringComparison.Ordinal));
    }

    [Fact]
    public void A_sitemap_holds_what_search_engines_require_and_leaves_out_what_nobody_can_watch()
    {
        var root = XDocument.Parse(VideoSitemap.Of([_video, _video with { Name = new string('x', 200), Description = "" }, _video with { Page = null }, _video with { Content = null, Embed = null }])).Root!;
        XNamespace site = "http://www.sitemaps.org/schemas/sitemap/0.9", video = "http://www.google.com/schemas/sitemap-video/1.1";
        var page = Assert.Single(root.Elements(site + "url"));
        Assert.Equal("https://shop.example/kettle", page.Element(site + "loc")!.Value);
        var videos = page.Elements(video + "video").ToList();
        Assert.Equal(2, videos.Count);
        Assert.Equal(
            ["thumbnail_loc", "title", "description", "content_loc", "player_loc", "duration", "publication_date"],
            videos[0].Elements().Select(one => one.Name.LocalName));
        Assert.Equal("10", videos[0].Element(video + "duration")!.Value);
        Assert.Equal("2026-11-20T09:00:00+08:00", videos[0].Element(video + "publication_date")!.Value);
        Assert.Equal(100, videos[1].Element(video + "title")!.Value.Length);
    }

    [Fact]
    public void Cards_are_safe_in_a_page_and_play_where_there_is_a_player()
    {
        var cards = PlayerCards.Of(_video);
        Assert.Contains("<meta property=\"og:title\" content=\"Kettle &quot;&lt;new&gt;&quot; &amp; ready\">", cards, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:locale\" content=\"zh_CN\">", cards, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:video:secure_url\" content=\"https://cdn.example/v.mp4?a=1&amp;b=2\">", cards, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"twitter:card\" content=\"player\">", cards, StringComparison.Ordinal);
        var still = PlayerCards.Of(_video with { Embed = null, Content = null });
        Assert.Contains("summary_large_image", still, StringComparison.Ordinal);
        Assert.DoesNotContain("og:video:", still, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, 1080, 1920)]
    [InlineData(540, null, 540, 960)]
    [InlineData(540, 480, 270, 480)]
    [InlineData(4000, 4000, 1080, 1920)]
    public void An_embedded_video_fits_the_room_there_is(int? wide, int? high, int width, int height)
    {
        var answer = JsonDocument.Parse(OEmbed.Of(_video, wide, high)).RootElement;
        Assert.Equal((width, height), (answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()));
        Assert.Contains($"width=\"{width}\"", answer.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("title=\"Kettle &quot;&lt;new&gt;&quot; &amp; ready\"", answer.GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_player_cannot_be_embedded() =>
        Assert.Throws<ArgumentException>(() => OEmbed.Of(_video with { Embed = null }));
}
