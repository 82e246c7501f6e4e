using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Clips;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.Remotes;

public class RemoteClipsTests : IAsyncLifetime
{
    private RemoteScene _scene = null!;

    public async Task InitializeAsync() => _scene = new RemoteScene(tables: await Start());

    public Task DisposeAsync()
    {
        _scene.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_clip_is_brought_home_with_an_empty_log_and_booked_at_its_price()
    {
        await using var peer = (await RemotePeer.Start()).Obliging();
        var clip = await _scene.Render(peer);

        var home = new TenantBlobs(_scene.Blobs, RemoteScene.Tenant);
        await using var picture = await home.Open(clip.Picture, default);
        Assert.Equal(RemotePeer.Clip.Length, picture.Length);
        Assert.Empty((await home.GetJson(clip.Log, ContractJson.Default.ClipLog, default)).Contacts);
        Assert.Empty(clip.Warnings);
        var booked = Assert.Single(await _scene.Usage());
        Assert.Equal((RemoteScene.VideoId, "remote", 4_000L, 400_000L), (booked.VideoId, booked.Engine, booked.Milliseconds, booked.MicroDollars));
        Assert.Equal(400_000L, _scene.Video.MicroDollars);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(",\"completed_at\":31", 30_000)]
    [InlineData(",\"completed_at\":-5", 0)]
    public async Task How_long_a_remote_took_is_booked_as_it_says(string more, long took)
    {
        await using var peer = (await RemotePeer.Start()).On("GET /v1/videos/video_1", 200, RemotePeer.Video("completed", more)).Obliging();
        await _scene.Render(peer);
        Assert.Equal(took, Assert.Single(await _scene.Usage()).WorkMilliseconds);
    }

    [Fact]
    public async Task A_run_that_broke_off_is_taken_up_where_it_was_and_nothing_is_ordered_or_booked_twice()
    {
        await using var peer = (await RemotePeer.Start())
            .On("GET /v1/videos/video_1/content", 500, "{}")
            .Obliging();
        await Assert.ThrowsAsync<IOException>(() => _scene.Render(peer));
        Assert.Empty(await _scene.Usage());

        await _scene.Render(peer);
        await _scene.Render(peer);
        Assert.Single(peer.Calls, call => call == "POST /v1/videos");
        Assert.Single(await _scene.Usage());
        Assert.Equal(400_000L, _scene.Video.MicroDollars);
    }

    [Fact]
    public async Task A_remote_that_is_away_for_a_while_is_waited_for()
    {
        await using var peer = await RemotePeer.Start();
        for (var i = 0; i < 9; i++)
        {
            peer.On("GET /v1/videos/video_1", 502, "{}");
        }

        await _scene.Render(peer.Obliging());
        Assert.Single(peer.Calls, call => call == "POST /v1/videos");
    }

    [Theory]
    [InlineData("""{"id":"video_1","status":"completed","expires_at":1000}""")]
    [InlineData("""{"id":"video_1","status":"failed","error":{"code":"server_error","message":"Out of memory."}}""")]
    public async Task What_expired_or_failed_by_chance_is_ordered_anew_under_another_key(string lost)
    {
        await using var peer = (await RemotePeer.Start())
            .On("POST /v1/videos", 200, RemotePeer.Video("queued"))
            .On("GET /v1/videos/video_1", 200, lost)
            .On("POST /v1/videos", 200, RemotePeer.Video("queued", id: "video_2"))
            .On("GET /v1/videos/video_2", 200, RemotePeer.Video("completed", id: "video_2"))
            .On("GET /v1/videos/video_2/content", http => http.Response.Body.WriteAsync(RemotePeer.Clip).AsTask());
        await _scene.Render(peer);
        Assert.Equal(
            ["sora-5h07-0", "sora-5h07-1"],
            peer.Heard.Where(one => one.Call == "POST /v1/videos").Select(one => one.Headers["Idempotency-Key"].ToString()[..^17]));
        Assert.Single(await _scene.Usage());
    }

    [Fact]
    public async Task An_order_that_changed_before_it_was_taken_goes_under_another_key()
    {
        await using var peer = (await RemotePeer.Start()).On("POST /v1/videos", 400, "{}").Obliging();
        await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer));
        await _scene.Render(peer, terms: new RemoteTerms { Model = "other" });
        Assert.Equal(2, peer.Heard.Where(one => one.Call == "POST /v1/videos").Select(one => one.Headers["Idempotency-Key"].ToString()).Distinct().Count());
    }

    [Fact]
    public async Task What_the_remote_finds_improper_is_not_ordered_again_by_itself_but_by_the_next_video()
    {
        await using var peer = (await RemotePeer.Start())
            .On("GET /v1/videos/video_1", 200, """{"id":"video_1","status":"failed","error":{"code":"moderation_blocked","message":"Not that."}}""")
            .Obliging();
        var refusal = await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer));
        Assert.Equal(("moderation_blocked", "'remote' refuses the shot: Not that."), (refusal.Code, refusal.Message));
        await _scene.Render(peer);
        Assert.Equal(2, peer.Calls.Count(call => call == "POST /v1/videos"));
    }

    [Fact]
    public async Task A_product_is_sent_as_the_first_frame_and_that_it_is_drawn_anew_is_told()
    {
        await using var peer = (await RemotePeer.Start()).Obliging();
        var clip = await _scene.Render(peer, await _scene.WithProduct(), terms: new RemoteTerms { Picture = RemotePicture.FirstFrame });

        var body = peer.Heard.First().Body.ReplaceLineEndings("\n");
        Assert.Contains("name=\"input_reference\"; filename=\"reference.jpeg\"", body, StringComparison.Ordinal);
        Assert.Contains("\n\nthe first frame\n", body, StringComparison.Ordinal);
        var staged = Assert.IsType<ShotJob>(_scene.Worker.Jobs[0]).Order;
        Assert.Equal(("world", Deed.Stand, CameraMove.Still, Setting.Beach, 1280), (staged.Engine, staged.Shot.Action, staged.Shot.Camera.Move, staged.Shot.Setting, staged.Format.Width));
        Assert.Equal("'remote' drew 'Bouncer' anew from a picture of it: its label and details may differ from the real ones.", Assert.Single(clip.Warnings));
    }

    [Fact]
    public async Task A_place_that_a_product_will_be_filmed_in_front_of_is_ordered_in_words_and_needs_no_warning()
    {
        await using var peer = (await RemotePeer.Start()).Obliging();
        var clip = await _scene.Render(peer, await _scene.WithProduct() with { Bare = true });
        Assert.DoesNotContain("Bouncer", peer.Heard.First().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("input_reference", peer.Heard.First().Body, StringComparison.Ordinal);
        Assert.Empty(clip.Warnings);
    }

    [Theory]
    [InlineData(RemotePicture.Product, "\u0007\u0007", "anew from a picture of it")]
    [InlineData(RemotePicture.None, null, "from words alone: it does not look like the real one.")]
    public async Task A_remote_may_be_sent_the_products_own_picture_or_none(RemotePicture wanted, string? sent, string told)
    {
        await using var peer = (await RemotePeer.Start()).Obliging();
        var clip = await _scene.Render(peer, await _scene.WithProduct(), terms: new RemoteTerms { Picture = wanted });

        var body = peer.Heard.First().Body;
        Assert.Equal(sent is not null, body.Contains("input_reference", StringComparison.Ordinal));
        Assert.Contains(sent ?? "", body, StringComparison.Ordinal);
        Assert.IsType<AnalysisJob>(Assert.Single(_scene.Worker.Jobs));
        Assert.Contains(told, Assert.Single(clip.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shot_that_is_longer_than_the_remote_makes_is_told()
    {
        _scene.Worker.Found = _scene.Worker.Found with { Seconds = 12, Frames = 360 };
        await using var peer = (await RemotePeer.Start()).Obliging();
        var clip = await _scene.Render(peer, RemoteScene.Order with { Shot = RemoteScene.Order.Shot with { Seconds = 15 } });
        Assert.Equal(
            ["'remote' makes at most 12 seconds; shot 'hook' is ordered with 15.", "'remote' made 12 of the 15 seconds of shot 'hook'; its last picture is held."],
            clip.Warnings);
    }

    [Fact]
    public async Task What_is_no_video_is_not_taken_for_one_and_ordered_anew_by_the_next_video()
    {
        _scene.Worker.Unreadable = new RenderError("bad_asset", "no MP4", false);
        await using var peer = (await RemotePeer.Start()).Obliging();
        var unfit = await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer));
        Assert.Equal(("remote_failed", "'remote' sent a clip that can't be read."), (unfit.Code, unfit.Message));

        _scene.Worker.Unreadable = null;
        await _scene.Render(peer);
        Assert.Equal(2, peer.Calls.Count(call => call == "POST /v1/videos"));
    }

    [Fact]
    public async Task A_single_picture_is_no_clip()
    {
        _scene.Worker.Found = _scene.Worker.Found with { Frames = 1 };
        await using var peer = (await RemotePeer.Start()).Obliging();
        Assert.Equal("'remote' sent a clip of 1 frames of 1280 x 720 pixels.", (await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer))).Message);
    }

    [Fact]
    public async Task What_must_not_be_shown_is_blocked_though_the_remote_let_it_pass()
    {
        _scene.Worker.Found = _scene.Worker.Found with { Safety = new PictureVerdict("judge", false, new Dictionary<string, double> { ["nudity"] = 0.9, ["other"] = 0.1 }, 1.25) };
        await using var peer = (await RemotePeer.Start()).Obliging();
        var blocked = await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer));
        Assert.Equal("moderation_blocked", blocked.Code);
        Assert.Contains("(nudity, at 1.3 s)", blocked.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clip_that_a_person_should_look_at_is_delivered_and_that_is_told()
    {
        _scene.Worker.Found = _scene.Worker.Found with { Notes = ["A person should look at it: beach wear."] };
        await using var peer = (await RemotePeer.Start()).Obliging();
        Assert.Equal(["A person should look at it: beach wear."], (await _scene.Render(peer)).Warnings);
    }

    [Fact]
    public async Task That_nobody_looked_at_the_frames_is_told()
    {
        _scene.Worker.Found = _scene.Worker.Found with { Safety = null, Notes = ["nothing in /opt/models"] };
        await using var peer = (await RemotePeer.Start()).Obliging();
        Assert.Equal(["Nobody judged the frames that 'remote' made: the worker has no picture-safety model."], (await _scene.Render(peer)).Warnings);
    }

    [Fact]
    public async Task A_remote_that_never_ends_is_given_up()
    {
        await using var peer = (await RemotePeer.Start())
            .On("POST /v1/videos", 200, RemotePeer.Video("queued"))
            .On("GET /v1/videos/video_1", 200, RemotePeer.Video("in_progress"));
        var end = await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer, waits: new RemoteWaits { Pause = TimeSpan.FromMilliseconds(5), InAll = TimeSpan.FromMilliseconds(50) }));
        Assert.Equal("remote_timeout", end.Code);
    }

    [Fact]
    public async Task A_remote_that_was_deleted_meanwhile_is_missed_by_name()
    {
        await using var peer = (await RemotePeer.Start()).Obliging();
        var missing = await Assert.ThrowsAsync<FinalException>(() => _scene.Render(peer, RemoteScene.Order with { Engine = "remote-gone" }));
        Assert.Equal("no_engine", missing.Code);
    }

    /// <summary>The tables that are tested.</summary>
    private protected virtual Task<FileDatabase> Start() => Task.FromResult(new FileDatabase());
}
