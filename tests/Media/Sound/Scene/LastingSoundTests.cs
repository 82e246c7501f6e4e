using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Scene;
using static SoraFunctions.Media.Tests.Sound.Scene.Heardness;

namespace SoraFunctions.Media.Tests.Sound.Scene;

public sealed class LastingSoundTests
{
    [Fact]
    public void Rolling_ball_is_louder_and_brighter_the_faster_it_rolls()
    {
        var (slow, fast) = (Rolling(0.2), Rolling(1.2));
        Assert.True(Decibels(fast) > Decibels(slow) + 8);
        Assert.True(Brightness(fast) > 1.3 * Brightness(slow));
        Assert.True(Decibels(Rolling(0)) < -150);
    }

    [Fact]
    public void Scrape_is_louder_the_harder_it_is_pressed() => Assert.True(Decibels(Sliding(8)) > Decibels(Sliding(1)) + 4);

    [Fact]
    public void Bubble_rings_at_the_frequency_of_Minnaert()
    {
        var sound = new float[9600];
        Bubble.Add(sound, 0, 0.00326, 1, rise: 0);
        var crossings = sound.Take(1200).Zip(sound.Skip(1).Take(1200)).Count(pair => pair.First < 0 && pair.Second >= 0);
        Assert.InRange(crossings / (1200.0 / StereoTrack.Rate), 960, 1040);
    }

    [Fact]
    public void Pouring_rises_in_pitch_as_the_glass_fills()
    {
        double[] rates = [.. Enumerable.Repeat(1.2e-4, 80)], speeds = [.. Enumerable.Repeat(1.5, 80)];
        var run = new PourRun(
            0, 0.05, Matter.Glass, rates, speeds, [.. Enumerable.Range(0, 80).Select(i => 0.02 + i * 0.0012)],
            [.. Enumerable.Range(0, 80).Select(i => 0.13 - i * 0.0012)], 0.035, Near);
        var sound = Pouring.Of(run, new Chance(3));
        var (low, high) = (Band(sound.AsSpan(0, 48_000)), Band(sound.AsSpan(sound.Length - 48_000)));
        Assert.True(high > low + 2, $"{low:0.0} dB and {high:0.0} dB");

        // How much more there is where the full glass rings than where the empty one does.
        static double Band(ReadOnlySpan<float> sound) => Around(sound, 1350) - Around(sound, 560);
    }

    [Fact]
    public void Engine_fires_twice_a_revolution()
    {
        double[] still = [.. Enumerable.Repeat(0.0, 60)], turning = [.. Enumerable.Repeat(3000.0, 60)], half = [.. Enumerable.Repeat(0.5, 60)];
        var sound = Motoring.Of(new EngineRun(1.0 / 30, 1200, 0.3, still, turning, half, still, Near), new Chance(2));
        Assert.True(Around(sound, 100) > Around(sound, 75) + 10);
    }

    [Fact]
    public void Shards_ring_higher_than_the_whole_did()
    {
        var fracture = new FractureEvent(0, "vase", Matter.Glass, 1, 0.2, [.. Enumerable.Repeat(0.004, 20)], Near);
        var whole = Blows.Of(Blow() with { Size = 0.2, SecondMatter = Matter.Stone }, Setting.WhiteStudio);
        Assert.True(Brightness(Shatter.Of(fracture, new Chance(1))) > Brightness(whole));
    }

    private static float[] Rolling(double speed) => Rubbing.Of(Run(0, speed, 3), Setting.WoodenTable, new Chance(4));

    private static float[] Sliding(double force) => Rubbing.Of(Run(0.5, 0, force), Setting.WoodenTable, new Chance(4));

    private static RubbingRun Run(double slip, double roll, double force)
    {
        double[] Even(double value) => [.. Enumerable.Repeat(value, 100)];
        return new(0, 0.01, "ball", "ground", Matter.Metal, Matter.Wood, 0.3, 0.05, Even(slip), Even(roll), Even(force), Near);
    }

    private static double Around(ReadOnlySpan<float> sound, double hertz)
    {
        var filter = default(StateFilter);
        filter.Tune(hertz, 12);
        var sum = 0.0;
        foreach (var sample in sound)
        {
            filter.Step(sample);
            sum += filter.Band * filter.Band;
        }

        return 10 * Math.Log10(sum + 1e-20);
    }
}
