using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Cloth;

/// <summary>A rope, a cord, a cable: it hangs, swings, and lies on the ground and on bodies. Give it to <see cref="Simulation.Influences"/>.</summary>
public sealed class Rope : Influence
{
    private const int Around = 8;
    private const int Rarely = 6;

    private readonly Strands _strands;
    private readonly Obstacles _obstacles;
    private readonly Dictionary<int, Pin> _pins = [];
    private readonly Vector3d[] _start;
    private readonly double _pointMass;
    private readonly double _radius;
    private long _steps;

    /// <summary>Lays a rope out.</summary>
    /// <param name="points">Along it, 3 or more.</param>
    /// <param name="length">In metres.</param>
    /// <param name="place">Where a point is at the beginning, by its part (0 to 1) along the rope.</param>
    /// <param name="radius">In metres.</param>
    /// <param name="density">In kg/m.</param>
    /// <param name="stiffness">0 for a limp cord to 1 for a cable that hardly bends.</param>
    public Rope(int points, double length, Func<double, Vector3d> place, double radius, double density, double stiffness = 0)
    {
        _start = [.. Enumerable.Range(0, points).Select(i => place(i / (points - 1.0)))];
        _pointMass = density * length / points;
        _radius = radius;
        var spacing = length / (points - 1);
        List<Link> links = [.. Enumerable.Range(0, points - 1).Select(i => new Link(i, i + 1, spacing, 0))];
        if (stiffness > 0)
        {
            links.AddRange(Enumerable.Range(0, points - 2).Select(i => new Link(i, i + 2, 2 * spacing, 0.5 * Math.Pow(1e-4, stiffness))));
        }

        _strands = new Strands([.. _start], [.. _start.Select(_ => 1 / _pointMass)], links);
        _obstacles = new Obstacles(points, radius, 0.5, felt: false);
    }

    /// <summary>Where its points are in metres.</summary>
    public IReadOnlyList<Vector3d> Places => _strands.Places;

    /// <summary>Holds a point.</summary>
    /// <param name="point">Which, from 0.</param>
    /// <param name="pin">Where it is held and until when; null for where it is, for good.</param>
    public void Hold(int point, Pin? pin = null)
    {
        _pins[point] = pin ?? new Pin();
        _strands.InverseMasses[point] = 0;
    }

    /// <inheritdoc/>
    public override void Act(Simulation simulation, double step)
    {
        if (_steps++ % Rarely == 0)
        {
            _obstacles.Find(simulation, _strands.Places, _strands.Velocities, step * (Rarely + 1));
        }

        _strands.Predict(simulation.Gravity, step);
        foreach (var (at, pin) in _pins)
        {
            var held = simulation.Time <= pin.Until;
            _strands.InverseMasses[at] = held ? 0 : 1 / _pointMass;
            if (held)
            {
                _strands.Places[at] = pin.Path?.Invoke(simulation.Time + step) ?? _start[at];
            }
        }

        _strands.Pull(step);
        _obstacles.Push(simulation, _strands.Places, _strands.Before, _strands.InverseMasses, step);
        _strands.Settle(step);
    }

    /// <summary>The mesh as it is now; its instance stands at the origin and deforms.</summary>
    public Mesh Mesh()
    {
        var deformation = Deformation();
        var points = _strands.Places.Length;
        List<int> indices = [];
        for (var i = 0; i + 1 < points; i++)
        {
            for (var k = 0; k < Around; k++)
            {
                var (a, b) = ((i * (Around + 1)) + k, ((i + 1) * (Around + 1)) + k);
                indices.AddRange([a, a + 1, b + 1, a, b + 1, b]);
            }
        }

        var coordinates = new Vector2[deformation.Positions.Length];
        for (var i = 0; i < coordinates.Length; i++)
        {
            coordinates[i] = new(i % (Around + 1) / (float)Around, i / (Around + 1) / (points - 1f));
        }

        return new(deformation.Positions, deformation.Normals, coordinates, [.. indices]);
    }

    /// <summary>The vertices of <see cref="Mesh"/> now.</summary>
    public Deformation Deformation()
    {
        var places = _strands.Places;
        var (positions, normals) = (new Vector3[places.Length * (Around + 1)], new Vector3[places.Length * (Around + 1)]);

        // A frame that is carried along without turning about the rope.
        var side = (places[1] - places[0]).Unit().Across();
        for (var i = 0; i < places.Length; i++)
        {
            var along = (places[Math.Min(i + 1, places.Length - 1)] - places[Math.Max(i - 1, 0)]).Unit();
            side = (side - (along * Vector3d.Dot(side, along))).Unit();
            var other = Vector3d.Cross(along, side);
            for (var k = 0; k <= Around; k++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * k / Around);
                var outwards = (side * cosine) + (other * sine);
                positions[(i * (Around + 1)) + k] = (places[i] + (outwards * _radius)).ToSingle();
                normals[(i * (Around + 1)) + k] = outwards.ToSingle();
            }
        }

        return new(positions, normals);
    }
}
