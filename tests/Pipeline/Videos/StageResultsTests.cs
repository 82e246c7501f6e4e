using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Tests.Videos;

public class StageResultsTests
{
    private static readonly RenderedShot _first = new("aa", "bb", []);
    private static readonly RenderedShot _second = new("cc", "dd", []);

    private readonly MemoryBlobs _blobs = new();

    [Fact]
    public async Task A_stage_does_its_work_once_for_equal_orders_of_one_tenant()
    {
        Assert.Equal(_first.Picture, (await Ask("acme", "video_1", "shot", "v1", _first)).Picture);
        Assert.Equal(_first.Picture, (await Ask("acme", "video_2", "shot", "v1", _second)).Picture);
    }

    [Theory]
    [InlineData("acme", "other shot", "v1")]
    [InlineData("acme", "shot", "v2")]
    [InlineData("other", "shot", "v1")]
    public async Task A_stage_does_its_work_again_for_another_order_version_or_tenant(string tenant, string shot, string version)
    {
        await Ask("acme", "video_1", "shot", "v1", _first);
        Assert.Equal(_second.Picture, (await Ask(tenant, "video_1", shot, version, _second)).Picture);
    }

    [Fact]
    public async Task Two_that_race_agree_on_the_result_that_was_written_first()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Ask(
            "acme", "video_1", "shot", "v1", new RenderedShot($"{number}", "", []))));
        Assert.Single(both.Select(shot => shot.Picture).Distinct());
    }

    [Fact]
    public async Task Failed_work_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => new StageResults(_blobs).Once(
            new Step<RenderOrder>("acme", "video_1", new RenderOrder("shot")),
            "v1",
            PipelineJson.Default.RenderOrder,
            PipelineJson.Default.RenderedShot,
            () => throw new IOException("out of reach"),
            CancellationToken.None));
        Assert.Empty(_blobs.Paths);
    }

    private Task<RenderedShot> Ask(string tenant, string video, string shot, string version, RenderedShot made) =>
        new StageResults(_blobs).Once(
            new Step<RenderOrder>(tenant, video, new RenderOrder(shot)),
            version,
            PipelineJson.Default.RenderOrder,
            PipelineJson.Default.RenderedShot,
            async () =>
            {
                await Task.Yield();
                return made;
            },
            CancellationToken.None);
}
