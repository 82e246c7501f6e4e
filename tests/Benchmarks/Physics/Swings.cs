using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>A pendulum.</summary>
internal static class Swings
{
    public static async Task<IEnumerable<Measurement>> Pendulum(double amplitude, FrameFormat format, string folder)
    {
        const double length = 1, radius = 0.08;
        var surface = new Surface(0.5, 0.5);
        var (sine, cosine) = Math.SinCos(amplitude);
        var start = new Vector3d(length * sine, 2 - (length * cosine), 0);
        var footage = new Footage
        {
            Simulation = new Simulation([Solid.Ball(radius, start, surface)], surface, [new HangingThread(0, new(0, 2, 0), default, length)]),
            Seen = [(0, Solid.BallMesh(radius), default)],
            Middle = new(0, 1.3, 0),
            Height = 1.2,
            Seconds = 6.5,
            Format = format,
        };
        var track = (await footage.Film(folder))[0].X;
        List<double> crossings = [];
        for (var i = 2; i + 2 < track.Count; i++)
        {
            if (track[i].Value > 0 && track[i + 1].Value <= 0)
            {
                var line = Fit.Polynomial([.. track.Skip(i - 1).Take(4)], 1);
                crossings.Add(-line[0] / line[1]);
            }
        }

        var square = amplitude * amplitude;
        var period = 2 * Math.PI * Math.Sqrt(length / 9.81) * (1 + (square / 16) + (11 * square * square / 3072));
        return [new($"pendulum of 1 m, amplitude {amplitude:0.00}: period (s)", period, (crossings[^1] - crossings[0]) / (crossings.Count - 1), 0.01)];
    }
}
