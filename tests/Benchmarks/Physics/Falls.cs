using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>What falls and bounces.</summary>
internal static class Falls
{
    private const double Radius = 0.15;

    public static async Task<IEnumerable<Measurement>> Fall(FrameFormat format, string folder)
    {
        var track = (await Take(3.4, 0.5, 0.75, format).Film(folder))[0];
        return [new("free fall: g (m/s2)", 9.81, -Fit.Acceleration(track.Y.Skip(1)), 0.005)];
    }

    public static async Task<IEnumerable<Measurement>> Bounce(double restitution, FrameFormat format, string folder)
    {
        const double drop = 1.8;
        var rise = Math.Sqrt(2 * drop / 9.81);
        var track = (await Take(drop + Radius, restitution, rise * (1 + (1.9 * restitution)), format).Film(folder))[0];
        var frame = 1.0 / format.FramesPerSecond;

        // The shutter sees the half frame before: both arcs are late by the same time, so that their crossing is too.
        var down = Fit.Polynomial([.. track.Y.Skip(1).Where(p => p.Time < rise - (0.5 * frame))], 2);
        var up = Fit.Polynomial([.. track.Y.Where(p => p.Time > rise + (2 * frame))], 2);
        var crossing = Crossing(down, up, rise);
        return [new($"restitution {restitution:0.0}", restitution, -Speed(up, crossing) / Speed(down, crossing), 0.01, true)];
    }

    private static Footage Take(double height, double restitution, double seconds, FrameFormat format)
    {
        var surface = new Surface(0.5, restitution);
        return new()
        {
            Simulation = new Simulation([Solid.Ball(Radius, new(0, height, 0), surface)], surface),
            Seen = [(0, Solid.BallMesh(Radius), default)],
            Middle = new(0, 0.5 * height, 0),
            Height = 1.3 * height,
            Seconds = seconds,
            Format = format,
        };
    }

    private static double Speed(double[] arc, double time) => arc[1] + (2 * arc[2] * time);

    private static double Crossing(double[] down, double[] up, double guess)
    {
        double At(double t) => down[0] - up[0] + ((down[1] - up[1]) * t) + ((down[2] - up[2]) * t * t);
        for (var i = 0; i < 20; i++)
        {
            guess -= At(guess) / (Speed(down, guess) - Speed(up, guess));
        }

        return guess;
    }
}
