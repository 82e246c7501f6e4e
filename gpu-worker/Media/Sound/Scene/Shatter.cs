using SoraFunctions.Contract.Clips;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>A body breaks: a crack, every piece that is let go rings, and what is too small to be seen trickles down.</summary>
internal static class Shatter
{
    private const double Seconds = 1.6;
    private const int Crumbs = 46;

    /// <summary>Adds a break.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="fracture">The break.</param>
    /// <param name="seed">Of what is left to chance.</param>
    public static void Add(SoundField field, FractureEvent fracture, long seed) => field.Add(
        Of(fracture, new Chance(seed)), (int)Math.Round(fracture.Time * StereoTrack.Rate), Math.Min(0.8, 0.45 * Math.Pow(Math.Max(fracture.Energy, 1e-4), 0.3)),
        Ear.Of(fracture.Heard, 0));

    /// <summary>Its sound, with a peak of 1.</summary>
    public static float[] Of(FractureEvent fracture, Chance chance)
    {
        var solid = Solid.Of(fracture.Matter);
        var sound = new float[(int)(Seconds * StereoTrack.Rate)];
        Crack(sound, chance);
        var all = Math.Max(1e-6, fracture.Pieces.Sum());
        foreach (var piece in fracture.Pieces)
        {
            // Sherds are flat: three times as wide as a cube of theirs.
            var size = 3 * Math.Cbrt(Math.Max(piece, 1e-6) / solid.Density);
            var late = (int)(0.02 * StereoTrack.Rate * chance.Next() * chance.Next());
            Blows.Ring(sound.AsSpan(late), solid, size, 5e-5, 0.5 * Math.Pow(piece / all, 0.3), 0.7, chance);
        }

        for (var i = 0; i < Crumbs; i++)
        {
            var late = 0.03 + 0.22 * -Math.Log(1 - 0.98 * chance.Next());
            var gain = 0.09 * Math.Exp(-2.5 * late) * (0.3 + chance.Next());
            var start = (int)(late * StereoTrack.Rate);
            if (start < sound.Length)
                Blows.Ring(sound.AsSpan(start), solid, 0.008 + 0.02 * chance.Next(), 6e-5, gain, 0.35, chance);
        }

        Blows.Level(sound);
        Partials.Smooth(sound, 0.0002, 0.1);
        return sound;
    }

    private static void Crack(Span<float> sound, Chance chance)
    {
        var filter = default(StateFilter);
        filter.Tune(5200, 0.6);
        for (var i = 0; i < StereoTrack.Rate / 12; i++)
        {
            filter.Step(chance.Noise() * (Math.Exp(-i / (0.0025 * StereoTrack.Rate)) + 0.12 * Math.Exp(-i / (0.015 * StereoTrack.Rate))));
            sound[i] += (float)(2 * filter.Band + 0.6 * filter.Low);
        }
    }
}
