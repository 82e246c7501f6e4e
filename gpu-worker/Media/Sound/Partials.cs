using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.Media.Sound;

/// <summary>Decaying sine waves: what struck and plucked things are made of.</summary>
internal static class Partials
{
    private const int Lanes = 8;

    /// <summary>Adds one, by turning eight pointers at once: no sine per sample.</summary>
    /// <param name="sound">Where to.</param>
    /// <param name="hertz">Frequency; above 20 kHz nothing is added.</param>
    /// <param name="gain">Amplitude at the start.</param>
    /// <param name="decay">Seconds to a thousandth (T60).</param>
    /// <param name="phase">Phase at the start in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> sound, double hertz, double gain, double decay, double phase = 0)
    {
        if (hertz is < 16 or > 20_000 || Math.Abs(gain) < 1e-6)
            return;
        var shrink = Math.Pow(10, -3 / (decay * StereoTrack.Rate));
        var turn = 2 * Math.PI * hertz / StereoTrack.Rate;
        Span<float> real = stackalloc float[Lanes];
        Span<float> imaginary = stackalloc float[Lanes];
        for (var k = 0; k < Lanes; k++)
        {
            var level = gain * Math.Pow(shrink, k);
            real[k] = (float)(level * Math.Cos(phase + turn * k));
            imaginary[k] = (float)(level * Math.Sin(phase + turn * k));
        }

        var step = Math.Pow(shrink, Lanes);
        var cos = Vector256.Create((float)(step * Math.Cos(turn * Lanes)));
        var sin = Vector256.Create((float)(step * Math.Sin(turn * Lanes)));
        var (x, y) = (Vector256.Create<float>(real), Vector256.Create<float>(imaginary));
        var length = Math.Min(sound.Length, (int)(decay * 1.15 * StereoTrack.Rate));
        ref var first = ref MemoryMarshal.GetReference(sound);
        var i = 0;
        for (; i + Lanes <= length; i += Lanes)
        {
            (Vector256.LoadUnsafe(ref first, (nuint)i) + y).StoreUnsafe(ref first, (nuint)i);
            (x, y) = ((x * cos) - (y * sin), (x * sin) + (y * cos));
        }

        for (var k = 0; i < length; i++, k++)
            sound[i] += y[k];
    }

    /// <summary>Rises smoothly at the start and falls smoothly at the end, so that nothing clicks.</summary>
    public static void Smooth(Span<float> sound, double attack, double release)
    {
        var (a, r) = (Math.Min(sound.Length, (int)(attack * StereoTrack.Rate)), Math.Min(sound.Length, (int)(release * StereoTrack.Rate)));
        for (var i = 0; i < a; i++)
            sound[i] *= (float)(0.5 - 0.5 * Math.Cos(Math.PI * (i + 0.5) / a));
        for (var i = 0; i < r; i++)
            sound[^(i + 1)] *= (float)(0.5 - 0.5 * Math.Cos(Math.PI * (i + 0.5) / r));
    }
}
