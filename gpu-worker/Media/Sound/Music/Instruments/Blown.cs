namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>Instruments that are blown.</summary>
internal static class Blown
{
    /// <summary>A bamboo flute: few harmonics, breath in the tone, a scoop into it and a vibrato that sets in late.</summary>
    public static float[] Flute(double hertz, double seconds, double force, Chance chance)
    {
        var sound = Tone.Room(seconds + 0.12);
        var breath = default(StateFilter);
        breath.Tune(hertz * 2, 3);
        var phase = 0.0;
        for (var i = 0; i < sound.Length; i++)
        {
            var at = i / (double)StereoTrack.Rate;
            var vibrato = 0.006 * Math.Clamp((at - 0.18) / 0.3, 0, 1) * Math.Sin(2 * Math.PI * 5.4 * at);
            phase += 2 * Math.PI * hertz * (1 + vibrato - 0.02 * Math.Exp(-at / 0.025)) / StereoTrack.Rate;
            breath.Step(chance.Noise());
            var (one, two) = (Math.Sin(phase), Math.Sin(2 * phase));
            // sin 3x = 3 sin x - 4 sin^3 x; sin 4x = 2 sin 2x cos 2x, and cos 2x = 1 - 2 sin^2 x
            var three = one * (3 - 4 * one * one);
            var four = 2 * two * (1 - 2 * one * one);
            sound[i] = (float)((one + (0.4 + 0.2 * force) * two + 0.3 * force * three + 0.16 * force * four) * (1 + 2.5 * vibrato * 12) + breath.Band * (0.10 + 0.5 * Math.Exp(-at / 0.03)));
        }

        Partials.Smooth(sound, Math.Min(0.05, seconds * 0.4), 0.1);
        return Tone.Scaled(sound, 0, force * 0.2);
    }
}
