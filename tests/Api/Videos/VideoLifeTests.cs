using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Tests.Videos;

public sealed class VideoLifeTests : IAsyncLifetime
{
    private static readonly string[] _keys =
    [
        "id", "object", "model", "status", "progress", "created_at", "completed_at", "expires_at", "prompt", "size", "seconds",
        "remixed_from_video_id", "error",
    ];

    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Video_is_created_with_defaults_and_all_thirteen_keys()
    {
        var video = await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""");

        Assert.Empty(_keys.Except(video.EnumerateObject().Select(pair => pair.Name)));
        Assert.Matches("^video_[0-9a-f]{32}$", video.Text("id"));
        Assert.Equal("video", video.Text("object"));
        Assert.Equal("sora-2", video.Text("model"));
        Assert.Equal("queued", video.Text("status"));
        Assert.Equal("4", video.Text("seconds"));
        Assert.Equal("720x1280", video.Text("size"));
        Assert.Equal("a red ball", video.Text("prompt"));
        Assert.Equal(0, video.GetProperty("progress").GetInt32());
        var order = Assert.IsType<VideoOrder>(_host.Orchestrations.Started[video.Text("id")!]);
        Assert.Equal("default", order.Tenant);
        Assert.Contains(order.Request.Path, _host.Blobs.Paths);
    }

    [Fact]
    public async Task Video_is_retrieved_with_the_headers_of_the_videos_api()
    {
        var id = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball","seconds":"8"}""")).Text("id");

        using var answer = await _host.Client.GetAsync($"/v1/videos/{id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("1000", answer.Headers.GetValues("openai-poll-after-ms").Single());
        Assert.StartsWith("req_", answer.Headers.GetValues("x-request-id").Single());
        Assert.NotEmpty(answer.Headers.GetValues("openai-processing-ms").Single());
        Assert.Equal("2020-10-01", answer.Headers.GetValues("openai-version").Single());
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(60, 3000)]
    [InlineData(3600, 15000)]
    public async Task Clients_are_asked_to_come_back_the_later_the_longer_a_video_takes(int seconds, int milliseconds)
    {
        var id = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id");
        _host.Clock.Ahead = TimeSpan.FromSeconds(seconds);

        using var answer = await _host.Client.GetAsync($"/v1/videos/{id}");

        Assert.InRange(int.Parse(answer.Headers.GetValues("openai-poll-after-ms").Single()), milliseconds, milliseconds + 500);
    }

    [Fact]
    public async Task Captions_in_another_language_are_given_though_the_order_they_were_made_by_is_gone()
    {
        await _host.Use((SoraDatabase database) =>
        {
            database.Videos.Add(new VideoRow
            {
                Id = "video_captions", TenantId = "default", Model = "sora-2", CreatedAt = _host.Clock.GetUtcNow(), Size = "1280x720", MainChannel = "web", Seconds = 4, Request = "{}",
            });
            return database.SaveChangesAsync();
        });
        await _host.Complete("video_captions", ("captions.vtt", "text/vtt", [1]), ("captions.de.vtt", "text/vtt", [2]), ("captions.zh-Hans.vtt", "text/vtt", [3]));
        Assert.Equal([2], await _host.Client.GetByteArrayAsync("/v1/videos/video_captions/content?variant=captions.de"));
        Assert.Equal([3], await _host.Client.GetByteArrayAsync("/v1/videos/video_captions/content?variant=captions.zh-Hans"));
        using var absent = await _host.Client.GetAsync("/v1/videos/video_captions/content?variant=captions.fr");
        Assert.Equal("variant_not_found", (await absent.Error(HttpStatusCode.NotFound)).Text("code"));
    }

    [Fact]
    public async Task Content_comes_whole_in_ranges_and_only_when_changed()
    {
        var id = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!;
        using (var early = await _host.Client.GetAsync($"/v1/videos/{id}/content"))
        {
            Assert.Equal("video_not_ready", (await early.Error(HttpStatusCode.NotFound)).Text("code"));
        }

        var bytes = Encoding.ASCII.GetBytes("0123456789");
        await _host.Complete(id, ("video.mp4", "video/mp4", bytes), ("thumbnail.webp", "image/webp", [1, 2, 3]));

        using var whole = await _host.Client.GetAsync($"/v1/videos/{id}/content");
        Assert.Equal("video/mp4", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync());

        using var part = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/videos/{id}/content?variant=video")
        {
            Headers = { Range = new RangeHeaderValue(2, 4) },
        });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("bytes 2-4/10", part.Content.Headers.ContentRange?.ToString());
        Assert.Equal("234", await part.Content.ReadAsStringAsync());

        using var beyond = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/videos/{id}/content")
        {
            Headers = { Range = new RangeHeaderValue(100, 200) },
        });
        await beyond.Error(HttpStatusCode.RequestedRangeNotSatisfiable);

        using var same = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/videos/{id}/content")
        {
            Headers = { IfNoneMatch = { whole.Headers.ETag! } },
        });
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        using var thumbnail = await _host.Client.GetAsync($"/v1/videos/{id}/content?variant=thumbnail");
        Assert.Equal("image/webp", thumbnail.Content.Headers.ContentType?.MediaType);
        using var absent = await _host.Client.GetAsync($"/v1/videos/{id}/content?variant=spritesheet");
        Assert.Equal("variant_not_found", (await absent.Error(HttpStatusCode.NotFound)).Text("code"));
        using var unknown = await _host.Client.GetAsync($"/v1/videos/{id}/content?variant=avi");
        Assert.Equal("variant", (await unknown.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Theory]
    [InlineData("redirect=true", HttpStatusCode.Found)]
    [InlineData("redirect=false", HttpStatusCode.OK)]
    [InlineData("redirect=yes", HttpStatusCode.BadRequest)]
    public async Task Content_can_be_had_by_a_link_that_needs_no_key(string query, HttpStatusCode status)
    {
        var id = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!;
        await _host.Complete(id, ("video.mp4", "video/mp4", [1, 2, 3]));

        using var answer = await _host.Client.GetAsync($"/v1/videos/{id}/content?{query}");

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Found)
        {
            Assert.StartsWith("https://storage.example/tenants/default/", answer.Headers.Location!.AbsoluteUri);
            Assert.EndsWith("?minutes=15", answer.Headers.Location.AbsoluteUri);
        }
    }

    [Fact]
    public async Task Deleted_video_is_stopped_and_gone()
    {
        var id = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!;

        using var answer = await _host.Client.DeleteAsync($"/v1/videos/{id}");

        var deleted = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(id, deleted.Text("id"));
        Assert.Equal("video.deleted", deleted.Text("object"));
        Assert.True(deleted.GetProperty("deleted").GetBoolean());
        Assert.Equal([id], _host.Orchestrations.Cancelled);
        using var again = await _host.Client.GetAsync($"/v1/videos/{id}");
        Assert.Equal("video_not_found", (await again.Error(HttpStatusCode.NotFound)).Text("code"));
    }

    [Fact]
    public async Task Tenants_are_walls()
    {
        var id = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!;
        using var other = await _host.OtherTenant("other");

        foreach (var path in new[] { $"/v1/videos/{id}", $"/v1/videos/{id}/content" })
        {
            using var read = await other.GetAsync(path);
            await read.Error(HttpStatusCode.NotFound);
        }

        using var delete = await other.DeleteAsync($"/v1/videos/{id}");
        await delete.Error(HttpStatusCode.NotFound);
        Assert.Equal(0, (await other.GetJson("/v1/videos")).GetProperty("data").GetArrayLength());
        using var mine = await _host.Client.GetAsync($"/v1/videos/{id}");
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk-sora-wrong")]
    [InlineData("sk-other")]
    public async Task Caller_without_a_key_is_refused(string? key)
    {
        using var client = _host.NewClient(key);
        using var answer = await client.GetAsync("/v1/videos");
        Assert.Equal("invalid_api_key", (await answer.Error(HttpStatusCode.Unauthorized)).Text("code"));
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/v1/videos", HttpStatusCode.MethodNotAllowed)]
    public async Task Wrong_door_gets_an_error_object(string method, string path, HttpStatusCode status)
    {
        using var answer = await _host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        await answer.Error(status);
    }

    [Fact]
    public async Task Models_are_listed()
    {
        var models = (await _host.Client.GetJson("/v1/models")).GetProperty("data").EnumerateArray().Select(model => model.Text("id"));
        Assert.Contains("sora-2", models);
        Assert.Contains("world", models);
        Assert.Equal("world", (await _host.Client.GetJson("/v1/models/sora-2-pro")).Text("engine"));
    }
}
