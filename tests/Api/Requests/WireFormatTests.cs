using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Tests.Requests;

/// <summary>What the clients of the Videos API really send, byte for byte.</summary>
public sealed class WireFormatTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("----formdata-undici-012345678901", "----formdata-undici-012345678901", false)]
    [InlineData("0b5ea5bc-6b3d", "\"0b5ea5bc-6b3d\"", false)]
    [InlineData("openai-abc", "openai-abc", true)]
    public async Task Texts_come_as_parts_without_a_type(string boundary, string written, bool chunked)
    {
        var body = Form(boundary, ("prompt", "un café ☕"), ("model", "sora-2-pro"), ("seconds", "12"), ("size", "1280x720"));

        var (video, request) = await Send(body, written, chunked);

        Assert.Equal("sora-2-pro", video.Text("model"));
        Assert.Equal("12", video.Text("seconds"));
        Assert.Equal("1280x720", video.Text("size"));
        Assert.Equal("un café ☕", request.Prompt);
        Assert.Equal("world", request.Engine);
    }

    [Fact]
    public async Task Picture_comes_as_a_file_whose_type_does_not_matter()
    {
        var png = Pictures.Png(720, 1280);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a red ball"), "prompt" },
            { new ByteArrayContent(png) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "input_reference", "x" },
        };
        using var answer = await _host.Client.PostAsync("/v1/videos", form);
        var request = await RequestOf(await answer.Content.ReadFromJsonAsync<JsonElement>());

        var picture = Assert.Single(request.Pictures);
        Assert.Equal((720, 1280, "image/png"), (picture.Width, picture.Height, picture.Blob.MediaType));
        await using var stored = await _host.Blobs.Open(picture.Blob.Path, default);
        Assert.Equal(png.Length, stored!.Length);
    }

    [Fact]
    public async Task Object_comes_in_brackets()
    {
        var (_, request) = await Send(
            Form("b", ("prompt", "a"), ("input_reference[image_url]", Pictures.DataUrl(Pictures.Png(32, 48)))), "b", false);

        Assert.Equal((32, 48), (request.Pictures[0].Width, request.Pictures[0].Height));
    }

    [Fact]
    public async Task Objects_of_an_array_come_in_brackets()
    {
        using var content = Content(Form("b", ("prompt", "a"), ("characters[][id]", "char_1"), ("characters[][id]", "char_2")), "b");
        using var answer = await _host.Client.PostAsync("/v1/videos", content);
        Assert.Equal("characters[0].id", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Edit_names_its_video_in_brackets()
    {
        using var content = Content(Form("b", ("prompt", "a"), ("video[id]", "video_0")), "b");
        using var answer = await _host.Client.PostAsync("/v1/videos/edits", content);
        Assert.Equal("video_not_found", (await answer.Error(HttpStatusCode.NotFound)).Text("code"));
    }

    [Theory]
    [InlineData("/v1/videos/edits", "prompt")]
    public async Task Uploaded_video_is_checked_and_not_taken_yet(string path, string text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Bob"), text },
            { new ByteArrayContent([0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0]), "video", "bob.mp4" },
        };
        using var answer = await _host.Client.PostAsync(path, form);
        var error = await answer.Error(HttpStatusCode.NotImplemented);
        Assert.Equal(("video", "not_implemented"), (error.Text("param"), error.Text("code")));
        Assert.Equal("false", answer.Headers.GetValues("x-should-retry").Single());
    }

    [Fact]
    public async Task Full_ad_becomes_a_full_request()
    {
        var json = $$$"""
            {"prompt":"Sunny.","product":{"title":"Cup","description":"Holds tea.","price":{"amount":"79.00","currency":"USD"},
            "images":["{{{Pictures.DataUrl(Pictures.Png())}}}"],"form":"cup","matter":"ceramic","height_cm":9.5},
            "brand":{"name":"Clay","primary_colour":"#e9e4dc","accent_colour":"#C8763A"},"channels":["tiktok","web"],"seconds":6,
            "language":"zh-CN","voice":true,"music":false,"mood":"calm","link":{"url":"https://shop.example/cup?v=1","campaign":"spring_26"},
            "seed":7,"engine":"world","metadata":{"sku":"C-1"}}
            """;

        var video = await _host.Client.PostJson("/v1/ads", json);
        var request = await RequestOf(video);

        Assert.Equal("1080x1920", video.Text("size"));
        Assert.Equal("C-1", video.GetProperty("metadata").Text("sku"));
        Assert.Equal((79.00m, "USD"), (request.Product!.Price, request.Product.Currency));
        Assert.Equal(9.5, request.Product.HeightInCentimetres);
        Assert.Single(request.Product.Pictures);
        Assert.Equal(new BrandBrief("Clay", "#e9e4dc", "#C8763A"), request.Brand);
        Assert.Equal(["tiktok", "web"], request.Channels);
        Assert.Equal(new LinkWish("https://shop.example/cup?v=1", "spring_26"), request.Link);
        Assert.Equal((true, false, 7L, 6m), (request.Voice, request.Music, request.Seed, request.Seconds));
    }
    [Fact]
    public async Task Links_lead_elsewhere_for_channels_countries_and_languages()
    {
        var request = await RequestOf(await _host.Client.PostJson("/v1/ads", """
            {"prompt":"a red ball","channels":["web","tiktok"],"link":{"url":"https://shop.example/cup","discount_code":"SAVE10","expires_at":"2027-01-01T00:00:00Z","targets":[
            {"channels":["tiktok"],"cart":{"host":"shop.example","items":{"41":2}}},
            {"countries":["DE"],"permalink":{"endpoint":"https://de.example/checkout","items":{"cup-1":1}}},
            {"languages":["zh-TW"],"url":"https://shop.example/tw/cup"}]}}
            """));
        Assert.Equal("SAVE10", request.Link!.Discount);
        Assert.Equal(
            ["https://shop.example/cart/41:2", "https://de.example/checkout/cup-1:1", "https://shop.example/tw/cup"], request.Link.Targets!.Select(target => target.Address));
        Assert.Equal(["tiktok-ad"], request.Link.Targets![0].Channels);
    }

    [Theory]
    [InlineData("""{"url":"https://shop.example","discount_code":"SAVE 10"}""", "link.discount_code")]
    [InlineData("""{"url":"https://shop.example","targets":[{"channels":["web"]}]}""", "link.targets[0]")]
    [InlineData("""{"url":"https://shop.example","targets":[{"url":"https://a.example","cart":{"host":"a.example","items":{"1":1}}}]}""", "link.targets[0]")]
    [InlineData("""{"url":"https://shop.example","targets":[{"url":"javascript:alert(1)"}]}""", "link.targets[0].url")]
    [InlineData("""{"url":"https://shop.example","targets":[{"cart":{"host":"a.example/x?","items":{"1":1}}}]}""", "link.targets[0]")]
    [InlineData("""{"url":"https://shop.example","targets":[{"cart":{"host":"a.example","items":{"one":1}}}]}""", "link.targets[0]")]
    [InlineData("""{"url":"https://shop.example","targets":[{"permalink":{"endpoint":"http://a.example","items":{"1":1}}}]}""", "link.targets[0]")]
    [InlineData("""{"url":"https://shop.example","targets":[{"url":"https://a.example","countries":["Germany"]}]}""", "link.targets[0].countries")]
    [InlineData("""{"url":"https://shop.example","targets":[{"url":"https://a.example","channels":["fax"]}]}""", "link.targets[0].channels")]
    public async Task Link_that_leads_nowhere_is_refused(string link, string param)
    {
        using var answer = await _host.Client.SendJson("/v1/ads", $$"""{"prompt":"a red ball","link":{{link}} }""");
        Assert.Equal(param, (await answer.Error(System.Net.HttpStatusCode.BadRequest)).Text("param"));
    }

    [Theory]
    [InlineData("/v1/ads", null, "standard")]
    [InlineData("/v1/ads", "draft", "draft")]
    [InlineData("/v1/videos", "final", "final")]
    [InlineData("/v1/videos", null, "standard")]
    public async Task Quality_is_taken_and_shown_and_leaves_the_seed_as_it_is(string path, string? quality, string shown)
    {
        var plain = await RequestOf(await _host.Client.PostJson(path, """{"prompt":"a red ball"}"""));

        var video = await _host.Client.PostJson(path, quality is null ? """{"prompt":"a red ball"}""" : $$"""{"prompt":"a red ball","quality":"{{quality}}"}""");

        Assert.Equal(shown, video.Text("quality"));
        var request = await RequestOf(video);
        Assert.Equal((shown, plain.Seed), (request.Quality.ToString().ToLowerInvariant(), request.Seed));
    }

    [Fact]
    public async Task Seed_follows_from_the_request_when_none_is_given()
    {
        var first = await RequestOf(await _host.Client.PostJson("/v1/ads", """{"prompt":"a red ball"}"""));
        var same = await RequestOf(await _host.Client.PostJson("/v1/ads", """{"prompt":"a red ball"}"""));
        var other = await RequestOf(await _host.Client.PostJson("/v1/ads", """{"prompt":"a blue ball"}"""));

        Assert.InRange(first.Seed, 1, ContentSeed.Largest);
        Assert.Equal(first.Seed, same.Seed);
        Assert.NotEqual(first.Seed, other.Seed);
    }

    private async Task<(JsonElement Video, VideoRequest Request)> Send(string body, string boundary, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos") { Content = Content(body, boundary) };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await _host.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var video = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (video, await RequestOf(video));
    }

    private async Task<VideoRequest> RequestOf(JsonElement video)
    {
        var order = (VideoOrder)_host.Orchestrations.Started[video.Text("id")!]!;
        return await new TenantBlobs(_host.Blobs, order.Tenant).GetJson(order.Request, PipelineJson.Default.VideoRequest, default);
    }

    private static ByteArrayContent Content(string body, string boundary)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        return content;
    }

    private static string Form(string boundary, params (string Name, string Value)[] parts) => string.Concat(parts.Select(part =>
        $"--{boundary}\r\nContent-Disposition: form-data; name=\"{part.Name}\"\r\n\r\n{part.Value}\r\n")) + $"--{boundary}--\r\n";
}
