using SoraFunctions.World.Chances;
using SoraFunctions.World.Physics.Particles;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Water;

/// <summary>Drops in the air over water: they fly, slow down, and fall back in, where each makes its ring.</summary>
internal sealed class Spray(int most, Chance chance)
{
    private const int MostLanded = 10_000;

    private readonly List<Drop> _drops = new(most);
    private readonly List<WaterStrike> _landed = [];

    /// <summary>How many more there is room for.</summary>
    public int Room => most - _drops.Count;

    /// <summary>Where and when drops fell back in, in order of time.</summary>
    public IReadOnlyList<WaterStrike> Landed => _landed;

    /// <summary>Volume in m3 of all drops in the air.</summary>
    public double Volume => _drops.Sum(drop => drop.Volume);

    /// <summary>Momentum of all drops over the density of water, m4/s.</summary>
    public Vector3d Momentum => _drops.Aggregate(Vector3d.Zero, (sum, drop) => sum + (drop.Velocity * drop.Volume));

    /// <summary>The drops as the renderer takes them.</summary>
    /// <param name="kind">Index of their look.</param>
    public Particle[] Particles(int kind) =>
        [.. _drops.Select(drop => new Particle(kind, drop.Position.ToSingle(), drop.Velocity.ToSingle(), (float)drop.Radius, 1))];

    /// <summary>Throws a crown up from a ring on the water.</summary>
    /// <param name="water">Where the drops come from; it is pushed down by what goes up.</param>
    /// <param name="middle">Of the ring, on the surface.</param>
    /// <param name="ring">Its radius in metres.</param>
    /// <param name="drift">Speed that all drops have besides.</param>
    /// <param name="speed">Usual speed of a drop in m/s.</param>
    /// <param name="momentum">Upward momentum of all drops together over the density of water, m4/s; less when there is no room.</param>
    public void Crown(WaveField water, Vector3d middle, double ring, Vector3d drift, double speed, double momentum)
    {
        var usual = Math.Clamp(0.055 * ring, 0.0007, 0.006);
        double thrown = 0, volume = 0;
        while (thrown < momentum && Room > 0)
        {
            var radius = usual * Math.Exp(0.5 * chance.Bell());
            var (sine, cosine) = Math.SinCos(2 * Math.PI * chance.Next());
            var rise = 1.08 + (0.16 * chance.Bell());
            var luck = chance.Next();
            var (up, out_) = Math.SinCos(rise);
            var fast = speed * (0.22 + (0.75 * luck * luck));
            var place = ring * (1 + (0.12 * chance.Bell()));
            var drop = new Drop(
                middle + new Vector3d(place * cosine, radius, place * sine),
                new Vector3d(fast * out_ * cosine, fast * up, fast * out_ * sine) + drift,
                radius);
            _drops.Add(drop);
            volume += drop.Volume;
            thrown += drop.Volume * drop.Velocity.Y;
        }

        water.Add(middle.X, middle.Z, -volume, ring);
        water.Push(middle.X, middle.Z, thrown, ring);
    }

    /// <summary>Goes on by a step that ends at a time; what touches the surface goes back into the water.</summary>
    public void Step(WaveField water, Vector3d gravity, double step, double time)
    {
        var kept = 0;
        for (var i = 0; i < _drops.Count; i++)
        {
            var drop = _drops[i];
            var speed = drop.Velocity.Length;
            var velocity = (drop.Velocity + (gravity * step)) / (1 + (Raindrop.Drag(drop.Radius) * speed * step));
            var position = drop.Position + ((drop.Velocity + velocity) * (step / 2));
            if (position.Y > water.HeightAt(position.X, position.Z))
            {
                _drops[kept++] = new Drop(position, velocity, drop.Radius);
            }
            else
            {
                water.Add(position.X, position.Z, drop.Volume, 0);
                water.Push(position.X, position.Z, -velocity.Y * drop.Volume, 0);
                if (_landed.Count < MostLanded)
                {
                    _landed.Add(new(time, position, drop.Radius, velocity.Length, -velocity.Y * drop.Volume * OpenWater.FreshDensity));
                }
            }
        }

        _drops.RemoveRange(kept, _drops.Count - kept);
    }

    private readonly record struct Drop(Vector3d Position, Vector3d Velocity, double Radius)
    {
        public double Volume => 4.0 / 3 * Math.PI * Radius * Radius * Radius;
    }
}
