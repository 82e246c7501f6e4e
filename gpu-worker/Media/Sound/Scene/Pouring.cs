using SoraFunctions.Contract.Clips;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>
/// A liquid that is poured: it patters on what is dry, then makes bubbles in what it has filled, and the air above rings like a pipe that is
/// closed below, higher and higher: f = c / 4 (L + 0.61 R).
/// </summary>
internal static class Pouring
{
    private const double SoundSpeed = 343;
    private const double Wet = 0.004;
    private const int Block = 64;

    // Bubbles a second for a litre a second, and their usual radius in metres.
    private const double BubbleRate = 2600;
    private const double BubbleRadius = 0.0021;

    /// <summary>Adds a pour.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="run">The pour.</param>
    /// <param name="seed">Of what is left to chance.</param>
    public static void Add(SoundField field, PourRun run, long seed)
    {
        var heard = run.Heard;
        field.Add(Of(run, new Chance(seed)), (int)Math.Round(run.Start * StereoTrack.Rate), 1, seconds => Ear.Of(heard, seconds));
    }

    /// <summary>The sound of a pour at the reference distance.</summary>
    public static float[] Of(PourRun run, Chance chance)
    {
        var sound = new float[Math.Max(0, (int)(run.Rates.Count * run.Step * StereoTrack.Rate))];
        var solid = Solid.Of(run.Onto);
        StateFilter patter = default, hiss = default, pipe = default;
        patter.Tune(Math.Clamp(0.5 * solid.Hertz, 500, 3000), 0.8);
        hiss.Tune(3800, 0.6);
        Bubbles(sound, run, chance);
        for (var at = 0; at < sound.Length; at += Block)
        {
            var place = at / (run.Step * StereoTrack.Rate);
            var litres = 1000 * Curve.At(run.Rates, place);
            var (speed, depth, column) = (Curve.At(run.Speeds, place), Curve.At(run.Depths, place), Curve.At(run.Columns, place));
            var force = Math.Sqrt(litres * speed);
            var dry = Math.Clamp(1 - depth / Wet, 0.1, 1);
            pipe.Tune(Math.Clamp(SoundSpeed / (4 * (column + 0.61 * run.Radius + 0.002)), 120, 4500), 7);
            var end = Math.Min(sound.Length, at + Block);
            for (var i = at; i < end; i++)
            {
                // Turbulence of the stream: unsteady noise, for water comes in lumps.
                var noise = chance.Noise() * force;
                patter.Step(noise * dry * 0.09);
                hiss.Step(noise * 0.018);
                var wet = sound[i] + patter.Band + hiss.Band;
                pipe.Step(wet);
                sound[i] = (float)(run.Radius > 0 ? 0.5 * wet + 0.9 * pipe.Band : wet);
            }
        }

        Partials.Smooth(sound, 0.004, 0.05);
        return sound;
    }

    private static void Bubbles(Span<float> sound, PourRun run, Chance chance)
    {
        for (var seconds = 0.0; ;)
        {
            var place = seconds / run.Step;
            if (place >= run.Rates.Count)
                return;
            var litres = 1000 * Curve.At(run.Rates, place);
            var deep = Math.Clamp(Curve.At(run.Depths, place) / Wet, 0, 1);
            if (litres * deep < 1e-5)
            {
                seconds += 0.02;
                continue;
            }

            var speed = Curve.At(run.Speeds, place);
            var radius = BubbleRadius * Math.Exp(0.9 * (chance.Next() + chance.Next() - 1)) * Math.Clamp(Math.Sqrt(speed / 2), 0.6, 1.6);
            Bubble.Add(sound, (int)(seconds * StereoTrack.Rate), radius, 0.05 * deep * Math.Sqrt(Math.Max(0.1, speed)) * (0.15 + chance.Next() * chance.Next()), 0.07);
            seconds += -Math.Log(1 - 0.999 * chance.Next()) / (40 + BubbleRate * litres);
        }
    }
}
