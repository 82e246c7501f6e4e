using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>What slides and rolls down a slope.</summary>
internal static class Inclines
{
    private const double Slope = 0.42;

    public static Task<IEnumerable<Measurement>> Slide(FrameFormat format, string folder)
    {
        const double friction = 0.2;
        var size = new Vector3d(0.3, 0.12, 0.2);
        var (sine, cosine) = Math.SinCos(Slope);
        return Measure("incline, sliding: acceleration (m/s2)", 9.81 * (sine - (friction * cosine)), friction,
            (place, surface) => Solid.Block(size, place, surface), Solid.BlockMesh(size), size.Y / 2, format, folder);
    }

    public static Task<IEnumerable<Measurement>> Roll(FrameFormat format, string folder)
    {
        const double radius = 0.12;
        return Measure("incline, rolling ball: acceleration (m/s2)", 9.81 * Math.Sin(Slope) / 1.4, 0.7,
            (place, surface) => Solid.Ball(radius, place, surface), Solid.BallMesh(radius), radius, format, folder);
    }

    private static async Task<IEnumerable<Measurement>> Measure(
        string quantity, double expected, double friction, Func<Vector3d, Surface, Body> make, World.Scenes.Mesh mesh, double rest, FrameFormat format, string folder)
    {
        var surface = new Surface(friction, 0);
        var (sine, cosine) = Math.SinCos(Slope);
        var turn = Rotation.About(new(0, 0, 1), -Slope);
        var plate = Solid.Fixed(new(6, 0.2, 1), new(0, 2, 0), turn, surface);
        var body = make(new Vector3d(0, 2, 0) + turn.Turn(new(-1.6, 0.1 + rest, 0)), surface);
        body.Orientation = turn;
        var footage = new Footage
        {
            Simulation = new Simulation([body, plate], surface),
            Seen = [(0, mesh, default)],
            Middle = new(0, 2.2, 0),
            Height = 2.4,
            Seconds = 1.1,
            Format = format,
        };
        var track = (await footage.Film(folder))[0];
        return [new(quantity, expected, Fit.Acceleration(track.Along(cosine, -sine).Skip(2)), 0.01)];
    }
}
