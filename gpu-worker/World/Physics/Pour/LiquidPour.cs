using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Pour;

/// <summary>
/// Liquid that is poured into a vessel or onto a floor. Everything is a function of time alone. What has left the spout is in the air, in
/// the vessel or puddle, spilled over the rim, or still running down the body that the stream met: nothing gets lost.
/// </summary>
public sealed class LiquidPour
{
    // How thick water stands on a smooth floor (de Gennes, Brochard-Wyart and Quere, "Capillarity and Wetting Phenomena", 2004).
    private const double Puddle = 0.003;

    // How far the liquid's mesh stays off the wall, so that the two are not drawn through each other.
    private const double Off = 0.0002;
    private const double DropsPerSecond = 90;
    private const double LongestDrop = 0.35;

    private readonly Stream _stream;
    private readonly Vessel? _vessel;
    private readonly double _floor;
    private readonly double _hit;
    private readonly double _before;
    private readonly long _seed;
    private readonly StreamMesh _streamMesh;
    private readonly PoolMesh _poolMesh;

    /// <summary>Plans a pour.</summary>
    /// <param name="stream">What is poured.</param>
    /// <param name="vessel">Into what; null for onto the floor.</param>
    /// <param name="floor">Height of the floor in metres.</param>
    /// <param name="over">A standing body that the stream meets on its way to the floor, such as a product; null for none.</param>
    /// <param name="before">Volume in m3 that is in the vessel, or on the floor, before.</param>
    /// <param name="seed">Of the drops and of how the stream wavers.</param>
    public LiquidPour(Stream stream, Vessel? vessel, double floor, Body? over = null, double before = 0, long seed = 1)
    {
        (_stream, _vessel, _floor, _before, _seed) = (stream, vessel, floor, before, seed);
        _hit = over is null ? double.PositiveInfinity : FlightInto(over);
        var last = stream.PlaceAfter(stream.FlightTo(vessel?.Foot.Y ?? floor));
        Middle = vessel?.Foot ?? new(last.X, floor, last.Z);
        _streamMesh = new StreamMesh(stream, seed);
        _poolMesh = new PoolMesh();
    }

    /// <summary>The middle of the vessel's bottom, or of the puddle.</summary>
    public Vector3d Middle { get; }

    /// <summary>Height in metres of the liquid's surface at a time in seconds; that of the vessel's bottom, or of the floor, when it is empty.</summary>
    public double LevelAt(double time)
    {
        if (_vessel is not { } vessel)
        {
            return _floor + (VolumeAt(time) > 0 ? Puddle : 0);
        }

        // The higher it stands, the sooner the stream arrives: where what is in the vessel is what has arrived.
        double low = 0, high = vessel.Height;
        for (var i = 0; i < 60; i++)
        {
            var level = (low + high) / 2;
            (low, high) = vessel.VolumeTo(level) < _before + Arrived(time, vessel.Foot.Y + level) ? (level, high) : (low, level);
        }

        return vessel.Foot.Y + ((low + high) / 2);
    }

    /// <summary>Volume in m3 in the vessel or puddle.</summary>
    public double VolumeAt(double time) =>
        _vessel is { } vessel ? vessel.VolumeTo(LevelAt(time) - vessel.Foot.Y) : _before + Arrived(time, _floor);

    /// <summary>When the last of it has come out of the spout, in seconds.</summary>
    public double Until => _stream.Until;

    /// <summary>Radius in metres of the vessel's mouth; 0 without a vessel.</summary>
    public double Mouth => _vessel is { } vessel ? vessel.RadiusAt(vessel.Height) : 0;

    /// <summary>What lands at a time: where, in m3/s (0 for nothing), how fast in m/s, in how deep liquid, and how far below the rim in metres.</summary>
    public (Vector3d Place, double Rate, double Speed, double Depth, double Column) LandingAt(double time)
    {
        var flight = Landing(time);
        var lands = time - flight >= _stream.From && time - flight <= _stream.Until;
        var deep = double.IsFinite(_hit) ? 0 : LevelAt(time) - (_vessel?.Foot.Y ?? _floor);
        return (
            _stream.PlaceAfter(flight), lands ? _stream.Rate : 0, _stream.VelocityAfter(flight).Length, deep,
            _vessel is { } vessel ? Math.Max(0, vessel.Height - deep) : 0);
    }

    /// <summary>Volume in m3 that is in the air.</summary>
    public double InAirAt(double time)
    {
        var (first, last) = Flying(time);
        return _stream.Rate * Math.Max(0, last - first);
    }

    /// <summary>Volume in m3 that has gone over the rim.</summary>
    public double SpilledAt(double time) => _vessel is null ? 0 : Math.Max(0, Poured(time) + _before - InAirAt(time) - VolumeAt(time));

