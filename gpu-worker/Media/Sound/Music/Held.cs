using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>Instruments that are held: filtered saw waves without aliasing (PolyBLEP, Välimäki and Huovilainen 2007).</summary>
internal static class Held
{
    /// <summary>A warm pad, one side of it: each side is detuned differently, which makes it wide.</summary>
    public static float[] Pad(double hertz, double seconds, double force, double side) =>
        Saws(hertz, seconds, [-7 + side, -2.5 - side, 3 + side, 7.5 - side], 0.45, 0.9, (at, length) => 620 + 1900 * force * (0.5 - 0.5 * Math.Cos(Math.PI * Math.Min(1, at / Math.Min(2.4, length)))), 0.25 * force);

    /// <summary>A string section, one side of it.</summary>
    public static float[] Strings(double hertz, double seconds, double force, double side) =>
        Saws(hertz, seconds, [-9 + side, -4 - side, 1, 5 + side, 10 - side], 0.16, 0.45, (at, _) => 900 + 2600 * force * (1 - Math.Exp(-at / 0.3)), 0.27 * force);

    /// <summary>A short synthetic stroke whose brightness falls.</summary>
    public static float[] Stab(double hertz, double force) =>
        Saws(hertz, 0.12, [-6, 5], 0.003, 0.22, (at, _) => 350 + 3800 * force * Math.Exp(-at / 0.07), 0.55 * force);

    /// <summary>A round bass: a sine with some of its octave, driven gently.</summary>
    public static float[] Bass(double hertz, double seconds, double force)
    {
        var sound = Struck.Room(seconds + 0.18);
        double phase = 0;
        for (var i = 0; i < sound.Length; i++)
        {
            phase += hertz / StereoTrack.Rate;
            var at = i / (double)StereoTrack.Rate;
            var swell = Math.Exp(-at / 1.6);
            sound[i] = (float)(Math.Tanh(1.6 * (Math.Sin(2 * Math.PI * phase) + 0.42 * swell * Math.Sin(4 * Math.PI * phase) + 0.2 * swell * Math.Sin(6 * Math.PI * phase))) * (0.45 + 0.55 * swell));
        }

        Partials.Smooth(sound, 0.008, Math.Min(0.18, seconds * 0.6));
        return Struck.Scaled(sound, 0, force * 0.2);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Saws(double hertz, double seconds, double[] cents, double attack, double release, Func<double, double, double> corner, double gain)
    {
        const int control = 64;
        var sound = Struck.Room(seconds + release);
        var steps = Array.ConvertAll(cents, cent => hertz * Math.Pow(2, cent / 1200) / StereoTrack.Rate);
        var phases = cents.Select((_, i) => i * 0.381966 % 1).ToArray();
        var (one, two) = (default(StateFilter), default(StateFilter));
        for (var i = 0; i < sound.Length; i++)
        {
            if (i % control == 0)
            {
                var hz = corner(i / (double)StereoTrack.Rate, seconds);
                one.Tune(hz, 0.8);
                two.Tune(hz * 1.6, 0.6);
            }

            var sum = 0.0;
            for (var k = 0; k < phases.Length; k++)
                sum += Saw(ref phases[k], steps[k]);
            one.Step(sum);
            two.Step(one.Low);
            sound[i] = (float)(two.Low * gain / phases.Length);
        }

        Partials.Smooth(sound, Math.Min(attack, seconds), release);
        return sound;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Saw(ref double phase, double step)
    {
        phase += step;
        if (phase >= 1)
            phase -= 1;
        var saw = 2 * phase - 1;
        if (phase < step)
        {
            var t = phase / step;
            saw -= 2 * t - t * t - 1;
        }
        else if (phase > 1 - step)
        {
            var t = (phase - 1) / step;
            saw -= t * t + 2 * t + 1;
        }

        return saw;
    }
}
