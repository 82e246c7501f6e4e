using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>Two balls that meet in the air.</summary>
internal static class Collisions
{
    public static async Task<IEnumerable<Measurement>> Meet(double ratio, FrameFormat format, string folder)
    {
        const double radius = 0.12, speed = 3;
        var surface = new Surface(0.2, 0.8);
        var one = Solid.Ball(radius, new(-0.7, 2, 0), surface, 1000 * ratio);
        var two = Solid.Ball(radius, new(0.7, 2.05, 0), surface);
        (one.Velocity, two.Velocity) = (new(speed, 0, 0), new(-0.5 * speed, 0, 0));
        var mesh = Solid.BallMesh(radius);
        var footage = new Footage
        {
            Simulation = new Simulation([one, two], surface),
            Seen = [(0, mesh, default), (1, mesh, default)],
            Middle = new(0, 1.6, 0),
            Height = 2.2,
            Seconds = 0.46,
            Format = format,
        };
        var tracks = await footage.Film(folder);
        var meeting = (1.4 - (2 * radius)) / (1.5 * speed);
        var late = 2.5 / format.FramesPerSecond;
        double Moved(int ball, bool after) => Fit.Slope(tracks[ball].X.Skip(1).Where(p => after ? p.Time > meeting + late : p.Time < meeting - 0.01));
        var before = (ratio * Moved(0, false)) + Moved(1, false);
        var after = (ratio * Moved(0, true)) + Moved(1, true);
        var apart = tracks[0].Sightings.Zip(tracks[1].Sightings).Count(pair => pair.First.X < pair.Second.X);
        return
        [
            new($"two balls, masses {ratio:0}:1: momentum after / before", 1, after / before, 0.01),
            new($"two balls, masses {ratio:0}:1: frames with both", 1, Math.Min(tracks[0].Seen, tracks[1].Seen), 0),
            new($"two balls, masses {ratio:0}:1: frames with neither past the other", 1, apart / (double)tracks[0].Sightings.Count, 0),
        ];
    }
}
