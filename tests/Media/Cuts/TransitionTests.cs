using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;

namespace SoraFunctions.Media.Tests.Cuts;

/// <summary>Two shots of 20 frames, dark (luma 40, grey 28) then bright (luma 200, grey 214), and 10 frames of transition.</summary>
public sealed class TransitionTests
{
    private const double Dark = 28;
    private const double Bright = 214;

    [Fact]
    public async Task Cut_is_hard()
    {
        using var cut = await Make(TransitionKind.Cut);
        Assert.Equal(Dark, (await cut.Frame(19)).Grey(0.5, 0.5), 3.0);
        Assert.Equal(Bright, (await cut.Frame(20)).Grey(0.5, 0.5), 3.0);
    }

    [Fact]
    public async Task Dissolve_lies_in_the_first_frames_of_the_new_shot()
    {
        using var cut = await Make(TransitionKind.Dissolve);
        Assert.Equal(Dark, (await cut.Frame(19)).Grey(0.5, 0.5), 3.0);
        Assert.Equal((Dark + Bright) / 2, (await cut.Frame(25)).Grey(0.5, 0.5), 12.0);
        Assert.Equal(Bright, (await cut.Frame(30)).Grey(0.5, 0.5), 3.0);
    }

    [Fact]
    public async Task Dissolve_of_greys_has_no_tint()
    {
        using var cut = await Make(TransitionKind.Dissolve);
        for (var frame = 20; frame < 30; frame++)
        {
            var (red, green, blue) = (await cut.Frame(frame)).Colour(0.5, 0.5);
            Assert.Equal(red, green);
            Assert.Equal(red, blue);
        }
    }

    [Theory]
    [InlineData(TransitionKind.FadeFromBlack, 0)]
    [InlineData(TransitionKind.FadeFromWhite, 255)]
    public async Task Fade_rises_out_of_its_colour(TransitionKind kind, double colour)
    {
        using var cut = await Make(kind);
        Assert.Equal(Dark, (await cut.Frame(19)).Grey(0.5, 0.5), 3.0);
        Assert.Equal(colour, (await cut.Frame(20)).Grey(0.5, 0.5), 4.0);
        Assert.Equal((colour + Bright) / 2, (await cut.Frame(25)).Grey(0.5, 0.5), 14.0);
        Assert.Equal(Bright, (await cut.Frame(31)).Grey(0.5, 0.5), 3.0);
    }

    [Fact]
    public async Task Push_brings_the_new_shot_in_from_the_right()
    {
        using var cut = await Make(TransitionKind.Push);
        var early = await cut.Frame(20);
        Assert.Equal(Dark, early.Grey(0.05, 0.5), 4.0);
        Assert.Equal(Bright, early.Grey(0.95, 0.5), 4.0);
        Assert.Equal(Bright, (await cut.Frame(30)).Grey(0.05, 0.5), 3.0);
    }

    private static async Task<TestCut> Make(TransitionKind kind)
    {
        var cut = await TestCut.Make(
            new FrameFormat(160, 128, 20),
            [TestCut.Shot("one", 1m), TestCut.Shot("two", 1m, transition: new Transition(kind, 0.5m))],
            lumas: [40, 200],
            change: order => order with { Storyboard = order.Storyboard with { Sound = new SoundPlan { Music = false } } });
        Assert.Equal(40, (await VideoProbe.Read(cut.Video, default)).Picture.Frames);
        return cut;
    }
}
