using System.Net;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Json;
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
        var source = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball","model":"sora-2-pro","size":"640x360"}""")).Text("id")!;
        await _host.Complete(
            source, ("storyboard.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(_board, ContractJson.Default.Storyboard)));

        var remix = await _host.Client.PostJson(string.Format(path, source), string.Format(body, source));

        Assert.Equal((source, "make it blue", "sora-2-pro", "640x360"), (remix.Text("remixed_from_video_id"), remix.Text("prompt"), remix.Text("model"), remix.Text("size")));
        var order = (VideoOrder)_host.Orchestrations.Started[remix.Text("id")!]!;
        var request = await new TenantBlobs(_host.Blobs, order.Tenant).GetJson(order.Request, PipelineJson.Default.VideoRequest, default);
        Assert.Equal(("make it blue", "a red ball", "Ball"), (request.Change, request.Prompt, request.Storyboard?.Title));
    }

    [Fact]
    public async Task Remix_says_how_far_earlier_clips_may_be_left_and_pictures_stay_with_their_shots()
    {
        var source = (await _host.Client.PostJson("/v1/ads", $$"""{"prompt":"a red ball","pictures":[{"image":"{{Hosting.Pictures.DataUrl(Hosting.Pictures.Png())}}","role":"first-frame"}]}""")).Text("id")!;
        await _host.Complete(
            source, ("storyboard.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(_board, ContractJson.Default.Storyboard)));

        var remix = await _host.Client.PostJson($"/v1/videos/{source}/remix", """{"prompt":"make it blue","strength":0.4}""");

        var order = (VideoOrder)_host.Orchestrations.Started[remix.Text("id")!]!;
        var request = await new TenantBlobs(_host.Blobs, order.Tenant).GetJson(order.Request, PipelineJson.Default.VideoRequest, default);
        Assert.Equal(0.4, request.Strength);
        Assert.Equal((PictureRole.FirstFrame, "one"), (request.Guides![0].Role, request.Guides[0].ShotId));
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
}
