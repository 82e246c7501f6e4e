using System.Numerics;
using SoraFunctions.World.Chances;
using SoraFunctions.World.Physics.Particles;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Water;

/// <summary>
/// Water with its mean surface at y = 0 over a square. It carries bodies by the pressure on the volume that is under its surface,
/// slows them by pressure and friction on each wet triangle, goes along with them (added mass: half of what they displace), and is
/// moved by them: what they displace and their push make waves, an impact throws drops, and drops make rings.
/// Give it to <see cref="Simulation.Influences"/> and set <see cref="Simulation.GroundHeight"/> to the bottom.
/// </summary>
public sealed class OpenWater : Influence
{
    /// <summary>Of fresh water, in kg/m3: 999.97 at 4 degrees Celsius and 998.2 at 20 (CRC Handbook of Chemistry and Physics), rounded.</summary>
    public const double FreshDensity = 1000;

    // Part of a violent impact's momentum that goes up as drops, and the speed in m/s at which half of it does.
    private const double Thrown = 0.5;
    private const double Violent = 3;

    // Speed in m/s below which an impact throws no drops.
    private const double SlowestSplash = 0.7;

    private readonly WaveField _field;
    private readonly Spray _spray;
    private readonly Chance _chance;
    private readonly StrikeLog _strikes = new();
    private readonly Dictionary<Body, Floater> _floaters = [];
    private readonly Dictionary<Shape, WettedSkin> _skins = [];
    private double _due;
    private double _raining;

    /// <summary>Still water.</summary>
    /// <param name="middle">Middle of the square: x and z in metres.</param>
    /// <param name="width">Length of its sides in metres: six times the size of what floats, or more.</param>
    /// <param name="side">Samples along a side, a power of two: 128 for floating things, 256 for fine rings.</param>
    /// <param name="depth">Of the water in metres.</param>
    /// <param name="seed">Of the drops.</param>
    public OpenWater(Vector2 middle, double width, int side = 128, double depth = 1, long seed = 1)
    {
        _field = new WaveField(middle, width, side, depth, 1.0 / 120);
        _chance = new Chance(seed);
        _spray = new Spray(1500, _chance);
    }

    /// <summary>The waves.</summary>
    public WaveField Field => _field;

    /// <summary>In kg/m3.</summary>
    public double Density { get; init; } = FreshDensity;

    /// <summary>Raindrops that fall on a square metre in a second; 0 for no rain. A shower has about 200 that are seen.</summary>
    public double Rain { get; set; }

    /// <summary>Diameter of a raindrop in metres.</summary>
    public double RaindropSize { get; init; } = 0.0035;

    /// <summary>The skins of bodies that float on more than their collision shape; the others have that of their shape.</summary>
    public IReadOnlyDictionary<Body, WettedSkin> Skins { get; init; } = new Dictionary<Body, WettedSkin>();

    /// <summary>Volume in m3 of the drops in the air.</summary>
    public double SprayVolume => _spray.Volume;

    /// <summary>The surface as the renderer takes it.</summary>
    public WaterSurface Surface() => _field.Surface();

    /// <summary>The drops in the air as the renderer takes them.</summary>
    /// <param name="kind">Index of their look.</param>
    public Particle[] Drops(int kind) => _spray.Particles(kind);

    /// <summary>Bodies that struck the water so far, in order of time.</summary>
    public IReadOnlyList<WaterStrike> Strikes => _strikes.Strikes;

    /// <summary>Drops that fell back into it so far, in order of time; the first ten thousand.</summary>
    public IReadOnlyList<WaterStrike> Drips => _spray.Landed;

    /// <summary>Volume in m3 of a body that is under water now.</summary>
    public double Displaced(Body body) => _floaters.TryGetValue(body, out var floater) ? floater.Immersion.Volume : 0;

    /// <summary>The volume in m3 that a body would displace as a whole.</summary>
    public double VolumeOf(Body body) => SkinOf(body).Volume;

    /// <inheritdoc/>
    public override void Act(Simulation simulation, double step)
    {
        foreach (var body in simulation.Bodies)
        {
            if (!_floaters.TryGetValue(body, out var floater))
            {
                _floaters[body] = floater = new Floater(SkinOf(body));
            }

            var before = floater.Struck.Y;
            floater.Act(body, Density, simulation.Gravity, step);
            _strikes.Note(body, simulation.Time, (before - floater.Struck.Y) * Density, floater.Ring);
        }

        for (_due += step; _due >= _field.Seconds; _due -= _field.Seconds)
        {
            Go(simulation);
        }
    }

    private WettedSkin SkinOf(Body body)
    {
        if (Skins.TryGetValue(body, out var own))
        {
            return own;
        }

        if (!_skins.TryGetValue(body.Shape, out var skin))
        {
            _skins[body.Shape] = skin = WettedSkin.Of(body.Shape);
        }

        return skin;
    }

    private void Go(Simulation simulation)
    {
        foreach (var body in simulation.Bodies)
        {
            var floater = _floaters[body];
            var speed = body.Velocity.Length;
            if (floater.Struck.Y < 0 && speed > SlowestSplash)
            {
                var middle = new Vector3d(body.Position.X, _field.HeightAt(body.Position.X, body.Position.Z), body.Position.Z);
                var drift = new Vector3d(body.Velocity.X, 0, body.Velocity.Z) * 0.3;
                var thrown = Thrown * speed * speed / ((speed * speed) + (Violent * Violent));
                _spray.Crown(_field, middle, 1.15 * floater.Ring, drift, speed, -thrown * floater.Struck.Y);
            }

            floater.Stir(body, _field);
        }

        Shower();
        _spray.Step(_field, simulation.Gravity, _field.Seconds, simulation.Time);
        _field.Step();
        foreach (var body in simulation.Bodies)
        {
            _floaters[body].Read(body, _field);
        }
    }

    private void Shower()
    {
        _raining += Rain * _field.Width * _field.Width * _field.Seconds;
        var (radius, speed) = (RaindropSize / 2, Raindrop.TerminalSpeed(RaindropSize));
        var impulse = 4.0 / 3 * Math.PI * radius * radius * radius * speed;
        for (; _raining >= 1; _raining--)
        {
            var x = _field.Middle.X + (_field.Width * (_chance.Next() - 0.5));
            var z = _field.Middle.Y + (_field.Width * (_chance.Next() - 0.5));
            _field.Push(x, z, impulse, 0);
            if (_chance.Next() < 0.15)
            {
                _spray.Crown(_field, new(x, _field.HeightAt(x, z), z), 1.5 * RaindropSize, default, 0.16 * speed, 0.12 * impulse);
            }
        }
    }
}
