using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.Media.Sound.Mix;

/// <summary>Peaks between samples: four-fold interpolation by a windowed sinc of 12 taps a phase, as ITU-R BS.1770-4 annex 2 asks.</summary>
internal static class TruePeak
{
    private const int Taps = 12;
    private const int Before = Taps / 2 - 1;
    private const int Lanes = 8;

    private static readonly float[][] _phases = [.. Enumerable.Range(1, 3).Select(phase => Enumerable.Range(0, Taps)
        .Select(tap => Weight(tap - Taps / 2 + 1 - phase / 4.0)).ToArray())];

    /// <summary>The highest level of either channel about each sample, full scale at 1.</summary>
    public static float[] Envelope(StereoTrack track)
    {
        var peaks = new float[track.Samples];
        Rise(peaks, track.Left);
        Rise(peaks, track.Right);
        return peaks;
    }

    private static void Rise(float[] peaks, float[] samples)
    {
        for (var i = 0; i < samples.Length; i++)
            peaks[i] = Math.Max(peaks[i], Math.Abs(samples[i]));
        ref var source = ref MemoryMarshal.GetArrayDataReference(samples);
        ref var target = ref MemoryMarshal.GetArrayDataReference(peaks);
        foreach (var phase in _phases)
        {
            for (var i = Before; i < samples.Length - Taps / 2 - Lanes; i += Lanes)
            {
                var sum = Vector256<float>.Zero;
                for (var t = 0; t < Taps; t++)
                    sum += Vector256.LoadUnsafe(ref source, (nuint)(i - Before + t)) * phase[t];
                Vector256.Max(Vector256.LoadUnsafe(ref target, (nuint)i), Vector256.Abs(sum)).StoreUnsafe(ref target, (nuint)i);
            }
        }
    }

    private static float Weight(double distance) => distance == 0
        ? 1
        : (float)(Math.Sin(Math.PI * distance) / (Math.PI * distance) * (0.5 + 0.5 * Math.Cos(Math.PI * distance / (Taps / 2 + 0.5))));
}
