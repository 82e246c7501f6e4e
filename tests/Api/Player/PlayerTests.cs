using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Tests.Player;

public sealed class PlayerTests : IAsyncLifetime
{
    private const string Code = "0123456789";
    private const string Clean = "0123456788";
    private const string Title = "Kettle <script>alert(1)</script> \"30%\"";
    private ApiHost _host = null!;
    private HttpClient _anyone = null!;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.Start(new ApiOptions { PublicUrl = new Uri("https://video.example") });
        _anyone = _host.NewClient(null);
        await _host.Use((SoraDatabase database) =>
        {
            var now = _host.Clock.GetUtcNow();
            database.Videos.AddRange(Video("video_1", VideoStatus.InProgress, now, Code), Video("video_2", VideoStatus.InProgress, now, "0000000002"));
            database.CommerceLinks.AddRange(
                new CommerceLinkRow { Code = Code, TenantId = "default", VideoId = "video_1", Channel = "web", Destination = "https://shop.example/", CreatedAt = now },
                new CommerceLinkRow { Code = Clean, TenantId = "default", VideoId = "video_1", Channel = "tiktok-ad", Destination = "https://shop.example/", CreatedAt = now },
                new CommerceLinkRow { Code = "0000000002", TenantId = "default", VideoId = "video_2", Channel = "web", Destination = "https://shop.example/", CreatedAt = now });
            return database.SaveChangesAsync();
        });
        using var jsonLd = JsonDocument.Parse("""{"@context":"https://schema.org","name":"</script><b>"}""");
        var document = new CommerceDocument
        {
            JsonLd = jsonLd.RootElement, Product = Title, Price = new Money(79, "USD"), PriceText = "$79.00", Video = new CommerceVideo(Title, "Boils.", "en", 1280, 720, 10, "Acme"),
        };
        await _host.Complete(
            "video_1",
            ("commerce.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(document, CommerceJson.Default.CommerceDocument)),
            ("video.mp4", "video/mp4", new byte[125_000]),
            ("captions.vtt", "text/vtt", "WEBVTT\n"u8.ToArray()),
            ("captions.de.vtt", "text/vtt", "WEBVTT\n\nde"u8.ToArray()),
            ("hotspots.vtt", "text/vtt", "WEBVTT\n"u8.ToArray()));
    }

