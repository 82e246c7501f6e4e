using SoraFunctions.World.Physics;

namespace SoraFunctions.Benchmarks.Physics;

/// <summary>A scene by chance: a pile, or a closed box of thin plates with fast bodies in it. The same seed gives the same scene.</summary>
internal sealed class RandomScene
{
    private const double Plate = 0.004;
    private const double Half = 0.4;

    // What is deeper in another than this part of the smaller one's least width, for more than so many steps, has sunk in.
    private const double Deep = 0.2;
    private const int LongestStay = 1;

    private readonly Random _random;
    private readonly List<(int Body, Overlap Overlap)> _overlaps = [];

    private RandomScene(int seed)
    {
        _random = new Random(seed);
        var surface = new Surface(Between(0.05, 0.9), Between(0, 0.95));
        IsBox = seed % 2 == 1;
        List<Body> bodies = [];
        var count = 6 + _random.Next(10);
        for (var i = 0; i < count; i++)
        {
            var place = IsBox
                ? new Vector3d(Half * (-0.6 + (0.4 * (i % 4))), 0.13 + (0.18 * (i / 16)), Half * (-0.6 + (0.4 * (i / 4 % 4))))
                : new Vector3d(Between(-0.12, 0.12), 0.2 + (0.2 * i), Between(-0.12, 0.12));
            bodies.Add(Body(place, surface, IsBox ? 0.055 : 0.09, IsBox ? 30 : 2));
        }

        if (IsBox)
        {
            bodies.AddRange(Box(surface));
        }

        Free = count;
        Simulation = new Simulation(bodies, surface);
        for (var i = 0; i < count; i++)
        {
            var body = bodies[i];
            _overlaps.Add((i, new(body, null, Deep)));
            _overlaps.AddRange(bodies.Skip(i + 1).Select(other => (i, new Overlap(body, other, Deep))));
        }
    }

    /// <summary>Whether the bodies are in a closed box.</summary>
    public bool IsBox { get; }

    /// <summary>How many bodies are free; they come first.</summary>
    public int Free { get; }

    public Simulation Simulation { get; }

    public static RandomScene Of(int seed) => new(seed);

    /// <summary>What went wrong in some seconds; null for nothing.</summary>
    public string? Run(double seconds)
    {
        var start = Simulation.Energy;
        var highest = start;
        for (var i = 0; i < seconds * 960; i++)
        {
            Simulation.Step(1.0 / 960);
            var energy = Simulation.Energy;
            if (!double.IsFinite(energy) || energy > highest + (1e-5 * Math.Abs(start)))
            {
                return $"explosion: energy rose by {(energy - highest) / start:P3} at {Simulation.Time:0.000} s";
            }

            highest = Math.Min(highest, energy);
            if ((Escaped() ?? Sunk()) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private string? Escaped()
    {
        for (var i = 0; i < Free; i++)
        {
            var at = Simulation.Bodies[i].Position;
            if (at.Y < 0 || (IsBox && (Math.Max(Math.Abs(at.X), Math.Abs(at.Z)) > Half || at.Y > 2 * Half)))
            {
                return $"tunnelling: body {i} is at {at.X:0.000} {at.Y:0.000} {at.Z:0.000} at {Simulation.Time:0.000} s";
            }
        }

        return null;
    }

    private string? Sunk()
    {
        string? fault = null;
        foreach (var (body, overlap) in _overlaps)
        {
            if (overlap.Steps() > LongestStay)
            {
                fault ??= $"overlap: body {body} has sunk in at {Simulation.Time:0.000} s";
            }
        }

        return fault;
    }

    private Body Body(Vector3d place, Surface surface, double size, double speed)
    {
        double Length() => Between(0.25 * size, size);
        var density = Between(200, 3000);
        var radius = 0.5 * Length();
        var block = new Vector3d(Length(), _random.Next(4) == 0 ? 0.006 : Length(), Length());
        var (shape, mass) = _random.Next(4) switch
        {
            0 => ((Shape)new Ball { Margin = radius }, MassProperties.Ball(radius, density)),
            1 => (Hull.Block(block, 0.001), MassProperties.Block(block, density)),
            2 => (Revolved.Cylinder(radius, block.X, 0.001), MassProperties.Cylinder(radius, block.X, density)),
            _ => (Cross(block, out var weight, density), weight),
        };
        return new()
        {
            Shape = shape,
            Mass = mass,
            Surface = surface,
            Position = place,
            Orientation = Rotation.About(Vector(1).Unit(), Between(0, 6)),
            Velocity = Vector(speed),
            AngularVelocity = Vector(12),
        };
    }

    // Two blocks across each other.
    private static Compound Cross(Vector3d size, out MassProperties mass, double density)
    {
        Vector3d one = new(size.X, 0.3 * size.Y, 0.3 * size.Z), other = new(0.3 * size.X, size.Y, 0.3 * size.Z);
        mass = MassProperties.Sum([MassProperties.Block(one, density), MassProperties.Block(other, density)]);
        return new([new(Hull.Block(one, 0.0005), default), new(Hull.Block(other, 0.0005), default)]);
    }

    private static IEnumerable<Body> Box(Surface surface)
    {
        var wall = new Vector3d(Plate, (2 * Half) + 0.1, (2 * Half) + 0.1);
        var lid = new Vector3d((2 * Half) + 0.1, Plate, (2 * Half) + 0.1);
        foreach (var side in (int[])[-1, 1])
        {
            yield return Still(wall, new(side * Half, Half, 0), Rotation.Identity, surface);
            yield return Still(wall, new(0, Half, side * Half), Rotation.About(Vector3d.UnitY, Math.PI / 2), surface);
        }

        yield return Still(lid, new(0, 2 * Half, 0), Rotation.Identity, surface);
    }

    private static Body Still(Vector3d size, Vector3d place, Rotation turn, Surface surface) => new()
    {
        Shape = Hull.Block(size, 0.001),
        Mass = MassProperties.Block(size, 1000),
        Surface = surface,
        Position = place,
        Orientation = turn,
        Motor = _ => (place, turn),
    };

    private double Between(double low, double high) => low + ((high - low) * _random.NextDouble());

    private Vector3d Vector(double size) => new(Between(-size, size), Between(-size, size), Between(-size, size));
}
