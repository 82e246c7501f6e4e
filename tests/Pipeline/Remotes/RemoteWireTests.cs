using System.Diagnostics;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Calls;

namespace SoraFunctions.Pipeline.Tests.Remotes;

public sealed class RemoteWireTests : IDisposable
{
    private readonly RemoteScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task An_order_is_a_form_as_the_clients_of_the_videos_api_send_it()
    {
        await using var peer = (await RemotePeer.Start()).Obliging();
        await _scene.Render(peer);

        var (_, headers, body, _) = peer.Heard.First();
        Assert.Equal("Bearer sk-very-secret-key-0001", headers.Authorization.ToString());
        Assert.Matches("^sora-5h07-0-[0-9a-f]{16}$", headers["Idempotency-Key"].ToString());
        Assert.Equal("multipart/form-data; boundary=sora-functions-5f1c27d09b3e4a86", headers.ContentType.ToString());
        Assert.Equal(
            """
            --sora-functions-5f1c27d09b3e4a86
            Content-Disposition: form-data; name="prompt"

            Medium shot of a red rubber ball rolling through the frame on a sandy beach under an open sky. Soft diffused light, camera slowly pushing in, shallow depth of field. Elegant and precious mood, ivory and terracotta palette, photorealistic, highly detailed, smooth natural motion.
            --sora-functions-5f1c27d09b3e4a86
            Content-Disposition: form-data; name="model"

            sora-2
            --sora-functions-5f1c27d09b3e4a86
            Content-Disposition: form-data; name="seconds"

            4
            --sora-functions-5f1c27d09b3e4a86
            Content-Disposition: form-data; name="size"

            1280x720
            --sora-functions-5f1c27d09b3e4a86--

            """,
            body.ReplaceLineEndings("\n"));
        Assert.Equal(["POST /v1/videos", "GET /v1/videos/video_1", "GET /v1/videos/video_1/content"], peer.Calls);
    }

    [Fact]
    public async Task The_remote_says_when_it_is_to_be_asked_again()
    {
        await using var peer = (await RemotePeer.Start())
            .On("GET /v1/videos/video_1", 200, RemotePeer.Video("in_progress"), ("openai-poll-after-ms", "400"))
            .Obliging();
        await _scene.Render(peer);
        var asked = peer.Heard.Where(one => one.Call == "GET /v1/videos/video_1").Select(one => one.At).ToList();
        Assert.InRange((asked[1] - asked[0]).TotalMilliseconds, 390, 10_000);
        Assert.Equal([0.4], _scene.Progress);
    }

    [Fact]
    public async Task An_order_that_fails_for_the_moment_is_repeated_under_its_key_when_the_remote_says()
    {
        await using var peer = (await RemotePeer.Start())
            .On("POST /v1/videos", 429, "{}", ("Retry-After", "1"))
            .On("POST /v1/videos", 503, "{}")
            .Obliging();
        await _scene.Render(peer);
        var orders = peer.Heard.Where(one => one.Call == "POST /v1/videos").ToList();
        Assert.Equal(3, orders.Count);
        Assert.Single(orders.Select(one => one.Headers["Idempotency-Key"].ToString()).Distinct());
        Assert.Single(orders.Select(one => one.Body).Distinct());
        Assert.InRange((orders[1].At - orders[0].At).TotalSeconds, 0.95, 20);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"moderation_blocked","message":"Not that."}}""", "moderation_blocked", "'remote' refuses the shot: Not that.")]
    [InlineData(400, """{"error":{"code":"invalid_value","message":"size must be larger"}}""", "remote_refused", "'remote' refuses the order with status 400: size must be larger.")]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided: sk-very-secret-key-0001."}}""", "remote_unauthorized", "'remote' refuses its key: Incorrect API key provided: ….")]
    [InlineData(404, "nothing", "remote_not_found", "'remote' has no videos at its address.")]
    [InlineData(200, """{"hello":"world"}""", "remote_refused", "'remote' does not speak the Videos API: its answer is no video.")]
    public async Task A_refusal_is_final_and_told_under_the_remotes_name_without_its_key(int status, string body, string code, string message)
    {
        await using var peer = (await RemotePeer.Start()).On("POST /v1/videos", status, body);
        var refusal = await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer));
        Assert.Equal((code, message), (refusal.Code, refusal.Message));
        Assert.Single(peer.Calls);
    }

    [Fact]
    public async Task A_quota_that_is_used_up_may_be_free_another_time()
    {
        await using var peer = (await RemotePeer.Start()).On("POST /v1/videos", 429, """{"error":{"code":"insufficient_quota","message":"You exceeded your quota."}}""", ("Retry-After", "3600"));
        var passing = await Assert.ThrowsAsync<IOException>(() => _scene.Render(peer));
        Assert.Equal("'remote' takes no more orders at present: You exceeded your quota.", passing.Message);
        Assert.Single(peer.Calls);
    }

    [Fact]
    public async Task A_question_that_is_slow_is_asked_a_second_time_beside_the_first_and_an_order_never()
    {
        using var scene = new RemoteScene(new RemoteRetry { HedgeAfter = TimeSpan.FromMilliseconds(100) });
        await using var peer = await RemotePeer.Start();
        async Task Slow(Microsoft.AspNetCore.Http.HttpContext http)
        {
            await Task.Delay(600, http.RequestAborted);
            await http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(RemotePeer.Video("queued")));
        }

        peer.On("POST /v1/videos", Slow)
            .On("GET /v1/videos/video_1", async http => await Task.Delay(20_000, http.RequestAborted))
            .Obliging();
        var clock = Stopwatch.StartNew();
        await scene.Render(peer);
        Assert.Equal((1, 2), (peer.Calls.Count(call => call == "POST /v1/videos"), peer.Calls.Count(call => call == "GET /v1/videos/video_1")));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 15);
    }

    [Fact]
    public async Task Storage_that_the_remote_leads_to_is_not_shown_the_key()
    {
        await using var storage = (await RemotePeer.Start()).On("GET /clip", http => http.Response.Body.WriteAsync(RemotePeer.Clip).AsTask());
        await using var peer = (await RemotePeer.Start())
            .On("GET /v1/videos/video_1/content", 307, "", ("Location", storage.Url.Replace("/v1", "/clip", StringComparison.Ordinal)))
            .Obliging();
        await _scene.Render(peer);
        Assert.Equal("", storage.Heard.Single().Headers.Authorization.ToString());
    }

    [Fact]
    public async Task A_remote_that_fails_too_often_is_left_alone()
    {
        using var scene = new RemoteScene(new RemoteRetry { Attempts = 8, First = TimeSpan.FromMilliseconds(1), BreakAfter = 4, Break = TimeSpan.FromMinutes(1) });
        await using var peer = (await RemotePeer.Start()).On("POST /v1/videos", 500, "{}");
        var failure = await Assert.ThrowsAsync<IOException>(() => scene.Render(peer));
        Assert.Contains("left alone", failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, peer.Calls.Count());
    }
}