    public async Task DisposeAsync()
    {
        _anyone.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Page_holds_cards_structured_data_and_nothing_of_others()
    {
        using var answer = await _anyone.GetAsync($"/player/{Code}");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(("text/html", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("<script>alert", page);
        Assert.Single(Regex.Matches(page, "</script>\\s*<style>"));
        Assert.Contains("<meta property=\"og:video\" content=\"https://video.example/media/0123456789/video.mp4\">", page);
        Assert.Contains("<meta name=\"twitter:player\" content=\"https://video.example/player/0123456789\">", page);
        Assert.Contains("application/ld+json", page);
        Assert.Contains("href=\"https://video.example/oembed?url=https%3A%2F%2Fvideo.example%2Fplayer%2F0123456789\"", page);
        Assert.DoesNotContain("{{", page);
        Assert.All(Regex.Matches(page, "(?:src|href)=\"(?<to>[^\"]+)\"").Select(match => match.Groups["to"].Value), to => Assert.True(to == "data:," || to.StartsWith('/') || to.StartsWith("https://video.example/")));
    }

    [Fact]
    public async Task Facts_tell_what_there_is_in_the_channel_of_the_link()
    {
        var facts = await _anyone.GetJson($"/player/{Code}/facts");
        Assert.Equal((Title, "$79.00", 1280), (facts.Text("title"), facts.GetProperty("product").Text("price"), facts.GetProperty("width").GetInt32()));
        Assert.Equal(("https://video.example/media/0123456789/hotspots.vtt", "https://video.example/l/0123456789"), (facts.Text("hotspots"), facts.Text("href")));
        var tall = await _anyone.GetJson($"/player/{Clean}/facts");
        Assert.Equal((1080, 1920, null), (tall.GetProperty("width").GetInt32(), tall.GetProperty("height").GetInt32(), tall.Text("hotspots")));
    }

    [Fact]
    public async Task Hotspots_and_captions_are_open_to_every_page()
    {
        using var answer = await _anyone.GetAsync($"/media/{Code}/hotspots.vtt");
        Assert.Equal((HttpStatusCode.OK, "*"), (answer.StatusCode, answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }

    [Fact]
    public async Task Captions_in_another_language_are_told_to_players_and_advert_servers_and_open_to_every_page()
    {
        var track = (await _anyone.GetJson($"/player/{Code}/facts")).GetProperty("translations")[0];
        Assert.Equal(("de", "https://video.example/media/0123456789/captions.de.vtt"), (track.Text("language"), track.Text("src")));
        Assert.Equal("WEBVTT\n\nde", await _anyone.GetStringAsync($"/media/{Code}/captions.de.vtt"));
        var vast = XDocument.Parse(await _anyone.GetStringAsync($"/vast/{Code}"));
        Assert.Equal(["en", "de"], vast.Descendants().Where(one => one.Name.LocalName == "ClosedCaptionFile").Select(one => one.Attribute("language")!.Value));
        using var other = await _anyone.GetAsync($"/media/{Code}/captions..vtt");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Another_servers_advert_is_wrapped_so_that_it_is_counted_here()
    {
        using var answer = await _anyone.GetAsync($"/vast/{Code}/wrapper?tag={Uri.EscapeDataString("https://ads.example/tag?a=1&b=2")}");
        var vast = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("https://ads.example/tag?a=1&b=2", vast.Descendants().Single(one => one.Name.LocalName == "VASTAdTagURI").Value);
        Assert.Contains(vast.Descendants(), one => one.Value.Contains($"/plays/{Code}?event=impression", StringComparison.Ordinal));
        foreach (var tag in new[] { "", "http://ads.example/tag", "https://me@ads.example/", "javascript:1" })
        {
            using var refused = await _anyone.GetAsync($"/vast/{Code}/wrapper?tag={Uri.EscapeDataString(tag)}");
            Assert.Equal("tag", (await refused.Error(HttpStatusCode.BadRequest)).Text("param"));
        }
    }

    [Fact]
    public async Task Advert_counts_where_players_are_told_to_and_clicks_through_the_link()
    {
        using var answer = await _anyone.GetAsync($"/vast/{Code}");
        var vast = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        string[] Of(string name) => [.. vast.Descendants().Where(one => one.Name.LocalName == name).Select(one => one.Value)];
        Assert.Equal(["https://video.example/plays/0123456789?event=impression"], Of("Impression"));
        Assert.Contains("https://video.example/plays/0123456789?event=midpoint", Of("Tracking"));
        Assert.Equal(["https://video.example/l/0123456789"], Of("ClickThrough"));
        Assert.Equal(["https://video.example/media/0123456789/video.mp4"], Of("MediaFile"));
        Assert.Equal("100", vast.Descendants().Single(one => one.Name.LocalName == "MediaFile").Attribute("bitrate")!.Value);
    }

    [Fact]
    public async Task Embedding_fits_into_the_room_that_there_is()
    {
        var embed = await _anyone.GetJson($"/oembed?url=https%3A%2F%2Fvideo.example%2Fplayer%2F{Code}&maxwidth=640");
        Assert.Equal((640, 360, "video"), (embed.GetProperty("width").GetInt32(), embed.GetProperty("height").GetInt32(), embed.Text("type")));
        Assert.Contains($"src=\"https://video.example/player/{Code}\"", embed.Text("html"));
        using var xml = await _anyone.GetAsync($"/oembed?url=https%3A%2F%2Fvideo.example%2Fplayer%2F{Code}&format=xml");
        Assert.Equal(HttpStatusCode.NotImplemented, xml.StatusCode);
        using var other = await _anyone.GetAsync("/oembed?url=https%3A%2F%2Fother.example%2Fwatch");
        Assert.Equal("url", (await other.Error(HttpStatusCode.BadRequest)).Text("param"));
        using var size = await _anyone.GetAsync($"/oembed?url=https%3A%2F%2Fvideo.example%2Fplayer%2F{Code}&maxwidth=-1");
        Assert.Equal("maxwidth", (await size.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Sitemap_lists_the_callers_own_finished_videos()
    {
        var mine = await _host.Client.GetStringAsync("/v1/sitemap");
        Assert.Contains("https://video.example/player/0123456789", mine);
        Assert.DoesNotContain("0000000002", mine);
        Assert.DoesNotContain("<url>", await (await _host.OtherTenant("other")).GetStringAsync("/v1/sitemap"));
        using var refused = await _anyone.GetAsync("/v1/sitemap");
        await refused.Error(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/player/0000000002")]
    [InlineData("/player/0000000002/facts")]
    [InlineData("/vast/0000000002")]
    [InlineData("/player/video_1")]
    [InlineData("/vast/nothing")]
    public async Task What_is_unfinished_or_unknown_is_not_found(string path)
    {
        using var answer = await _anyone.GetAsync(path);
        Assert.Equal("link_not_found", (await answer.Error(HttpStatusCode.NotFound)).Text("code"));
    }

    [Fact]
    public async Task Element_is_a_script_for_any_page()
    {
        using var answer = await _anyone.GetAsync("/player.js");
        Assert.Equal(("text/javascript", "*"), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        var script = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("cookie =", script);
        Assert.DoesNotContain("localStorage", script);
        Assert.True(Encoding.UTF8.GetByteCount(script) < 16_000);
    }

    private static VideoRow Video(string id, VideoStatus status, DateTimeOffset now, string code) => new()
    {
        Id = id, TenantId = "default", Model = "sora-2", Status = status, CreatedAt = now, Size = "1280x720", MainChannel = "web", Seconds = 10, Request = "{}", LinkCode = code,
    };
}
