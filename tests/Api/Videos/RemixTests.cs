using System.Net;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Tests.Videos;

public sealed class RemixTests : IAsyncLifetime
{
    private static readonly Storyboard _board = new()
    {
        Title = "Ball",
        Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball }],
        Shots = [new Shot { Id = "one", Seconds = 4, Subjects = ["ball"] }],
    };

    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/v1/videos/{0}/remix", """{{"prompt":"make it blue"}}""")]
    [InlineData("/v1/videos/edits", """{{"prompt":"make it blue","video":{{"id":"{0}"}}}}""")]
    public async Task Change_is_ordered_with_the_storyboard_as_it_was_filmed(string path, string body)
    {
        var source = await Filmed();

        var remix = await _host.Client.PostJson(string.Format(path, source), string.Format(body, source));

        Assert.Equal((source, "make it blue", "sora-2-pro", "640x360"), (remix.Text("remixed_from_video_id"), remix.Text("prompt"), remix.Text("model"), remix.Text("size")));
        var request = await RequestOf(remix);
        Assert.Equal(("make it blue", "a red ball", "Ball"), (request.Change, request.Prompt, request.Storyboard?.Title));
    }

    [Fact]
    public async Task Remix_says_how_far_earlier_clips_may_be_left_and_pictures_stay_with_their_shots()
    {
        var source = (await _host.Client.PostJson("/v1/ads", $$"""{"prompt":"a red ball","pictures":[{"image":"{{Hosting.Pictures.DataUrl(Hosting.Pictures.Png())}}","role":"first-frame"}]}""")).Text("id")!;
        await Complete(source, _board);

        var remix = await _host.Client.PostJson($"/v1/videos/{source}/remix", """{"prompt":"make it blue","strength":0.4}""");

        var request = await RequestOf(remix);
        Assert.Equal(0.4, request.Strength);
        Assert.Equal((PictureRole.FirstFrame, "one"), (request.Guides![0].Role, request.Guides[0].ShotId));
    }

    [Fact]
    public async Task Extension_is_ordered_with_the_storyboard_as_it_was_filmed_and_lasts_as_long_as_both()
    {
        var source = await Filmed();

        var longer = await _host.Client.PostJson("/v1/videos/extensions", $$$"""{"prompt":"it rolls away","seconds":"8","video":{"id":"{{{source}}}"}}""");

        Assert.Equal((source, "it rolls away", "12"), (longer.Text("remixed_from_video_id"), longer.Text("prompt"), longer.Text("seconds")));
        var request = await RequestOf(longer);
        Assert.Equal(("it rolls away", true, 12m, 1, "Ball"), (request.Change, request.Continues, request.Seconds, request.Extensions, request.Storyboard?.Title));
        await Complete(longer.Text("id")!, request.Storyboard!);
        var remix = await RequestOf(await _host.Client.PostJson($"/v1/videos/{longer.Text("id")}/remix", """{"prompt":"make it blue"}"""));
        Assert.Equal((false, "make it blue", 12m), (remix.Continues, remix.Change, remix.Seconds));
    }

    [Fact]
    public async Task Extension_is_refused_when_it_is_the_seventh_too_long_or_of_another_model()
    {
        var id = await Filmed();
        var asked = """{"prompt":"more","seconds":"SECONDS","video":{"id":"VIDEO"}MODEL}""";
        string Of(string seconds, string model = "") => asked.Replace("SECONDS", seconds).Replace("VIDEO", id).Replace("MODEL", model);
        Assert.Equal(("model", "invalid_value"), await Refused(Of("4", ""","model":"sora-9" """)));
        for (var i = 0; i < 6; i++)
        {
            if (i == 5)
            {
                Assert.Equal(("seconds", "invalid_value"), await Refused(Of("20")));
            }

            var request = await RequestOf(await _host.Client.PostJson("/v1/videos/extensions", Of(i == 5 ? "16" : "20")), made => id = made);
            await Complete(id, request.Storyboard!);
        }

        Assert.Equal(("video.id", "too_many_extensions"), await Refused(Of("4")));
    }

    [Fact]
    public async Task Extension_of_a_storyboard_that_is_full_is_refused()
    {
        var id = await Filmed(_board with { Shots = [.. Enumerable.Range(1, 24).Select(i => _board.Shots[0] with { Id = $"shot-{i}", Seconds = 1 })] });

        Assert.Equal(("video.id", "too_many_shots"), await Refused($$$"""{"prompt":"more","seconds":"4","video":{"id":"{{{id}}}"}}"""));
    }

    [Theory, InlineData("0"), InlineData("1.5"), InlineData("-1")]
    public async Task Strength_out_of_its_range_is_refused(string strength)
    {
        using var answer = await _host.Client.SendJson("/v1/videos/video_1/remix", $$"""{"prompt":"make it blue","strength":{{strength}}}""");
        Assert.Equal("strength", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Video_that_is_not_completed_is_not_changed()
    {
        var source = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id");
        using var answer = await _host.Client.SendJson($"/v1/videos/{source}/remix", """{"prompt":"make it blue"}""");
        Assert.Equal("video_not_completed", (await answer.Error(HttpStatusCode.BadRequest)).Text("code"));
    }

    [Fact]
    public async Task Video_of_another_tenant_is_not_found()
    {
        var source = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id");
        using var other = await _host.OtherTenant("other");
        using var answer = await other.SendJson($"/v1/videos/{source}/remix", """{"prompt":"make it blue"}""");
        await answer.Error(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tenant_who_orders_too_fast_is_told_to_wait()
    {
        await using var slow = await ApiHost.Start(new ApiOptions { CreatesPerSecond = 1 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => slow.Client.SendJson("/v1/videos", """{"prompt":"a red ball"}""")));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("rate_limit_exceeded", (await refused.Error(HttpStatusCode.TooManyRequests)).Text("code"));
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
    }

    private async Task<string> Filmed(Storyboard? board = null)
    {
        var id = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball","model":"sora-2-pro","size":"640x360"}""")).Text("id")!;
        await Complete(id, board ?? _board);
        return id;
    }

    private Task Complete(string id, Storyboard board) => _host.Complete(
        id, ("storyboard.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(board, ContractJson.Default.Storyboard)));

    private async Task<VideoRequest> RequestOf(JsonElement video, Action<string>? take = null)
    {
        take?.Invoke(video.Text("id")!);
        var order = (VideoOrder)_host.Orchestrations.Started[video.Text("id")!]!;
        return await new TenantBlobs(_host.Blobs, order.Tenant).GetJson(order.Request, PipelineJson.Default.VideoRequest, default);
    }

    private async Task<(string?, string?)> Refused(string json)
    {
        using var answer = await _host.Client.SendJson("/v1/videos/extensions", json);
        var error = await answer.Error(HttpStatusCode.BadRequest);
        return (error.Text("param"), error.Text("code"));
    }
}
