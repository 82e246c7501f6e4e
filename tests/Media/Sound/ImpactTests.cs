using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Sound;

public sealed class ImpactTests
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
        var track = new StereoTrack(48_000);
        Impacts.Add(track, [Blow(0.25) with { Pan = -1 }]);
        Assert.All(track.Left[..12_000], sample => Assert.Equal(0, sample));
        Assert.True(track.Left[12_000..12_100].Max(Math.Abs) > 0.01);
        Assert.True(Energy(track.Left) > 3 * Energy(track.Right));
    }

    [Fact]
    public void Glass_rings_higher_and_longer_than_rubber()
    {
        var glass = Of(Blow(0) with { FirstMatter = Matter.Glass, SecondMatter = Matter.Stone });
        var rubber = Of(Blow(0) with { FirstMatter = Matter.Rubber, SecondMatter = Matter.Stone });
        Assert.True(Crossings(glass) > 3 * Crossings(rubber));
        Assert.True(Energy(glass.Left[9600..]) > 10 * Energy(rubber.Left[9600..]));
    }

    [Fact]
    public void Small_things_ring_higher_than_large_ones() =>
        Assert.True(Crossings(Of(Blow(0) with { Size = 0.03, Mass = 0.01 })) > 1.5 * Crossings(Of(Blow(0) with { Size = 0.3, Mass = 0.01 })));

    [Fact]
    public void Any_contact_gives_sound_that_is_finite_and_not_too_loud() => Prop.ForAll<NonNegativeInt, NonNegativeInt, NonNegativeInt>((a, b, c) =>
    {
        var matters = Enum.GetValues<Matter>();
        var track = Of(new ContactEvent(
            0.01, "a", a.Get % 2 == 0 ? "ground" : "b", matters[a.Get % matters.Length], matters[b.Get % matters.Length],
            c.Get / 10.0, b.Get / 5.0, 0.001 + c.Get / 30.0, 0.005 + a.Get / 50.0, 0));
        return track.Left.All(sample => float.IsFinite(sample) && Math.Abs(sample) <= 1);
    }).QuickCheckThrowOnFailure();

    private static ContactEvent Blow(double time) => new(time, "product", "ground", Matter.Glass, Matter.Wood, 0.5, 2, 0.3, 0.15, 0);

    private static StereoTrack Of(ContactEvent contact)
    {
        var track = new StereoTrack(48_000);
        Impacts.Add(track, [contact]);
        return track;
    }

    private static double Energy(float[] samples) => samples.Sum(sample => (double)sample * sample);

    private static int Crossings(StereoTrack track) => track.Left[200..4000].Zip(track.Left[201..4001]).Count(pair => pair.First * pair.Second < 0);

    /// <summary>The steepest rise of the level, at a hop of one millisecond.</summary>
    private static double Onset(float[] samples, double from, double to)
    {
        const int hop = 48;
        double Rms(int at) => Math.Sqrt(samples.Skip(at).Take(hop).Average(sample => (double)sample * sample));
        return Enumerable.Range((int)(from * 1000), (int)((to - from) * 1000)).MaxBy(ms => Rms(ms * hop) - Rms((ms - 1) * hop)) / 1000.0;
    }
}
