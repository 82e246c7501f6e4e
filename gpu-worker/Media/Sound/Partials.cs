using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound;

/// <summary>Decaying sine waves: what struck and plucked things are made of.</summary>
internal static class Partials
{
    /// <summary>Adds one, by turning a pointer: no sine per sample.</summary>
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
        var (cos, sin) = (shrink * Math.Cos(turn), shrink * Math.Sin(turn));
        var (x, y) = (gain * Math.Cos(phase), gain * Math.Sin(phase));
        var length = Math.Min(sound.Length, (int)(decay * 1.4 * StereoTrack.Rate));
        for (var i = 0; i < length; i++)
        {
            sound[i] += (float)y;
            (x, y) = (x * cos - y * sin, x * sin + y * cos);
        }
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
