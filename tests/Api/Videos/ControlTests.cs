using System.Net;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Tests.Videos;

public sealed class ControlTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Cancelled_video_has_failed_at_once_and_its_cancellation_is_an_orchestration()
    {
        var id = await NewVideo();

        var cancelled = await _host.Client.PostJson($"/v1/videos/{id}/cancel", "");
        var again = await _host.Client.PostJson($"/v1/videos/{id}/cancel", "");

        Assert.Equal("failed", cancelled.Text("status"));
        Assert.Equal("cancelled", cancelled.GetProperty("error").Text("code"));
        Assert.Equal(cancelled.GetRawText(), again.GetRawText());
        Assert.Equal(
            new CancelOrder("default", id, FailOrder.Cancelled), _host.Orchestrations.Started[CancellationOrchestration.InstanceOf(id)]);
    }

    [Fact]
    public async Task Suspended_video_says_so_until_it_is_resumed_and_its_parts_are_held_with_it()
    {
        var id = await NewVideo();

        var held = await _host.Client.PostJson($"/v1/videos/{id}/suspend", "");
        Assert.True(held.GetProperty("suspended").GetBoolean());
        Assert.Equal("queued", held.Text("status"));
        Assert.Equal(InstanceState.Suspended, (await _host.Orchestrations.Find(id, default))!.State);
        Assert.Equal(held.GetRawText(), (await _host.Client.GetJson($"/v1/videos/{id}")).GetRawText());

        var resumed = await _host.Client.PostJson($"/v1/videos/{id}/resume", "");
        Assert.False(resumed.GetProperty("suspended").GetBoolean());
        Assert.Equal(InstanceState.Running, (await _host.Orchestrations.Find(id, default))!.State);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task A_finished_video_can_not_be_controlled_any_longer(string verb)
    {
        var id = await NewVideo();
        await _host.Complete(id, ("video.mp4", "video/mp4", [1]));

        using var answer = await _host.Client.PostAsync($"/v1/videos/{id}/{verb}", null);

        var error = await answer.Error(HttpStatusCode.Conflict);
        Assert.Equal("video_completed", error.Text("code"));
        Assert.Equal("false", answer.Headers.GetValues("x-should-retry").Single());
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task A_foreign_video_is_an_unknown_video(string verb)
    {
        var id = await NewVideo();
        using var other = await _host.OtherTenant("other");

        using var answer = await other.PostAsync($"/v1/videos/{id}/{verb}", null);

        await answer.Error(HttpStatusCode.NotFound);
        Assert.Equal(InstanceState.Running, (await _host.Orchestrations.Find(id, default))!.State);
    }

    private async Task<string> NewVideo() => (await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!;
}
