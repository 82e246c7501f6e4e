namespace SoraFunctions.Benchmarks.Sync;

/// <summary>
/// Finds where sounds begin: spectral flux, the sum over frequencies of how much louder they have become (Dixon, Onset Detection Revisited,
/// 2006), and then the sample at which the rise that it points to begins.
/// </summary>
internal static class Onsets
{
    private const int Rate = 48_000;
    private const int Window = 512;
    private const int Hop = 48;

    // Rises in decibels that all of the spectrum makes on average where there may be an onset, and where there
    // is one for sure; and the floor below the loudest.
    private const double LeastRise = 1.6;
    private const double SureRise = 5.5;
    private const double Floor = -62;

    // Milliseconds in which there is one onset at most, and those that the background is looked at for.
    private const int Apart = 12;
    private const int Background = 60;

    // Part of the power of what was up to a fifth of a second before.
    private const double CoveredPart = 0.006;

    // Times the power of any 6 ms of the 50 ms before: noise that goes on has its ups and downs.
    private const double LeastRatio = 1.5;

    /// <summary>The beginnings of sounds in seconds.</summary>
    /// <param name="sound">One channel of 48 kHz.</param>
    public static IReadOnlyList<double> In(float[] sound)
    {
        var flux = Flux(sound);
        List<double> onsets = [];
        for (var i = 2; i + 2 < flux.Length; i++)
        {
            var background = Median(flux, i - Background, i - 8);
            if (flux[i] < LeastRise + (1.5 * background) || flux[i] < flux.AsSpan(Math.Max(0, i - 8), Math.Min(flux.Length, i + 9) - Math.Max(0, i - 8)).ToArray().Max())
            {
                continue;
            }

            var at = Begin(sound, i);
            if (flux[i] < SureRise && Covered(sound, at))
            {
                continue;
            }

            if (onsets.Count == 0 || (at - onsets[^1]) * 1000 >= Apart)
            {
                onsets.Add(at);
            }
        }

        return onsets;
    }

    // Mean rise in decibels of all bands from 150 Hz to 16 kHz over 4 ms, each a third of an octave wide.
    private static double[] Flux(float[] sound)
    {
        const int lag = 4;
        var loudest = Math.Max(1e-6, sound.Max(Math.Abs));
        var bands = Bands();
        var frames = (sound.Length / Hop) + 1;
        var levels = new double[frames][];
        var real = new double[Window];
        var imaginary = new double[Window];
        for (var f = 0; f < frames; f++)
        {
            for (var i = 0; i < Window; i++)
            {
                var at = (f * Hop) + i - (Window / 2);
                real[i] = at >= 0 && at < sound.Length ? sound[at] / loudest * (0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Window))) : 0;
                imaginary[i] = 0;
            }

            Fourier.Transform(real, imaginary);
            levels[f] = new double[bands.Length];
            for (var b = 0; b < bands.Length; b++)
            {
                var power = 1e-12;
                for (var k = bands[b].Low; k <= bands[b].High; k++)
                {
                    power += ((real[k] * real[k]) + (imaginary[k] * imaginary[k])) / (Window * Window / 16.0);
                }

                levels[f][b] = Math.Max(Floor, 10 * Math.Log10(power));
            }
        }

        var flux = new double[frames];
        for (var f = lag; f < frames; f++)
        {
            for (var b = 0; b < bands.Length; b++)
            {
                flux[f] += Math.Max(0, levels[f][b] - levels[f - lag][b]) / bands.Length;
            }
        }

        return flux;
    }

    private static (int Low, int High)[] Bands()
    {
        List<(int, int)> bands = [];
        for (double low = 150; low < 16_000; low *= Math.Cbrt(2))
        {
            var (from, to) = ((int)Math.Ceiling(low * Window / Rate), (int)Math.Floor(low * Math.Cbrt(2) * Window / Rate));
            if (to >= from)
            {
                bands.Add((from, to));
            }
        }

        return [.. bands];
    }

    // The steepest millisecond about the flux's peak, of the part of the sound that changes fastest; then back to where it leaves the noise.
    private static double Begin(float[] sound, int frame)
    {
        var (from, to) = (Math.Max(1, (frame * Hop) - 384), Math.Min(sound.Length - 1, (frame * Hop) + 240));
        var level = new double[to - from];
        for (var i = 0; i < level.Length; i++)
        {
            level[i] = Math.Abs(sound[from + i] - sound[from + i - 1]);
        }

        var best = 72;
        var steepest = 0.0;
        for (var i = 72; i + 48 < level.Length; i += 4)
        {
            var rise = Math.Log((Sum(level, i, i + 48) + 1e-5) / ((Sum(level, i - 72, i) * 48 / 72) + 1e-5));
            if (rise > steepest)
            {
                (best, steepest) = (i, rise);
            }
        }

        return (from + best) / (double)Rate;
    }

    private static double Sum(double[] values, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
        {
            sum += values[i];
        }

        return sum;
    }

    private static double Median(double[] values, int from, int to)
    {
        var some = values[Math.Max(0, from)..Math.Max(0, to)];
        Array.Sort(some);
        return some.Length == 0 ? 0 : some[some.Length / 2];
    }

    // The ear takes for an echo what comes soon after something much louder (the precedence effect). Neither lows nor highs may be covered.
    private static bool Covered(float[] sound, double time) => Covered(sound, time, 0) && Covered(sound, time, 1);

    private static bool Covered(float[] sound, double time, float slope)
    {
        const int tenth = Rate / 100;
        const int brief = Rate / 160;
        var at = (int)(time * Rate);
        var rise = Power(sound, at, at + tenth, slope) - Power(sound, at - tenth, at, slope);
        double most = 0, lately = 0;
        for (var i = at - (20 * tenth); i < at - tenth; i += tenth / 2)
        {
            most = Math.Max(most, Power(sound, i, i + tenth, slope));
        }

        for (var i = at - (8 * brief); i <= at - brief; i += brief / 4)
        {
            lately = Math.Max(lately, Power(sound, i, i + brief, slope));
        }

        return rise < CoveredPart * most || Power(sound, at, at + brief, slope) < LeastRatio * lately;
    }

    // Of the sound itself, which its lows lead, or of its slope, which its highs do.
    private static double Power(float[] sound, int from, int to, float slope)
    {
        var sum = 0.0;
        for (var i = Math.Max(1, from); i < Math.Min(to, sound.Length); i++)
        {
            sum += Math.Pow(sound[i] - (slope * sound[i - 1]), 2);
        }

        return sum;
    }
}
