using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>
/// Rolling and sliding: the roughness of the surfaces runs past the contact as noise, the faster the higher and louder, and lets the bodies
/// ring (van den Doel, Kry and Pai, FoleyAutomatic, 2001).
/// </summary>
internal static class Rubbing
{
    // Wavelength in metres of the roughness that sliding hears, and of that which rolling does.
    private const double SlidingGrain = 0.00022;
    private const double RollingGrain = 0.0004;
    private const int Block = 64;
    private const double Fade = 0.03;

    /// <summary>Adds the runs of one shot.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="setting">Where it takes place.</param>
    /// <param name="seed">Of the noise.</param>
    public static void Add(SoundField field, IReadOnlyList<RubbingRun> runs, Setting setting, long seed)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var heard = runs[i].Heard;
            field.Add(Of(runs[i], setting, new Chance(seed * 131 + i)), (int)Math.Round(runs[i].Start * StereoTrack.Rate), 1, seconds => Ear.Of(heard, seconds));
        }
    }

    /// <summary>The sound of a run at the reference distance.</summary>
    public static float[] Of(RubbingRun run, Setting setting, Chance chance)
    {
        var first = Solid.Of(run.FirstMatter);
        var second = run.Second == "ground" ? Solid.GroundOf(setting, run.SecondMatter) : Solid.Of(run.SecondMatter);
        var sound = new float[Math.Max(0, (int)(run.Forces.Count * run.Step * StereoTrack.Rate))];
        var roughness = Math.Sqrt(first.Roughness * second.Roughness) * Math.Sqrt(first.Loudness * second.Loudness);
        StateFilter grain = default, rumble = default;
        var bodies = Bodies(first, second, run.Size);
        var turned = 0.0;
        for (var at = 0; at < sound.Length; at += Block)
        {
            var place = at / (run.Step * StereoTrack.Rate);
            var (slip, roll, force) = (Curve.At(run.Slips, place), Curve.At(run.Rolls, place), Curve.At(run.Forces, place));
            var pressed = Math.Pow(Math.Max(0, force), 0.4);
            var sliding = 0.08 * roughness * pressed * Math.Pow(slip, 0.9);
            turned += roll / (Math.PI * Math.Max(run.Size, 0.01)) * 2 * Math.PI * Block / StereoTrack.Rate;
            var grains = Math.Clamp(roll / RollingGrain, 70, 3000);
            var rolling = 0.12 * roughness * pressed * roll * Math.Sqrt(1000 / grains) * (1 + 0.35 * Math.Sin(turned) + 0.15 * Math.Sin(2.7 * turned));
            grain.Tune(Math.Clamp(slip / SlidingGrain, 250, 7000), 0.7);
            rumble.Tune(grains, 0.8);
            var end = Math.Min(sound.Length, at + Block);
            for (var i = at; i < end; i++)
            {
                grain.Step(chance.Noise() * sliding);
                rumble.Step(chance.Noise() * rolling);
                var scraped = grain.Band + 0.3 * grain.Low + rumble.Low;
                var rung = 0.0;
                foreach (ref var body in bodies.AsSpan())
                {
                    body.Step(scraped);
                    rung += body.Band;
                }

                sound[i] = (float)(0.6 * scraped + 0.9 * rung);
            }
        }

        Partials.Smooth(sound, Fade, Fade);
        return sound;
    }

    private static StateFilter[] Bodies(Solid first, Solid second, double size)
    {
        var modes = first.Ratios.Take(3).Select(ratio => (first.ModeOf(size, ratio), first.DecayOf(size, ratio)))
            .Concat(second.Ratios.Take(2).Select(ratio => (second.ModeOf(0.35, ratio), 0.35 * second.DecayOf(0.35, ratio))));
        return [.. modes.Select(mode =>
        {
            var filter = default(StateFilter);

            // What rubs is damped by it: less sharp than the body rings when free.
            filter.Tune(mode.Item1, Math.Clamp(0.4 * mode.Item1 * mode.Item2 / 2.2, 1.5, 14));
            return filter;
        })];
    }
}
