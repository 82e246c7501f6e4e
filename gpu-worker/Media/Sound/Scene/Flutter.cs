using SoraFunctions.Contract.Clips;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>A cloth in the wind: air that streams past it, and the flapping of its folds.</summary>
internal static class Flutter
{
    private const int Block = 64;

    /// <summary>Adds a cloth.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="run">The cloth.</param>
    /// <param name="seed">Of the noise.</param>
    public static void Add(SoundField field, ClothRun run, long seed)
    {
        var heard = run.Heard;
        field.Add(Of(run, new Chance(seed)), 0, 1, seconds => Ear.Of(heard, seconds));
    }

    /// <summary>The sound of a cloth at the reference distance: its level goes with the square of the speeds, as pressure does.</summary>
    public static float[] Of(ClothRun run, Chance chance)
    {
        var sound = new float[Math.Max(0, (int)(run.Winds.Count * run.Step * StereoTrack.Rate))];
        StateFilter air = default, fold = default;
        var large = Math.Sqrt(Math.Clamp(run.Area, 0.01, 20));
        for (var at = 0; at < sound.Length; at += Block)
        {
            var place = at / (run.Step * StereoTrack.Rate);
            var (wind, flutter) = (Curve.At(run.Winds, place), Curve.At(run.Flutters, place));
            air.Tune(Math.Clamp(220 * wind, 90, 1400), 0.6);
            fold.Tune(Math.Clamp(300 + 900 * flutter, 200, 2200), 0.7);
            var (streams, flaps) = (0.1 * large * Math.Min(9, wind * wind), 0.5 * large * Math.Min(9, flutter * flutter));
            var end = Math.Min(sound.Length, at + Block);
            for (var i = at; i < end; i++)
            {
                air.Step(chance.Noise() * streams);
                fold.Step(chance.Noise() * flaps);
                sound[i] = (float)(air.Low + fold.Band);
            }
        }

        Partials.Smooth(sound, 0.06, 0.06);
        return sound;
    }
}
