using System.Numerics;

namespace SoraFunctions.Media.Sound.Beats;

/// <summary>
/// How much begins at each hundredth of a second: the spectral flux, which is what is louder than a moment before, in decibels, summed over
/// bands as wide as hearing makes them (Ellis, Beat Tracking by Dynamic Programming, 2007).
/// </summary>
/// <param name="Values">One for each step; without slow changes, and of variance one.</param>
internal sealed record OnsetCurve(float[] Values)
{
    /// <summary>Samples a second that it is made from.</summary>
    public const int Rate = 24_000;

    /// <summary>Seconds from one value to the next.</summary>
    public const double Step = Hop / (double)Rate;

    private const int Hop = 240;
    private const int Window = 1024;
    private const int Bands = 40;

    /// <summary>Decibels under the loudest band of all below which nothing is heard.</summary>
    private const float Range = 70;

    /// <summary>Values on either side that a value is measured against.</summary>
    private const int Around = 40;

    /// <summary>A blow is seen this much before the middle of the window that it begins in, in seconds: as soon as it enters it.</summary>
    internal const double Early = 0.40 * Window / Rate;

    /// <summary>When the value of an index is, in seconds.</summary>
    public static double Time(double index) => index * Step + Early;

    /// <summary>The curve of a recording.</summary>
    /// <param name="samples">Left and right in turn.</param>
    public static OnsetCurve Of(ReadOnlySpan<float> samples)
    {
        var count = samples.Length / 2;
        var frames = count / Hop + 1;
        var levels = new float[frames][];
        var (edges, hann, buffer) = (Edges(), Hann(), new Complex[Window]);
        for (var frame = 0; frame < frames; frame++)
        {
            var from = frame * Hop - Window / 2;
            for (var i = 0; i < Window; i++)
            {
                // Both sides at once, as real and imaginary part: what is out of phase between them is heard as well.
                var at = from + i;
                buffer[i] = at >= 0 && at < count ? new Complex(samples[2 * at] * hann[i], samples[2 * at + 1] * hann[i]) : Complex.Zero;
            }

            Fourier.Transform(buffer);
            levels[frame] = Levels(buffer, edges);
        }

        return new OnsetCurve(Even(Flux(levels)));
    }

    private static float[] Levels(Complex[] spectrum, int[] edges)
    {
        var levels = new float[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var power = 1e-12;
            for (var bin = edges[band]; bin < Math.Max(edges[band + 1], edges[band] + 1); bin++)
                power += Power(spectrum[bin]) + Power(spectrum[Window - bin]);
            levels[band] = (float)(10 * Math.Log10(power));
        }

        return levels;
    }

    private static float[] Flux(float[][] levels)
    {
        var floor = levels.Max(frame => frame.Max()) - Range;
        var flux = new float[levels.Length];
        for (var frame = 1; frame < levels.Length; frame++)
        {
            var sum = 0f;
            for (var band = 0; band < Bands; band++)
                sum += Math.Max(0, Math.Max(floor, levels[frame][band]) - Math.Max(floor, levels[frame - 1][band]));
            flux[frame] = sum;
        }

        return flux;
    }

    // What is above its own surroundings; a little rounded, so that beats need not fall on the very hundredth.
    private static float[] Even(float[] flux)
    {
        var sums = new double[flux.Length + 1];
        for (var i = 0; i < flux.Length; i++)
            sums[i + 1] = sums[i] + flux[i];
        var sharp = new double[flux.Length];
        for (var i = 0; i < flux.Length; i++)
        {
            var (from, to) = (Math.Max(0, i - Around), Math.Min(flux.Length, i + Around + 1));
            sharp[i] = flux[i] - (sums[to] - sums[from]) / (to - from);
        }

        var even = new double[flux.Length];
        double[] bell = [0.054, 0.242, 0.399, 0.242, 0.054];
        for (var i = 0; i < even.Length; i++)
            for (var k = -2; k <= 2; k++)
                even[i] += bell[k + 2] * sharp[Math.Clamp(i + k, 0, sharp.Length - 1)];
        var deviation = Math.Sqrt(even.Sum(value => value * value) / even.Length);
        return [.. even.Select(value => deviation > 0 ? (float)(value / deviation) : 0)];
    }

    private static double Power(Complex value) => value.Real * value.Real + value.Imaginary * value.Imaginary;

    /// <summary>Bins at which bands begin: of equal width on the mel scale from 30 Hz to 11 kHz.</summary>
    private static int[] Edges()
    {
        static double Mel(double hertz) => 2595 * Math.Log10(1 + hertz / 700);
        static double Hertz(double mel) => 700 * (Math.Pow(10, mel / 2595) - 1);
        var (low, high) = (Mel(30), Mel(11_000));
        return [.. Enumerable.Range(0, Bands + 1).Select(i => Math.Max(1, (int)Math.Round(Hertz(low + (high - low) * i / Bands) * Window / Rate)))];
    }

    private static double[] Hann() => [.. Enumerable.Range(0, Window).Select(i => 0.5 - 0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / Window))];
}
