namespace SoraFunctions.Media.Sound.Scene;

/// <summary>Sparks and fire: short cracks at random instants over a soft hiss.</summary>
internal static class Crackle
{
    /// <summary>Adds it for all of a shot.</summary>
    /// <param name="field">Where to.</param>
    /// <param name="rate">Sparks a second.</param>
    /// <param name="seconds">Length of the shot.</param>
    /// <param name="seed">Of what is left to chance.</param>
    public static void Add(SoundField field, double rate, double seconds, long seed)
    {
        var chance = new Chance(seed);
        var sound = new float[(int)(seconds * StereoTrack.Rate)];
        var hiss = default(StateFilter);
        hiss.Tune(5200, 0.5);
        var fizz = 0.004 * Math.Sqrt(rate / 130);
        for (var i = 0; i < sound.Length; i++)
        {
            hiss.Step(chance.Noise() * fizz);
            sound[i] = (float)hiss.Band;
        }

        // One spark of eight cracks loud enough to be heard by itself.
        for (var at = 0.0; rate > 0; )
        {
            at += -Math.Log(1 - 0.999 * chance.Next()) * 8 / rate;
            if (at >= seconds)
                break;
            var (hertz, gain) = (1200 * Math.Exp(1.8 * chance.Next()), 0.006 + 0.03 * Math.Pow(chance.Next(), 5));
            Modes.Add(sound.AsSpan((int)(at * StereoTrack.Rate)), hertz, gain, 0.006 + 0.01 * chance.Next(), 1.2);
        }

        Partials.Smooth(sound, 0.05, 0.05);
        field.Add(sound, 0, 1, Ear.Of(0, 0));
    }
}
