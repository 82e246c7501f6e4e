using System.Numerics;

namespace SoraFunctions.Media.Sound.Speech;

/// <summary>Brings sounds to 48 kHz by a windowed sinc (Smith, Digital Audio Resampling: polyphase, Blackman window).</summary>
public static class Resampler
{
    private const int Reach = 24;
    private const double Passed = 0.94;

    /// <summary>The same sound at 48 kHz.</summary>
    /// <param name="samples">One channel.</param>
    /// <param name="rate">Its samples a second, 4,000 to 48,000.</param>
    public static float[] ToTrack(ReadOnlySpan<float> samples, int rate)
    {
        if (rate == StereoTrack.Rate)
            return samples.ToArray();
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 4_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, StereoTrack.Rate);
        var common = (int)BigInteger.GreatestCommonDivisor(rate, StereoTrack.Rate);
        var (up, down) = (StereoTrack.Rate / common, rate / common);
        var phases = Phases(up);
        var padded = new float[samples.Length + 2 * Reach];
        samples.CopyTo(padded.AsSpan(Reach));
        var result = new float[(long)samples.Length * up / down];
        for (var i = 0; i < result.Length; i++)
        {
            var (at, phase) = Math.DivRem((long)i * down, up);
            var taps = phases.AsSpan((int)phase * 2 * Reach, 2 * Reach);
            var near = padded.AsSpan((int)at + 1, 2 * Reach);
            var sum = Vector<float>.Zero;
            for (var k = 0; k < 2 * Reach; k += Vector<float>.Count)
                sum += new Vector<float>(taps[k..]) * new Vector<float>(near[k..]);
            result[i] = Vector.Sum(sum);
        }

        return result;
    }

    // For each phase the weights of the samples from Reach - 1 before to Reach after.
    private static float[] Phases(int up)
    {
        var weights = new float[up * 2 * Reach];
        for (var phase = 0; phase < up; phase++)
        {
            for (var k = 0; k < 2 * Reach; k++)
            {
                var x = phase / (double)up + Reach - 1 - k;
                var u = x / Reach;
                var window = Math.Abs(u) >= 1 ? 0 : 0.42 + 0.5 * Math.Cos(Math.PI * u) + 0.08 * Math.Cos(2 * Math.PI * u);
                var angle = Math.PI * Passed * x;
                weights[phase * 2 * Reach + k] = (float)(window * (Math.Abs(x) < 1e-9 ? Passed : Passed * Math.Sin(angle) / angle));
            }
        }

        return weights;
    }
}
