using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound;

/// <summary>
/// A room: eight delay lines of incommensurable lengths that feed one another through a Hadamard matrix, with damped highs
/// (Jot and Chaigne 1991, feedback delay network).
/// </summary>
internal static class Reverb
{
    private const int Lines = 8;

    private static readonly int[] _lengths = [1487, 1753, 2011, 2381, 2731, 3167, 3559, 4001];

    /// <summary>The reverberation of a track, without the track itself.</summary>
    /// <param name="dry">The track.</param>
    /// <param name="seconds">Seconds to a thousandth (T60).</param>
    /// <param name="brightness">Corner of the damping in hertz.</param>
    /// <param name="before">Seconds until the first echo.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static StereoTrack Of(StereoTrack dry, double seconds, double brightness, double before = 0.018)
    {
        var wet = new StereoTrack(dry.Samples);
        var delays = _lengths.Select(length => new float[length]).ToArray();
        var at = new int[Lines];
        var damped = new float[Lines];
        var gains = _lengths.Select(length => (float)(Math.Pow(10, -3.0 * length / (seconds * StereoTrack.Rate)) / Math.Sqrt(Lines))).ToArray();
        var open = (float)(1 - Math.Exp(-2 * Math.PI * brightness / StereoTrack.Rate));
        var early = (int)(before * StereoTrack.Rate);
        Span<float> v = stackalloc float[Lines];
        for (var i = early; i < dry.Samples; i++)
        {
            var (left, right) = (dry.Left[i - early], dry.Right[i - early]);
            for (var k = 0; k < Lines; k++)
            {
                damped[k] += open * (delays[k][at[k]] - damped[k]);
                v[k] = damped[k];
            }

            wet.Left[i] = (v[0] - v[2] + v[4] - v[6]) * 0.5f;
            wet.Right[i] = (v[1] - v[3] + v[5] - v[7]) * 0.5f;
            Mix(v);
            for (var k = 0; k < Lines; k++)
            {
                delays[k][at[k]] = v[k] * gains[k] + ((k & 1) == 0 ? left : right) * 0.6f;
                at[k] = at[k] + 1 == _lengths[k] ? 0 : at[k] + 1;
            }
        }

        return wet;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(Span<float> v)
    {
        for (var step = 1; step < Lines; step *= 2)
        {
            for (var i = 0; i < Lines; i += 2 * step)
            {
                for (var k = i; k < i + step; k++)
                    (v[k], v[k + step]) = (v[k] + v[k + step], v[k] - v[k + step]);
            }
        }
    }
}
