using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Api.Tests.Verify;

/// <summary><c>POST /v1/verify</c>: three ways to send a file, and who is told what.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private static readonly WatermarkId _mark = new(0x0123_4567_89ab);
    private ApiHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.Start(new ApiOptions { OperatorTenant = "house", OpenVerification = true, MaxVerifiedBytes = 100_000 });
        await Shelve(_host, _mark);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Owner_of_a_stripped_copy_is_told_which_video_it_is_and_from_which_request()
    {
        var found = await Verify(_host.Client, Marked.Copy(_mark));

        Assert.Equal("recognised_without_signature", found.Text("verdict"));
        Assert.Equal("0123456789ab", found.GetProperty("picture").Text("watermark_id"));
        var match = Assert.Single(found.GetProperty("matches").EnumerateArray());
        Assert.Equal(("video_1", "web", "watermark", false), (match.Text("video_id"), match.Text("channel"), match.Text("found_by"), match.GetProperty("same_file").GetBoolean()));
        Assert.Equal(("a red ball", "video_0"), (match.GetProperty("request").Text("prompt"), match.GetProperty("request").Text("remixed_from")));
    }

    [Fact]
    public async Task Operator_is_told_the_same()
    {
        var found = await Verify(await _host.OtherTenant("house"), Marked.Copy(_mark));
        Assert.Equal("default", Assert.Single(found.GetProperty("matches").EnumerateArray()).Text("tenant"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everybody_else_is_told_that_it_was_made_here_and_nothing_more(bool withKey)
    {
        using var client = withKey ? await _host.OtherTenant("rival") : _host.NewClient(null);
        var text = (await Verify(client, Marked.Copy(_mark))).GetRawText();

        Assert.Contains("recognised_without_signature", text, StringComparison.Ordinal);
        Assert.All(["video_1", "video_0", "0123456789ab", "a red ball", "default", "urn:c2pa"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signed_file_is_made_here_until_a_byte_of_it_changes()
    {
        var video = Marked.Signed(Marked.Copy(_mark), _mark);
        var found = await Verify(_host.Client, video);
        Assert.Equal(("made_here", "ours"), (found.Text("verdict"), found.GetProperty("manifest").Text("signature")));
        Assert.All(found.GetProperty("agreements").EnumerateArray(), one => Assert.True(one.GetProperty("agree").GetBoolean()));

        video[^1] ^= 1;
        Assert.Equal("altered_after_signing", (await Verify(_host.Client, video)).Text("verdict"));
    }

    [Fact]
    public async Task File_that_others_signed_is_theirs_unless_the_picture_is_ours()
    {
        Assert.Equal("made_elsewhere_with_ai", (await Verify(_host.Client, Marked.Signed(Marked.Plain, byOthers: true))).Text("verdict"));

        var taken = await Verify(_host.Client, Marked.Signed(Marked.Copy(_mark), byOthers: true));
        Assert.Equal("recognised_without_signature", taken.Text("verdict"));
        Assert.Contains(taken.GetProperty("agreements").EnumerateArray(), one => !one.GetProperty("agree").GetBoolean());
    }

    [Fact]
    public async Task Nothing_found_says_that_it_proves_nothing_in_the_callers_language()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/verify") { Content = Raw(Marked.Plain, "video/mp4") };
        request.Headers.Add("Accept-Language", "fr, zh-CN;q=0.9, en;q=0.5");
        using var answer = await _host.Client.SendAsync(request);

        Assert.Equal("zh", Assert.Single(answer.Content.Headers.ContentLanguage));
        var found = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("nothing_found", "未发现任何信息"), (found.Text("verdict"), found.Text("title")));
    }

    [Fact]
    public async Task File_may_come_as_a_form_and_none_is_left_behind()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Marked.Copy(_mark)), "file", "copy.mp4" } };
        using var answer = await _host.Client.PostAsync("/v1/verify", form);
        Assert.Equal("recognised_without_signature", (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("verdict"));

        var sent = Path.Combine(Path.GetTempPath(), "sora-uploads");
        Assert.DoesNotContain(Directory.GetFiles(sent), file => Left(file).Contains($"mark {_mark}", StringComparison.Ordinal));
    }

    // Other tests send files too, which come and go.
    private static string Left(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }

    [Fact]
    public async Task File_may_be_named_by_an_address_of_the_public_internet_alone()
    {
        using var answer = await _host.Client.SendJson("/v1/verify", """{"url":"http://169.254.169.254/latest"}""");
        Assert.Equal(("url", "forbidden_address"), ((await answer.Error(HttpStatusCode.BadRequest)).Text("param"), (await answer.Error(HttpStatusCode.BadRequest)).Text("code")));
    }

    [Theory]
    [InlineData("""{"url":"https://a.example","file":"x"}""", "application/json", 400, "url")]
    [InlineData("[]", "application/json", 400, null)]
    [InlineData("x", "text/plain", 415, "Content-Type")]
    [InlineData("", "video/mp4", 400, "file")]
    [InlineData("", "Audio/WAV", 400, "file")]
    [InlineData("", "Application/Octet-Stream", 400, "file")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"video\"\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b", 400, "file")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx", "multipart/form-data; boundary=b", 400, null)]
    public async Task Body_that_is_no_file_is_refused_with_what_would_be_accepted(string body, string type, int status, string? param)
    {
        using var answer = await _host.Client.PostAsync("/v1/verify", Raw(System.Text.Encoding.UTF8.GetBytes(body), type));
        Assert.Equal(param, (await answer.Error((HttpStatusCode)status)).Text("param"));
    }

    [Fact]
    public async Task File_that_is_too_large_is_refused_however_it_comes()
    {
        using var raw = await _host.Client.PostAsync("/v1/verify", Raw(new byte[200_000], "video/mp4"));
        await raw.Error(HttpStatusCode.RequestEntityTooLarge);
        using var chunked = await _host.Client.PostAsync("/v1/verify", new PushedContent(new byte[100_001]));
        await chunked.Error(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Callers_without_a_key_have_their_turn_six_times_a_minute()
    {
        using var client = _host.NewClient(null);
        var turns = 0;
        HttpResponseMessage answer;
        while ((answer = await client.PostAsync("/v1/verify", Raw(Marked.Plain, "video/mp4"))).IsSuccessStatusCode)
        {
            turns++;
        }

        // A minute may end while this runs.
        Assert.InRange(turns, 6, 12);
        Assert.Equal("rate_limit_exceeded", (await answer.Error(HttpStatusCode.TooManyRequests)).Text("code"));
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Deployment_asks_for_a_key_unless_it_says_otherwise()
    {
        await using var closed = await ApiHost.Start();
        using var answer = await closed.NewClient(null).PostAsync("/v1/verify", Raw(Marked.Plain, "video/mp4"));
        await answer.Error(HttpStatusCode.Unauthorized);
        using var wrong = await _host.NewClient("sk-sora-none").PostAsync("/v1/verify", Raw(Marked.Plain, "video/mp4"));
        await wrong.Error(HttpStatusCode.Unauthorized);
    }

    internal static async Task<JsonElement> Verify(HttpClient client, byte[] file)
    {
        using var answer = await client.PostAsync("/v1/verify", Raw(file, "video/mp4"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal static ByteArrayContent Raw(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

    /// <summary>What a finished video of the first tenant leaves in the tables.</summary>
    internal static Task<int> Shelve(ApiHost host, WatermarkId mark, string label = "urn:c2pa:one", string path = "tenants/default/content/aa/aa") => host.Use(async (SoraDatabase database) =>
    {
        var at = host.Clock.GetUtcNow();
        database.Videos.Add(new VideoRow
        {
            Id = "video_1", TenantId = "default", Model = "sora-2", Status = VideoStatus.Completed, CreatedAt = at, Prompt = "a red ball",
            Size = "640x360", MainChannel = "web", Seconds = 4, Request = "{}", RemixedFrom = "video_0",
        });
        database.Watermarks.Add(new WatermarkRow { Mark = (long)mark.Value, VideoId = "video_1", Channel = "web", TenantId = "default", Sha256 = "ff", At = at });
        database.Manifests.Add(new ManifestRow { Label = label, TenantId = "default", VideoId = "video_1", Channel = "web", Path = path, At = at });
        return await database.SaveChangesAsync();
    });

    private sealed class PushedContent : ByteArrayContent
    {
        public PushedContent(byte[] content)
            : base(content) => Headers.ContentType = new MediaTypeHeaderValue("video/mp4");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
