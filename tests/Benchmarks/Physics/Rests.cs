using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Water;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>What stands, floats and lies.</summary>
internal static class Rests
{
    public static async Task<IEnumerable<Measurement>> Stack(FrameFormat format, string folder)
    {
        var surface = new Surface(0.5, 0.2);
        var size = new Vector3d(0.4, 0.25, 0.4);
        var simulation = new Simulation([.. Enumerable.Range(0, 3).Select(i => Solid.Block(size, new(0.03 * i, 0.13 + (0.26 * i), 0), surface))], surface);
        var energy = simulation.Energy;
        simulation.Advance(0.2);
        var mesh = Solid.BlockMesh(size);
        var footage = new Footage
        {
            Simulation = simulation,
            Seen = [(0, mesh, default), (1, mesh, default), (2, mesh, default)],
            Middle = new(0, 0.4, 0),
            Height = 1.1,
            Seconds = 0.6,
            Format = format,
        };
        var tracks = await footage.Film(folder);
        var pixel = footage.Height / format.Height;
        var worst = tracks.Max(track => track.Sightings.Skip(1).Max(s => Math.Max(Math.Abs(s.X - track.Sightings[1].X), Math.Abs(s.Y - track.Sightings[1].Y)))) / pixel;
        return
        [
            new("a stack at rest: farthest move (px)", 0, worst, 0.2, true),
            new("a stack at rest: frames with all three", 1, tracks.Min(track => track.Seen), 0),
        ];
    }

    public static async Task<IEnumerable<Measurement>> Float(FrameFormat format, string folder)
    {
        const double density = 400;
        var size = new Vector3d(0.6, 0.3, 0.6);
        var surface = new Surface(0.5, 0.2);
        var block = Solid.Block(size, new(0, 0.05, 0), surface, density);
        var water = new OpenWater(Vector2.Zero, 8, 64, 2);
        var simulation = new Simulation([block], surface) { Influences = [water], GroundHeight = -2 };
        simulation.Advance(12);
        var footage = new Footage
        {
            Simulation = simulation,
            Seen = [(0, Solid.BlockMesh(size), default)],
            Middle = default,
            Height = 0.9,
            Seconds = 1,
            Format = format,
        };
        var track = (await footage.Film(folder))[0];
        var draught = (0.5 * size.Y) - track.Y.Average(p => p.Value);
        return [new("a floating block: draught (m)", size.Y * density / 1000, draught, 0.03)];
    }

    /// <summary>From the log of states: a closed scene never gains energy.</summary>
    public static IEnumerable<Measurement> Energy()
    {
        double worst = 0;
        for (var seed = 0; seed < 10; seed += 2)
        {
            var simulation = RandomScene.Of(seed).Simulation;
            var start = simulation.Energy;
            var before = start;
            for (var i = 0; i < 1440; i++)
            {
                simulation.Step(1.0 / 960);
                worst = Math.Max(worst, (simulation.Energy - before) / start);
                before = simulation.Energy;
            }
        }

        return [new("closed scenes: largest rise of energy in a step (part)", 0, worst, 1e-6, true)];
    }
}
