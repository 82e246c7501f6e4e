using System.Runtime.CompilerServices;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>
/// A bubble that forms under water and rings: f = 3.26 / r in hertz and metres (Minnaert 1933), damped by 0.13 / r + 0.0072 r^-1.5 a second
/// and rising in pitch as it nears the surface (van den Doel, Physically Based Models for Liquid Sounds, 2005).
/// </summary>
internal static class Bubble
{
    private const double Minnaert = 3.26;
    private const double LongestSeconds = 0.5;

    /// <summary>Frequency in hertz of a bubble of a radius in metres.</summary>
    public static double Hertz(double radius) => Minnaert / radius;

    /// <summary>Damping of a bubble's amplitude a second.</summary>
    public static double Damping(double radius) => 0.13 / radius + 0.0072 * Math.Pow(radius, -1.5);

    /// <summary>Adds one.</summary>
    /// <param name="sound">Where to.</param>
    /// <param name="start">Sample at which it begins.</param>
    /// <param name="radius">Metres.</param>
    /// <param name="gain">Amplitude at the start.</param>
    /// <param name="rise">How fast its pitch rises: 0 deep down to about 0.1 just under the surface.</param>
    /// <param name="torn">Damping a second that it has besides.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(Span<float> sound, int start, double radius, double gain, double rise = 0.05, double torn = 0)
    {
        var (hertz, damping) = (Hertz(radius), Damping(radius) + torn);
        if (start < 0 || hertz > 18_000 || gain < 1e-5)
            return;
        var length = Math.Min(sound.Length - start, (int)(Math.Min(LongestSeconds, Math.Log(gain / 1e-5) / damping) * StereoTrack.Rate));
        var shrink = Math.Exp(-damping / StereoTrack.Rate);
        var turn = 2 * Math.PI * hertz / StereoTrack.Rate;
        var faster = turn * rise * damping / StereoTrack.Rate;

        // A pointer that is turned by a pointer that is turned itself: a rising sine without a sine per sample.
        var (x, y) = (gain, 0.0);
        var (cos, sin) = (shrink * Math.Cos(turn), shrink * Math.Sin(turn));
        var (more, side) = (Math.Cos(faster), Math.Sin(faster));
        for (var i = 0; i < length; i++)
        {
            sound[start + i] += (float)y;
            (x, y) = (x * cos - y * sin, x * sin + y * cos);
            (cos, sin) = (cos * more - sin * side, cos * side + sin * more);
        }
    }
}
