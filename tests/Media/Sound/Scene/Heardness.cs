using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Sound;

namespace SoraFunctions.Media.Tests.Sound.Scene;

/// <summary>What tests of scene sound have in common: timelines without files, and measures of sound.</summary>
internal static class Heardness
{
    public static Heard Near { get; } = new(1, [0], [0.8]);

    public static ContactEvent Blow(double time = 0.1) => new(time, "product", "ground", Matter.Glass, Matter.Wood, 0.5, 2, 0.3, 0.15, 0);

    public static Timeline Time(params (Setting Setting, double Seconds, ClipLog Log)[] shots) => Time(new SoundPlan(), shots);

    public static Timeline Time(SoundPlan plan, params (Setting Setting, double Seconds, ClipLog Log)[] shots)
    {
        List<TimedShot> timed = [];
        var start = 0;
        foreach (var (setting, seconds, log) in shots)
        {
            var frames = (int)Math.Round(seconds * 30);
            var shot = new Shot { Id = $"shot-{start}", Seconds = frames / 30m, Setting = setting, Subjects = ["product"] };
            timed.Add(new(shot, "", log, start, frames, TransitionKind.Cut, 0));
            start += frames;
        }

        var order = new CutOrder
        {
            Storyboard = new() { Title = "Test", Shots = [.. timed.Select(one => one.Shot)], Sound = plan },
            Clips = [],
            Format = new(640, 360),
            SafeZone = new(0, 0, 0, 0),
            Seed = 5,
        };
        return new(order, timed, start);
    }

    public static double Energy(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += (double)sample * sample;
        return sum;
    }

    public static double Decibels(ReadOnlySpan<float> samples) => 10 * Math.Log10(Energy(samples) / samples.Length + 1e-20);

    /// <summary>Where the middle of the power lies, in hertz: its root-mean-square frequency, from the slope of the signal.</summary>
    public static double Brightness(ReadOnlySpan<float> samples)
    {
        var slope = 0.0;
        for (var i = 1; i < samples.Length; i++)
            slope += Math.Pow(samples[i] - samples[i - 1], 2);
        return Math.Sqrt(slope / Energy(samples)) * StereoTrack.Rate / (2 * Math.PI);
    }
}
