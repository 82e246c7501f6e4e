using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Tests.Videos;

public sealed class ShotRenderingTests
{
    private readonly List<ShotOrder> _painted = [];
    private readonly List<ShotOrder> _filmed = [];
    private readonly List<double> _shown = [];

    [Fact]
    public async Task Shot_without_a_plate_is_painted_as_it_is()
    {
        var clip = await Render(_order);
        Assert.Same(_order, Assert.Single(_painted));
        Assert.Empty(_filmed);
        Assert.Equal("painted", clip.Picture);
        Assert.Equal([0.5], _shown);
    }

    [Fact]
    public async Task Place_is_painted_bare_and_then_the_cast_is_filmed_in_front_of_it()
    {
        var clip = await Render(_order with { Engine = "world", EngineVersion = "1", PlateBy = new EngineInfo("painter", "5") });

        var place = Assert.Single(_painted);
        Assert.Equal(("painter", "5", true, null), (place.Engine, place.EngineVersion, place.Bare, place.PlateBy));
        var shot = Assert.Single(_filmed);
        Assert.Equal(("world", "painted", false, null), (shot.Engine, shot.Plate, shot.Bare, shot.PlateBy));
        Assert.Equal(["too dark", "no water"], clip.Warnings);
        Assert.Equal("filmed", clip.Picture);
        Assert.Equal([0.35, 0.85], _shown);
    }

    private static readonly ShotOrder _order = new()
    {
        Engine = "painter",
        EngineVersion = "5",
        Shot = new Shot { Id = "one", Seconds = 1, Subjects = ["it"] },
        Cast = [new Subject { Id = "it", Name = "Cup", Form = Form.Cup }],
        Look = new Look(),
        Format = new FrameFormat(128, 128),
        Seed = 1,
    };

    private Task<RenderedShot> Render(ShotOrder order) => ShotRendering.Render(
        order,
        async (place, progress) =>
        {
            _painted.Add(place);
            await progress(0.5);
            return new RenderedShot("painted", "log", ["too dark"]);
        },
        async (shot, progress) =>
        {
            _filmed.Add(shot);
            await progress(0.5);
            return new RenderedShot("filmed", "log", ["no water"]);
        },
        done =>
        {
            _shown.Add(Math.Round(done, 6));
            return Task.CompletedTask;
        });
}
