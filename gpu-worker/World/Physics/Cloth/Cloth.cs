using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Cloth;

/// <summary>
/// A rectangle of cloth: it stretches hardly, shears and bends, is blown by the wind, lies on the ground and on bodies, and stays out of
/// itself. Bodies that it touches feel it. Give it to <see cref="Simulation.Influences"/>.
/// </summary>
public sealed class Cloth : Influence
{
    private const double AirDensity = 1.204;

    // What is near, and the wind, are looked at once in so many steps.
    private const int Rarely = 6;

    private readonly int _columns;
    private readonly int _rows;
    private readonly Weave _weave;
    private readonly Strands _strands;
    private readonly Obstacles _obstacles;
    private readonly SelfContact _self;
    private readonly ClothMesh _mesh;
    private readonly Dictionary<int, Pin> _pins = [];
    private readonly Vector3d[] _start;
    private readonly double _pointMass;
    private readonly double _area;
    private long _steps;

    /// <summary>Lays a cloth out.</summary>
    /// <param name="columns">Points across, 2 or more.</param>
    /// <param name="rows">Points down, 2 or more.</param>
    /// <param name="width">Across in metres when flat.</param>
    /// <param name="height">Down in metres when flat.</param>
    /// <param name="place">Where a point is at the beginning, by its parts (0 to 1) across and down; seen from the front, down is downwards.</param>
    /// <param name="weave">What it is like.</param>
    /// <param name="wind">What blows; null for still air.</param>
    public Cloth(int columns, int rows, double width, double height, Func<double, double, Vector3d> place, Weave weave, Wind? wind = null)
    {
        (_columns, _rows, _weave, Wind) = (columns, rows, weave, wind ?? Wind.None);
        var rest = Grid((u, v) => new(u * width, v * height, 0));
        _start = Grid(place);
        _area = width * height;
        _pointMass = weave.Density * _area / (columns * rows);
        var spacing = Math.Min(width / (columns - 1), height / (rows - 1));
        _strands = new Strands([.. _start], [.. _start.Select(_ => 1 / _pointMass)], Links(rest));

        // Between two points the cloth goes straight: they stay far enough off for it not to cut through an edge.
        _obstacles = new Obstacles(_start.Length, Math.Max(weave.Thickness, 0.28 * spacing), weave.Friction, felt: true);
        _self = new SelfContact(rest, Math.Min(0.65 * spacing, 6 * weave.Thickness));
        _mesh = new ClothMesh(columns, rows, weave.Thickness);
    }

    /// <summary>What blows.</summary>
    public Wind Wind { get; set; }

    /// <summary>Square metres when flat.</summary>
    public double Area => _area;

    /// <summary>Where its points are in metres, row by row.</summary>
    public IReadOnlyList<Vector3d> Places => _strands.Places;

    /// <summary>Longest of its threads between two points, against its length when flat: 0.03 for three hundredths too long.</summary>
    public double Stretch => _strands.Stretch;

    /// <summary>Holds a point.</summary>
    /// <param name="column">Which, from 0.</param>
    /// <param name="row">Which, from 0.</param>
    /// <param name="pin">Where it is held and until when; null for where it is, for good.</param>
    public void Hold(int column, int row, Pin? pin = null)
    {
        var at = (row * _columns) + column;
        _pins[at] = pin ?? new Pin();
        _strands.InverseMasses[at] = 0;
    }

    /// <summary>The mesh, both faces, as it is now; its instance stands at the origin and deforms.</summary>
    public Mesh Mesh() => _mesh.Make(_strands.Places);

    /// <summary>The vertices of <see cref="Mesh"/> now.</summary>
    public Deformation Deformation() => _mesh.Deform(_strands.Places);

    /// <inheritdoc/>
    public override void Act(Simulation simulation, double step)
    {
        if (_steps++ % Rarely == 0)
        {
            Blow(simulation.Time, step * Rarely);
            _obstacles.Find(simulation, _strands.Places, _strands.Velocities, step * (Rarely + 1));
            _self.Find(_strands.Places);
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
        _self.Push(_strands.Places, _strands.InverseMasses);
        _obstacles.Push(simulation, _strands.Places, _strands.Before, _strands.InverseMasses, step);
        _strands.Settle(step);
    }

    private Vector3d[] Grid(Func<double, double, Vector3d> place)
    {
        var points = new Vector3d[_columns * _rows];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = place(i % _columns / (_columns - 1.0), i / _columns / (_rows - 1.0));
        }

        return points;
    }

    private List<Link> Links(Vector3d[] rest)
    {
        // One direction after the other: neighbours in the list then seldom wait for each other's result.
        List<Link> links = [];
        void Join(int down, int across, double compliance)
        {
            for (var i = 0; i + down < _rows; i++)
            {
                for (var j = Math.Max(0, -across); j < _columns - Math.Max(0, across); j++)
                {
                    var (a, b) = ((i * _columns) + j, ((i + down) * _columns) + j + across);
                    links.Add(new(a, b, (rest[a] - rest[b]).Length, compliance));
                }
            }
        }

        Join(0, 1, 0);
        Join(1, 0, 0);
        Join(1, 1, _weave.Shear);
        Join(1, -1, _weave.Shear);
        Join(0, 2, _weave.Bend);
        Join(2, 0, _weave.Bend);
        return links;
    }

    // Pressure along the normal of each square, and a little drag along it.
    private void Blow(double time, double seconds)
    {
        var (places, velocities) = (_strands.Places, _strands.Velocities);
        for (var i = 0; i + 1 < _rows; i++)
        {
            for (var j = 0; j + 1 < _columns; j++)
            {
                var (a, b, c, d) = ((i * _columns) + j, (i * _columns) + j + 1, ((i + 1) * _columns) + j, ((i + 1) * _columns) + j + 1);
                var across = Vector3d.Cross(places[d] - places[a], places[c] - places[b]);
                var twice = across.Length;
                if (twice < 1e-12)
                {
                    continue;
                }

                var normal = across / twice;
                var air = Wind.At((places[a] + places[d]) / 2, time) - ((velocities[a] + velocities[b] + velocities[c] + velocities[d]) / 4);
                var through = Vector3d.Dot(air, normal);
                var flow = 0.5 * AirDensity * (twice / 2) * air.Length * seconds / (4 * _pointMass);
                var change = (normal * (through * Math.Min(_weave.Air * flow, 0.4))) + (air * Math.Min(0.04 * flow, 0.1));
                velocities[a] += change;
                velocities[b] += change;
                velocities[c] += change;
                velocities[d] += change;
            }
        }
    }
}
