using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>Decaying sine waves, eight samples at a time: each lane is one of eight neighbouring samples, turned on by eight.</summary>
internal static class Modes
{
    // Amplitude below which nothing is heard any more.
    private const double Silent = 2e-5;

    /// <summary>Adds one.</summary>
    /// <param name="sound">Where to.</param>
    /// <param name="hertz">Frequency; outside of 16 Hz to 20 kHz nothing is added.</param>
    /// <param name="gain">Amplitude at the start.</param>
    /// <param name="decay">Seconds to a thousandth (T60).</param>
    /// <param name="phase">Phase at the start in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> sound, double hertz, double gain, double decay, double phase)
    {
        var heard = Math.Log10(Math.Abs(gain) / Silent) / 3;
        if (hertz is < 16 or > 20_000 || !(heard > 0))
            return;
        var length = Math.Min(sound.Length, (int)(heard * decay * StereoTrack.Rate));
        var shrink = Math.Pow(10, -3 / (decay * StereoTrack.Rate));
        var turn = 2 * Math.PI * hertz / StereoTrack.Rate;
        Span<float> xs = stackalloc float[8], ys = stackalloc float[8];
        for (var i = 0; i < 8; i++)
        {
            var size = gain * Math.Pow(shrink, i);
            (xs[i], ys[i]) = ((float)(size * Math.Cos(phase + i * turn)), (float)(size * Math.Sin(phase + i * turn)));
        }

        var eighth = Math.Pow(shrink, 8);
        var (cos, sin) = (Vector256.Create((float)(eighth * Math.Cos(8 * turn))), Vector256.Create((float)(eighth * Math.Sin(8 * turn))));
        var (x, y) = (Vector256.Create<float>(xs), Vector256.Create<float>(ys));
        var at = 0;
        for (; at + 8 <= length; at += 8)
        {
            var place = sound.Slice(at, 8);
            (Vector256.Create<float>(place) + y).CopyTo(place);
            (x, y) = (x * cos - y * sin, x * sin + y * cos);
        }

        for (var i = 0; at + i < length; i++)
            sound[at + i] += y.GetElement(i);
    }
}
