using SoraFunctions.Contract.Clips;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>What strikes water: a slap, the cavity that closes behind it, its bubbles, and the spray; and the drops that fall back.</summary>
internal static class Splashing
{
    private const double Seconds = 1.4;
    private const int Bubbles = 110;

    // Damping a second of a large bubble that is torn as it forms.
    private const double Torn = 22;

    // A drop leaves a bubble about so much of its own size (Prosperetti and Oguz, The Impact of Drops on Liquid Surfaces, 1993).
    private const double BubblePart = 0.32;

    /// <summary>Adds a body's strike.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="splash">The strike.</param>
    /// <param name="seed">Of what is left to chance.</param>
    public static void Add(SoundField field, SplashEvent splash, long seed) => field.Add(
        Of(splash, new Chance(seed)), (int)Math.Round(splash.Time * StereoTrack.Rate), Level(splash), Ear.Of(splash.Pan, splash.Distance));

    /// <summary>Amplitude at the reference distance.</summary>
    public static double Level(SplashEvent splash) =>
        Math.Min(0.8, 0.55 * Math.Pow(Math.Max(0, splash.Impulse), 0.45) * Math.Min(1, splash.Speed / 1.5));

    /// <summary>Adds drops that fall into water.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="drips">The drops.</param>
    /// <param name="seed">Of what is left to chance.</param>
    public static void Drip(SoundField field, IReadOnlyList<SplashEvent> drips, long seed)
    {
        var chance = new Chance(seed);
        var sound = new float[StereoTrack.Rate / 8];
        foreach (var drip in drips)
        {
            Array.Clear(sound);
            var gain = 0.022 * Math.Pow(Math.Max(drip.Radius, 1e-4) / 0.003, 1.2) * Math.Min(1.5, drip.Speed / 2) * (0.4 + 0.6 * chance.Next());
            Bubble.Add(sound, 0, Math.Max(0.0004, BubblePart * drip.Radius * (0.6 + 0.8 * chance.Next())), gain, 0.06);
            field.Add(sound, (int)Math.Round(drip.Time * StereoTrack.Rate), 1, Ear.Of(drip.Pan, drip.Distance));
        }
    }

    /// <summary>The sound of a strike, with a peak of 1.</summary>
    public static float[] Of(SplashEvent splash, Chance chance)
    {
        var sound = new float[(int)(Seconds * StereoTrack.Rate)];
        var radius = Math.Clamp(splash.Radius, 0.004, 1.5);
        StateFilter slap = default, spray = default;
        slap.Tune(Math.Clamp(260 * splash.Speed * Math.Sqrt(0.05 / radius), 180, 2600), 0.7);
        spray.Tune(2600, 0.5);
        for (var i = 0; i < sound.Length; i++)
        {
            var seconds = i / (double)StereoTrack.Rate;
            slap.Step(chance.Noise() * Math.Exp(-seconds / 0.022));
            spray.Step(chance.Noise() * 0.22 * (1 - Math.Exp(-seconds / 0.02)) * Math.Exp(-seconds / 0.2));
            sound[i] = (float)(2.2 * slap.Low + spray.Band);
        }

        // The cavity closes after about twice the time in which water falls its radius.
        var closes = 2 * Math.Sqrt(radius / 9.81);
        Bubble.Add(sound, (int)(closes * StereoTrack.Rate), 0.3 * radius, 0.5, 0.02, Torn);
        for (var i = 0; i < Bubbles; i++)
        {
            var late = 0.01 + closes * (0.3 + 2.2 * chance.Next() * chance.Next() + 1.2 * chance.Next());
            var size = radius * 0.02 * Math.Exp(1.7 * chance.Next());
            Bubble.Add(sound, (int)(late * StereoTrack.Rate), Math.Clamp(size, 0.0005, 0.02), 0.16 * (0.2 + chance.Next()) * Math.Exp(-late / 0.5), 0.04);
        }

        Blows.Level(sound);
        Partials.Smooth(sound, 0.0006, 0.2);
        return sound;
    }
}
