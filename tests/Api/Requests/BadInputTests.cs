using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using Microsoft.EntityFrameworkCore;

namespace SoraFunctions.Api.Tests.Requests;

/// <summary>Whatever is wrong with a request: an error object names the field, and nothing is left behind.</summary>
public sealed class BadInputTests(SharedHost shared) : IClassFixture<SharedHost>, IAsyncLifetime
{
    private const string Board = """
        "storyboard":{"title":"t","cast":[{"id":"a","name":"A","form":"ball"}],"shots":[{"id":"one","seconds":4,"subjects":["a"]}]}
        """;

    private readonly ApiHost _host = shared.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        Assert.Empty(_host.Blobs.Paths);
        Assert.Empty(_host.Orchestrations.Started);
        Assert.Equal(0, await _host.Use((SoraDatabase database) => database.Videos.CountAsync()));
        Assert.Equal(0, await _host.Use((SoraDatabase database) => database.Idempotency.CountAsync()));
    }

    [Theory]
    [InlineData("""not json""", null, "invalid_json")]
    [InlineData("""["prompt"]""", null, "invalid_json")]
    [InlineData("""{"prompt":"a","prompt":"b"}""", null, "invalid_json")]
    [InlineData("""{}""", "prompt", "missing_required_parameter")]
    [InlineData("""{"prompt":""}""", "prompt", "invalid_value")]
    [InlineData("""{"prompt":null}""", "prompt", "invalid_type")]
    [InlineData("""{"prompt":7}""", "prompt", "invalid_type")]
    [InlineData("""{"prompt":"a","colour":"red"}""", "colour", "unknown_parameter")]
    [InlineData("""{"prompt":"a","model":"gpt-4"}""", "model", "model_not_found")]
    [InlineData("""{"prompt":"a","seconds":"0"}""", "seconds", "invalid_value")]
    [InlineData("""{"prompt":"a","seconds":1000}""", "seconds", "invalid_value")]
    [InlineData("""{"prompt":"a","seconds":"-4"}""", "seconds", "invalid_value")]
    [InlineData("""{"prompt":"a","seconds":"four"}""", "seconds", "invalid_value")]
    [InlineData("""{"prompt":"a","seconds":true}""", "seconds", "invalid_value")]
    [InlineData("""{"prompt":"a","size":"7x9"}""", "size", "invalid_value")]
    [InlineData("""{"prompt":"a","size":"1280x721"}""", "size", "invalid_value")]
    [InlineData("""{"prompt":"a","size":[1280,720]}""", "size", "invalid_type")]
    [InlineData("""{"prompt":"a","input_reference":"x"}""", "input_reference", "invalid_type")]
    [InlineData("""{"prompt":"a","input_reference":{}}""", "input_reference", "invalid_value")]
    [InlineData("""{"prompt":"a","input_reference":{"file_id":"file-1"}}""", "input_reference.file_id", "invalid_value")]
    [InlineData("""{"prompt":"a","input_reference":{"image_url":"ftp://example.com/a.png"}}""", "input_reference.image_url", "invalid_value")]
    [InlineData("""{"prompt":"a","input_reference":{"image_url":"/etc/passwd"}}""", "input_reference.image_url", "invalid_value")]
    [InlineData("""{"prompt":"a","input_reference":{"image_url":"http://no.such.host.invalid/a.png"}}""", "input_reference.image_url", "unreachable_image")]
    [InlineData("""{"prompt":"a","input_reference":{"image_url":"data:image/png;base64,AAAA"}}""", "input_reference.image_url", "invalid_image")]
    [InlineData("""{"prompt":"a","input_reference":{"image_url":"data:text/plain,hello"}}""", "input_reference.image_url", "invalid_image")]
    [InlineData("""{"prompt":"a","characters":[{"id":"char_1"}]}""", "characters[0].id", "character_not_found")]
    [InlineData("""{"prompt":"a","characters":[{"id":"char_1"},{"id":"char_2"},{"id":"char_3"}]}""", "characters", "invalid_value")]
    [InlineData("""{"prompt":"a","quality":"best"}""", "quality", "invalid_value")]
    public async Task Video_is_refused(string json, string? param, string code) => await Refused("/v1/videos", json, param, code);

    [Theory]
    [InlineData("http://127.0.0.1/a.png")]
    [InlineData("http://localhost:8080/a.png")]
    [InlineData("http://10.0.0.8/a.png")]
    [InlineData("http://192.168.1.1/a.png")]
    [InlineData("http://172.20.0.1/a.png")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://100.64.0.1/a.png")]
    [InlineData("http://[::1]/a.png")]
    [InlineData("http://[fd00::1]/a.png")]
    [InlineData("http://[::ffff:127.0.0.1]/a.png")]
    [InlineData("http://2130706433/a.png")]
    [InlineData("http://0x7f.1/a.png")]
    [InlineData("http://0.0.0.0/a.png")]
    public async Task Address_in_the_local_network_is_refused(string address) => await Refused(
        "/v1/videos", $$$"""{"prompt":"a","input_reference":{"image_url":"{{{address}}}"}}""", "input_reference.image_url", "forbidden_address");

    [Theory]
    [InlineData("""{}""", "prompt", "missing_required_parameter")]
    [InlineData("""{"prompt":"a","colour":"red"}""", "colour", "unknown_parameter")]
    [InlineData("""{"product":{"name":"Cup"}}""", "product.name", "unknown_parameter")]
    [InlineData("""{"product":{"title":"Cup","price":{"amount":79,"currency":"USD"}}}""", "product.price.amount", "invalid_type")]
    [InlineData("""{"product":{"title":"Cup","price":{"amount":"cheap","currency":"USD"}}}""", "product.price.amount", "invalid_value")]
    [InlineData("""{"product":{"title":"Cup","price":{"amount":"79.00"}}}""", "product.price.currency", "missing_required_parameter")]
    [InlineData("""{"product":{"title":"Cup","price":{"amount":"79.00","currency":"usd"}}}""", "product.price.currency", "invalid_value")]
    [InlineData("""{"product":{"title":"Cup","form":"teapot"}}""", "product.form", "invalid_value")]
    [InlineData("""{"product":{"title":"Cup","height_cm":0}}""", "product.height_cm", "invalid_value")]
    [InlineData("""{"product":{"title":"Cup","images":["cup.png"]}}""", "product.images[0]", "invalid_value")]
    [InlineData("""{"product":{"title":"Cup","images":["1","2","3","4","5","6","7","8","9"]}}""", "product.images", "invalid_value")]
    [InlineData("""{"prompt":"a","brand":{"name":"B","primary_colour":"red"}}""", "brand.primary_colour", "invalid_value")]
    [InlineData("""{"prompt":"a","channels":["web","myspace"]}""", "channels[1]", "invalid_value")]
    [InlineData("""{"prompt":"a","channels":["web","web"]}""", "channels[1]", "invalid_value")]
    [InlineData("""{"prompt":"a","seconds":0}""", "seconds", "invalid_value")]
    [InlineData("""{"prompt":"a","seconds":2.5}""", "seconds", "invalid_value")]
    [InlineData("""{"prompt":"a","size":"7x9"}""", "size", "invalid_value")]
    [InlineData("""{"prompt":"a","language":"english, please"}""", "language", "invalid_value")]
    [InlineData("""{"prompt":"a","voice":"yes"}""", "voice", "invalid_value")]
    [InlineData("""{"prompt":"a","mood":"grumpy"}""", "mood", "invalid_value")]
    [InlineData("""{"prompt":"a","quality":"best"}""", "quality", "invalid_value")]
    [InlineData("""{"prompt":"a","link":{"url":"javascript:alert(1)"}}""", "link.url", "invalid_value")]
    [InlineData("""{"prompt":"a","link":{"url":"https://shop.example","campaign":"a b"}}""", "link.campaign", "invalid_value")]
    [InlineData("""{"prompt":"a","seed":-1}""", "seed", "invalid_value")]
    [InlineData("""{"prompt":"a","seed":1.5}""", "seed", "invalid_type")]
    [InlineData("""{"prompt":"a","engine":"warp"}""", "engine", "invalid_value")]
    [InlineData("""{"prompt":"a","metadata":{"a":1}}""", "metadata.a", "invalid_type")]
    [InlineData("""{"storyboard":{"title":"t","shots":[{"id":"one","seconds":4}]}}""", "storyboard.shots[0].subjects", "missing_required_parameter")]
    [InlineData("""{"storyboard":{"title":"t","shots":[{"id":"one","seconds":4,"subjects":["a"],"camera":{"move":"zoom"}}]}}""", "storyboard.shots[0].camera.move", "invalid_value")]
    [InlineData("{" + Board + ""","seconds":5}""", "seconds", "invalid_value")]
    public async Task Ad_is_refused(string json, string param, string code) => await Refused("/v1/ads", json, param, code);

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        using var answer = await _host.Client.SendJson("/v1/ads", """{"prompt":"a","size":"7x9","seconds":0,"mood":"calm","channels":["x"]}""");
        var message = (await answer.Error(HttpStatusCode.BadRequest)).Text("message")!;
        Assert.Contains("size must be", message);
        Assert.Contains("seconds must be", message);
        Assert.Contains("no channel 'x'", message);
    }

    [Fact]
    public async Task Unknown_field_is_answered_with_what_is_accepted()
    {
        using var answer = await _host.Client.SendJson("/v1/ads", """{"promt":"a"}""");
        Assert.Contains("prompt, product, pictures, brand, channels", (await answer.Error(HttpStatusCode.BadRequest)).Text("message"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Other_content_type_is_refused(string type)
    {
        using var content = new ByteArrayContent("prompt=a"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await _host.Client.PostAsync("/v1/videos", content);
        Assert.Equal("unsupported_media_type", (await answer.Error(HttpStatusCode.UnsupportedMediaType)).Text("code"));
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na red ball\r\n")]
    [InlineData("no boundary at all")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\na red ball\r\n--b--\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n\u00ff\r\n--b--\r\n", true)]
    public async Task Broken_form_is_refused(string form, bool latin = false)
    {
        using var content = new ByteArrayContent((latin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(form));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using var answer = await _host.Client.PostAsync("/v1/videos", content);
        Assert.Equal("invalid_multipart", (await answer.Error(HttpStatusCode.BadRequest)).Text("code"));
    }

    [Fact]
    public async Task File_that_is_no_picture_is_refused()
    {
        var broken = Pictures.Png();
        broken[60] ^= 1;
        foreach (var bytes in new[] { "GIF89a"u8.ToArray(), [], broken, Pictures.Png()[..^20], Pictures.Png(8, 8), Pictures.Png(16, 9000) })
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent("a red ball"), "prompt" },
                { new ByteArrayContent(bytes), "input_reference", "a.png" },
            };
            using var answer = await _host.Client.PostAsync("/v1/videos", form);
            var error = await answer.Error(HttpStatusCode.BadRequest);
            Assert.Equal("input_reference", error.Text("param"));
            Assert.Equal("invalid_image", error.Text("code"));
            Assert.Contains("PNG, JPEG or WebP", error.Text("message"));
        }
    }

    [Fact]
    public async Task One_bad_picture_keeps_the_good_ones_out()
    {
        var good = Pictures.DataUrl(Pictures.Png());
        await Refused(
            "/v1/ads", $$$"""{"product":{"title":"Cup","images":["{{{good}}}","data:image/png;base64,AAAA"]}}""", "product.images[1]", "invalid_image");
    }

    [Theory]
    [InlineData("/v1/videos/video_0/remix", """{"prompt":"more"}""", "video_id", HttpStatusCode.NotFound)]
    [InlineData("/v1/videos/video_0/remix", """{"promt":"more"}""", "promt", HttpStatusCode.BadRequest)]
    [InlineData("/v1/videos/edits", """{"prompt":"more"}""", "video", HttpStatusCode.BadRequest)]
    [InlineData("/v1/videos/edits", """{"prompt":"more","video":{"id":"video_0"}}""", "video.id", HttpStatusCode.NotFound)]
    [InlineData("/v1/videos/extensions", """{"prompt":"more","video":{"id":"video_0"},"seconds":"5"}""", "seconds", HttpStatusCode.BadRequest)]
    [InlineData("/v1/videos/extensions", """{"prompt":"more","video":{"id":"video_0"}}""", "seconds", HttpStatusCode.BadRequest)]
    [InlineData("/v1/videos/extensions", """{"prompt":"more","video":{"id":"video_0"},"seconds":"8"}""", "video.id", HttpStatusCode.NotFound)]
    [InlineData("/v1/videos/characters", """{"name":"Bob"}""", "video", HttpStatusCode.BadRequest)]
    public async Task Change_is_refused(string path, string json, string param, HttpStatusCode status)
    {
        using var answer = await _host.Client.SendJson(path, json);
        Assert.Equal(param, (await answer.Error(status)).Text("param"));
    }

    [Theory]
    [InlineData("limit", "101")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "many")]
    [InlineData("order", "random")]
    [InlineData("after", "../x")]
    public async Task List_is_refused(string name, string value)
    {
        using var answer = await _host.Client.GetAsync($"/v1/videos?{name}={Uri.EscapeDataString(value)}");
        Assert.Equal(name, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    private async Task Refused(string path, string json, string? param, string code)
    {
        using var answer = await _host.Client.SendJson(path, json, "a-key");
        var error = await answer.Error(HttpStatusCode.BadRequest);
        Assert.Equal((param, code), (error.Text("param"), error.Text("code")));
        Assert.Equal("invalid_request_error", error.Text("type"));
    }
}
