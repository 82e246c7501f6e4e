using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Scene;
using static SoraFunctions.Media.Tests.Sound.Scene.Heardness;

namespace SoraFunctions.Media.Tests.Sound.Scene;

public sealed class SceneSoundTests
{
    [Fact]
    public void Any_log_gives_sound_that_is_finite_and_not_too_loud() => Prop.ForAll<int>(seed =>
    {
        var stems = SceneSound.Make(Time((Setting.Kitchen, 0.5, Log(seed)), (Setting.Pool, 0.4, Log(seed + 1))));
        return new[] { stems.Effects.Left, stems.Effects.Right, stems.Ambience.Left, stems.Ambience.Right }
            .All(side => side.All(sample => float.IsFinite(sample) && Math.Abs(sample) <= 1));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Same_log_gives_the_same_samples()
    {
        var (one, two) = (SceneSound.Make(Time((Setting.Beach, 0.7, Log(7)))), SceneSound.Make(Time((Setting.Beach, 0.7, Log(7)))));
        Assert.Equal(one.Effects.Left, two.Effects.Left);
        Assert.Equal(one.Effects.Right, two.Effects.Right);
        Assert.Equal(one.Ambience.Left, two.Ambience.Left);
    }

    [Fact]
    public void Shot_ends_without_a_click_in_the_next()
    {
        var log = new ClipLog { Contacts = [Blow(0.9) with { FirstMatter = Matter.Metal }] };
        var effects = SceneSound.Make(Time((Setting.Kitchen, 1, log), (Setting.Sea, 1, new()))).Effects.Left;
        var jump = Enumerable.Range(47_000, 30_000).Max(i => Math.Abs(effects[i + 1] - effects[i]));
        var usual = Enumerable.Range(43_200, 3000).Max(i => Math.Abs(effects[i + 1] - effects[i]));
        Assert.True(jump < usual);
        Assert.All(effects[(int)((1 + ShotSound.Tail) * StereoTrack.Rate + 50)..], sample => Assert.Equal(0, sample));
    }

    [Fact]
    public void Plan_without_effects_is_silent() => Assert.All(
        SceneSound.Make(Time(new SoundPlan { Effects = false }, (Setting.Sea, 1, Log(3)))).Effects.Left, sample => Assert.Equal(0, sample));

    // Whatever may stand in a log, reasonable or not.
    private static ClipLog Log(int seed)
    {
        var random = new Random(seed);
        double Any(double high) => random.Next(8) == 0 ? 0 : random.Next(8) == 0 ? high * 100 : high * random.NextDouble();
        Matter Some() => (Matter)random.Next(Enum.GetValues<Matter>().Length);
        double[] Series(double high, int count) => [.. Enumerable.Range(0, count).Select(_ => Any(high))];
        Heard Way() => random.Next(4) == 0 ? new(0.1, [], []) : new(0.1, [.. Series(2, 3).Select(pan => pan - 1)], Series(5, 3));
        IEnumerable<T> Few<T>(Func<T> make) => Enumerable.Range(0, random.Next(3)).Select(_ => make());
        return new()
        {
            Contacts = [.. Few(() => new ContactEvent(Any(0.6) - 0.02, "a", random.Next(2) == 0 ? "ground" : "b", Some(), Some(), Any(3), Any(5), Any(2), Any(0.5), Any(2) - 1) { Distance = Any(3), OtherMass = Any(2), OtherSize = Any(1) })],
            Sound = new()
            {
                Rubbing = [.. Few(() => new RubbingRun(Any(0.4), 0.01, "a", "ground", Some(), Some(), Any(2), Any(0.3), Series(2, 30), Series(2, 30), Series(20, 30), Way()))],
                Fractures = [.. Few(() => new FractureEvent(Any(0.4), "a", Some(), Any(2), Any(0.3), Series(0.02, 12), Way()))],
                Splashes = [.. Few(() => new SplashEvent(Any(0.4), Any(0.1), Any(3), Any(2), Any(2) - 1, Any(3)))],
                Drips = [.. Few(() => new SplashEvent(Any(0.4), Any(0.005), Any(3), Any(0.001), Any(2) - 1, Any(3)))],
                Pours = [.. Few(() => new PourRun(0, 0.05, Some(), Series(2e-4, 10), Series(3, 10), Series(0.1, 10), Series(0.1, 10), Any(0.05), Way()))],
                Rain = random.Next(2) == 0 ? null : new(Any(300), Any(0.004), random.Next(2) == 0 ? null : Some()),
                Cloths = [.. Few(() => new ClothRun(1.0 / 30, Any(3), Series(5, 15), Series(2, 15), Way()))],
                Engines = [.. Few(() => new EngineRun(1.0 / 30, Any(1500), Any(0.4), Series(20, 15), Series(5000, 15), Series(1, 15), Series(3, 15), Way()))],
                Sparks = Any(150),
            },
        };
    }
}
