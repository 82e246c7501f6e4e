namespace SoraFunctions.World.Staging.Cameras;

/// <summary>How a move begins and ends.</summary>
internal static class Ease
{
    private const double Ramp = 0.22;

    /// <summary>From 0 to 1 at a steady pace with soft ends: speed and acceleration are continuous.</summary>
    /// <param name="t">Time, 0 to 1; held outside.</param>
    public static double Glide(double t)
    {
        t = Math.Clamp(t, 0, 1);
        return t <= 0.5 ? Half(t) : 1 - Half(1 - t);
    }

    // Speed rises by a smooth step over the ramp and then stays: the integral of 3u2 - 2u3 is u3 - u4 / 2.
    private static double Half(double t)
    {
        var pace = 1 / (1 - Ramp);
        var u = Math.Min(t / Ramp, 1);
        return pace * ((Ramp * ((u * u * u) - (u * u * u * u / 2))) + Math.Max(t - Ramp, 0));
    }

    /// <summary>A whip of the head: 1 at first, 0 from a third of a second on, with a small swing beyond.</summary>
    /// <param name="seconds">Since the first frame.</param>
    public static double Whip(double seconds)
    {
        const double length = 0.36;
        var u = Math.Clamp(seconds / length, 0, 1);
        var turned = 1 - (u * u * (3 - (2 * u)));
        var after = Math.Max(0, seconds - (0.8 * length));
        return turned - (0.035 * Math.Sin(9 * after) * Math.Exp(-6 * after));
    }
}
