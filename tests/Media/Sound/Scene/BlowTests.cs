using System.Runtime.InteropServices;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Scene;
using SoraFunctions.Media.Tests.Cuts;
using static SoraFunctions.Media.Tests.Sound.Scene.Heardness;

namespace SoraFunctions.Media.Tests.Sound.Scene;

public sealed class BlowTests
{
    [Fact]
    public async Task Blow_is_heard_at_its_instant_in_the_finished_file()
    {
        double[] blows = [0.437, 1.108, 1.761];
        using var cut = await TestCut.Make(
            new FrameFormat(160, 128),
            [TestCut.Shot("one", 1m), TestCut.Shot("two", 1.5m)],
            logs: [new ClipLog { Contacts = [Blow(blows[0])] }, new ClipLog { Contacts = [Blow(blows[1] - 1), Blow(blows[2] - 1)] }],
            change: order => order with { Storyboard = order.Storyboard with { Sound = new SoundPlan { Music = false, RoomTone = false } } });
        var raw = await Ffmpeg.Read(["-i", cut.Video, "-map", "0:a", "-ac", "1", "-ar", "48000", "-f", "f32le", "pipe:1"], default);
        var samples = MemoryMarshal.Cast<byte, float>(raw).ToArray();
        foreach (var blow in blows)
            Assert.InRange(Onset(samples, blow - 0.15, blow + 0.1) - blow, -0.010, 0.010);
    }

    [Fact]
    public void Blow_begins_at_its_exact_sample_on_its_side()
    {
        var field = new SoundField(48_000);
        Blows.Add(field, [Blow(0.25) with { Pan = -1 }], [], Setting.Dunes);
        Assert.All(field.Direct.Left[..12_000], sample => Assert.Equal(0, sample));
        Assert.True(field.Direct.Left[12_000..12_100].Max(Math.Abs) > 0.01);
        Assert.True(Energy(field.Direct.Left) > 5 * Energy(field.Direct.Right));
    }

    [Theory]
    [InlineData(Matter.Glass)]
    [InlineData(Matter.Metal)]
    [InlineData(Matter.Ceramic)]
    [InlineData(Matter.Wood)]
    public void Energy_decays_at_the_rate_of_the_matter(Matter matter)
    {
        var solid = Solid.Of(matter) with { Ratios = [1] };
        var sound = new float[StereoTrack.Rate * 2];
        Blows.Ring(sound, solid, 0.1, 1e-5, 1, 1, new Chance(1));
        var (early, late) = ((int)(0.1 * solid.Decay * StereoTrack.Rate), (int)(0.4 * solid.Decay * StereoTrack.Rate));
        var window = StereoTrack.Rate / 50;
        var fallen = Decibels(sound.AsSpan(early, window)) - Decibels(sound.AsSpan(late, window));
        Assert.InRange(fallen / 60 * solid.Decay, 0.3 * solid.Decay * 0.93, 0.3 * solid.Decay * 1.07);
    }

    [Fact]
    public void Larger_things_ring_lower() => Assert.True(
        Brightness(Of(Blow() with { Size = 0.03, Mass = 0.01 })) > 1.5 * Brightness(Of(Blow() with { Size = 0.3, Mass = 0.01 })));

    [Fact]
    public void What_it_falls_on_makes_it_bright_or_dull()
    {
        var brightness = new[] { Matter.Fabric, Matter.Rubber, Matter.Wood, Matter.Stone }.Select(ground => Brightness(Of(Blow() with { SecondMatter = ground }))).ToArray();
        Assert.Equal(brightness.Order(), brightness);
        Assert.True(brightness[^1] > 3 * brightness[0]);
    }

    [Fact]
    public void Glass_rings_longer_than_rubber()
    {
        var glass = Of(Blow() with { SecondMatter = Matter.Stone });
        var rubber = Of(Blow() with { FirstMatter = Matter.Rubber, SecondMatter = Matter.Stone });
        Assert.True(Energy(glass.AsSpan(9600)) > 10 * Energy(rubber.AsSpan(Math.Min(rubber.Length, 9600))));
    }

    [Fact]
    public void Sand_and_snow_do_not_ring()
    {
        var sand = Blows.Of(Blow() with { SecondMatter = Matter.Fabric }, Setting.Beach);
        Assert.True(Energy(sand.AsSpan(0, 4800)) > 20 * Energy(sand.AsSpan(9600)));
    }

    [Fact]
    public void Contact_takes_as_long_as_the_law_of_Hertz_says()
    {
        // A steel ball of 1 cm on steel at 1 m/s touches for some 36 microseconds (Johnson 1985, section 11.4).
        var steel = Solid.Of(Matter.Metal) with { Young = 206, Poisson = 0.3 };
        var mass = 7800 * Math.PI / 6 * 1e-6;
        Assert.InRange(Solid.ContactSeconds(steel, steel, mass, 0.005, 1), 28e-6, 44e-6);
    }

    [Fact]
    public void Harder_blows_are_louder() => Assert.True(Blows.Level(Blow() with { Impulse = 1 }) > 1.3 * Blows.Level(Blow() with { Impulse = 0.4 }));

    [Fact]
    public void What_lies_under_water_is_not_heard() => Assert.Empty(Blows.Heard([Blow() with { Place = [0, -1, 0] }]));

    [Fact]
    public void What_breaks_rings_no_more()
    {
        var whole = Blows.Of(Blow() with { SecondMatter = Matter.Stone }, Setting.WhiteStudio);
        var broken = Blows.Of(Blow() with { SecondMatter = Matter.Stone }, Setting.WhiteStudio, breaks: true);
        Assert.True(Energy(whole.AsSpan(9600)) > 20 * Energy(broken.AsSpan(9600)));
    }

    private static float[] Of(ContactEvent contact) => Blows.Of(contact, Setting.WhiteStudio);

    /// <summary>The steepest rise of the level, at a hop of one millisecond.</summary>
    private static double Onset(float[] samples, double from, double to)
    {
        const int hop = 48;
        double Rms(int at) => Math.Sqrt(samples.Skip(at).Take(hop).Average(sample => (double)sample * sample));
        return Enumerable.Range((int)(from * 1000), (int)((to - from) * 1000)).MaxBy(ms => Rms(ms * hop) - Rms((ms - 1) * hop)) / 1000.0;
    }
}
