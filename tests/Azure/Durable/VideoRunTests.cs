using Microsoft.DurableTask.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Azure.Tests.Durable;

/// <summary>A whole video through the functions of the app.</summary>
public sealed class VideoRunTests : IAsyncLifetime
{
    private AzureHost _host = null!;

    public async Task InitializeAsync() => _host = await AzureHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Video_is_completed_with_its_files_for_each_channel()
    {
        var hub = await Run();

        Assert.All(hub.Instances.Values, one => Assert.Equal(OrchestrationRuntimeStatus.Completed, one.Status));
        Assert.Equal(
            [Orders.VideoId, $"{Orders.VideoId}.instagram-reels", $"{Orders.VideoId}.web"], hub.Instances.Keys.Order());
        var (row, files) = await Stored();
        Assert.Equal(VideoStatus.Completed, row.Status);
        Assert.Equal(2, files.Count(file => file.Name == OutputNames.Video));
    }

    [Fact]
    public async Task Beginning_and_end_of_each_instance_are_logged_once_whatever_is_replayed()
    {
        var hub = await Run();
        Assert.Equal(
            [$"Information Video {Orders.VideoId} began under version '{Hub.Newest}'.", $"Information Video {Orders.VideoId} ended."],
            hub.Instances[Orders.VideoId].Log);
        Assert.All(hub.Instances.Values, one => Assert.Equal(2, one.Log.Count));
    }

    [Fact]
    public async Task Parts_of_a_video_run_under_its_version()
    {
        var hub = await Run();
        Assert.All(hub.Instances.Values, one => Assert.Equal(Hub.Newest, one.Version));
    }

    [Fact]
    public async Task Video_that_began_under_the_first_version_ends_as_it_began_with_a_signed_video_alone()
    {
        var hub = await Run("1.0");
        Assert.All(hub.Instances.Values, one => Assert.Equal((OrchestrationRuntimeStatus.Completed, "1.0"), (one.Status, one.Version)));
        var stampings = hub.Instances.Values.SelectMany(one => one.Decisions).Where(one => one.Name == StampProvenance.Definition.Name).ToList();
        Assert.Equal(2, stampings.Count);
        Assert.All(stampings, one => Assert.DoesNotContain("\"others\"", one.Input, StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_that_is_played_twice_gives_the_same_decisions()
    {
        var first = await Run();
        var again = first.Cut(first.Events, _host);
        await again.Run();

        Assert.Empty(again.Ran);
        Assert.All(first.Instances, pair => Assert.Equal(pair.Value.Decisions, again.Instances[pair.Key].Decisions));
    }

    [Fact]
    public async Task History_that_is_cut_off_after_any_event_goes_on_and_ends_the_same()
    {
        var whole = await Run();
        for (var events = 1; events < whole.Events; events++)
        {
            var cut = whole.Cut(events, _host);
            await cut.Run();

            Assert.All(whole.Instances, pair =>
            {
                var same = cut.Instances[pair.Key];
                Assert.Equal((pair.Value.Status, pair.Value.Output), (same.Status, same.Output));
                Assert.Equal(pair.Value.Decisions, same.Decisions);
            });
        }

        var (row, files) = await Stored();
        Assert.Equal(VideoStatus.Completed, row.Status);
        Assert.Equal(2, files.Count(file => file.Name == OutputNames.Video));
    }

    private async Task<Hub> Run(string? version = null)
    {
        var hub = new Hub(_host);
        hub.Start("Video", Orders.VideoId, await _host.Accept(Orders.Ad), version);
        await hub.Run();
        return hub;
    }

    private Task<(VideoRow Row, List<VideoFileRow> Files)> Stored() => _host.Use(async services =>
    {
        var database = services.GetRequiredService<SoraDatabase>();
        return (await database.Videos.AsNoTracking().SingleAsync(), await database.VideoFiles.AsNoTracking().ToListAsync());
    });
}