    /// <summary>Radius in metres of the liquid's surface.</summary>
    public double RadiusAt(double time) =>
        _vessel is { } vessel ? vessel.RadiusAt(LevelAt(time) - vessel.Foot.Y) : Math.Sqrt(VolumeAt(time) / (Math.PI * Puddle));

    /// <summary>The stream's mesh; its instance stands at the origin and deforms.</summary>
    public Mesh StreamMesh(double time) => _streamMesh.Make(time, Flying(time));

    /// <summary>The stream's vertices at a time; all in one point while there is none.</summary>
    public Deformation StreamAt(double time) => _streamMesh.Deform(time, Flying(time));

    /// <summary>The mesh of the liquid in the vessel or of the puddle; its instance stands at the origin and deforms.</summary>
    public Mesh PoolMesh(double time) => _poolMesh.Make(Outline(time));

    /// <summary>The vertices of that mesh at a time.</summary>
    public Deformation PoolAt(double time) => _poolMesh.Deform(Outline(time));

    /// <summary>Small drops that splash up where the stream lands.</summary>
    /// <param name="time">In seconds.</param>
    /// <param name="kind">Index of their look.</param>
    public Particle[] Drops(double time, int kind)
    {
        List<Particle> drops = [];
        for (var i = (long)Math.Ceiling((time - LongestDrop) * DropsPerSecond); i <= (long)Math.Floor(time * DropsPerSecond); i++)
        {
            var (chance, born) = (new Chance(unchecked((_seed * 7919) + i)), i / DropsPerSecond);
            var (first, last) = Flying(born);
            if (last <= first || last < Landing(born) - 1e-9)
            {
                continue;
            }

            var (speed, age) = (_stream.VelocityAfter(last).Length, time - born);
            var (sine, cosine) = Math.SinCos(2 * Math.PI * chance.Next());
            var velocity = new Vector3d(
                speed * chance.Between(0.05, 0.22) * cosine, speed * chance.Between(0.12, 0.38), speed * chance.Between(0.05, 0.22) * sine);
            var place = _stream.PlaceAfter(last) + (velocity * age) - new Vector3d(0, 0.5 * 9.81 * age * age, 0);
            var radius = _stream.RadiusAfter(last) * chance.Between(0.12, 0.35);
            if (place.Y > _stream.PlaceAfter(last).Y - 1e-6 || (double.IsFinite(_hit) && place.Y > _floor))
            {
                drops.Add(new(kind, place.ToSingle(), (velocity - new Vector3d(0, 9.81 * age, 0)).ToSingle(), (float)radius, 1));
            }
        }

        return [.. drops];
    }

    private double Poured(double time) => _stream.Rate * (Math.Clamp(time, _stream.From, _stream.Until) - _stream.From);

    // Liquid that meets a body goes on down it and reaches the floor no sooner than if it had not.
    private double Arrived(double time, double level) =>
        _stream.Rate * Math.Clamp(time - _stream.From - _stream.FlightTo(level), 0, _stream.Until - _stream.From);

    private double Landing(double time) => Math.Min(_stream.FlightTo(_vessel is null ? _floor : LevelAt(time)), _hit);

    // The flight times between which there is liquid in the air.
    private (double First, double Last) Flying(double time)
    {
        var first = Math.Max(0, time - _stream.Until);
        return (first, Math.Max(first, Math.Min(time - _stream.From, Landing(time))));
    }

    private IReadOnlyList<Vector3d> Outline(double time)
    {
        var (level, radius) = (LevelAt(time), RadiusAt(time));
        List<Vector3d> outline = [];
        for (var i = 0; i < Pour.PoolMesh.Rows; i++)
        {
            var part = i / (Pour.PoolMesh.Rows - 1.0);
            if (_vessel is { } vessel)
            {
                var deep = level - vessel.Foot.Y;
                var height = Math.Min(Off + (deep * part), deep);
                outline.Add(new(deep > 2 * Off ? Math.Max(0, vessel.RadiusAt(height) - Off) : 0, vessel.Foot.Y + height, 0));
            }
            else
            {
                // The rim of a puddle is a quarter of a round.
                var (sine, cosine) = Math.SinCos(part * Math.PI / 2);
                var thick = Math.Min(level - _floor, radius);
                outline.Add(new(Math.Max(0, radius - (thick * (1 - cosine))), _floor + (thick * sine), 0));
            }
        }

        return [.. outline, Middle];
    }

    private double FlightInto(Body body)
    {
        var (directions, _) = DirectionBall.Of(2);
        for (var flight = 0.0; flight < _stream.FlightTo(_floor); flight += 0.0005)
        {
            var place = body.Orientation.TurnBack(_stream.PlaceAfter(flight) - body.Position);
            if (Array.TrueForAll(directions, d => Vector3d.Dot(place - body.Shape.Support(d), d) <= body.Shape.Margin))
            {
                return flight;
            }
        }

        return double.PositiveInfinity;
    }
}
