using System.Numerics;
using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>Sparks that are thrown up, slowed by the air, bounce on the ground and cool from white to red.</summary>
internal sealed class Sparkler(AirSpace space, double density, Vector3d source, double spread) : AtmosphereField
{
    private const double Life = 1.3;
    private const double Step = 1.0 / 240;
    private const double Drag = 1.1;
    private const double Rebound = 0.4;
    private static readonly Vector3[] _glows = [new(26, 17, 8), new(18, 7.5f, 1.8f), new(7, 1.4f, 0.2f)];

    private readonly Lot _lot = new(space.Seed);
    private readonly int _count = (int)Math.Clamp(170 * density, 20, 500);

    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks { get; } =
        [.. _glows.Select(glow => new ParticleLook { Shape = ParticleShape.Spark, Colour = default, Emission = glow })];

    /// <inheritdoc/>
    public override Particle[] At(double time)
    {
        List<Particle> particles = new(_count);
        for (var i = 0; i < _count; i++)
        {
            var turns = (time / Life) + _lot.Of(i, 0);
            var round = (long)Math.Floor(turns);
            var age = (turns - round) * Life;
            var lasts = Life * _lot.Between(0.35, 1, i, 1, round);
            if (age < lasts)
            {
                var (place, velocity) = Flown(i, round, age);
                var cooled = age / lasts;
                var kind = Math.Min(_glows.Length - 1, (int)(cooled * _glows.Length));
                particles.Add(new(kind, place.ToSingle(), velocity.ToSingle(), (float)(0.0011 * space.Size.Y * _lot.Between(0.5, 1.2, i, 2)), (float)(1 - (cooled * cooled))));
            }
        }

        return [.. particles];
    }

    private (Vector3d Place, Vector3d Velocity) Flown(int spark, long round, double age)
    {
        var (sine, cosine) = Math.SinCos(_lot.Of(spark, 3, round) * Math.Tau);
        var fast = Math.Sqrt(2 * 9.81 * space.Size.Y) * _lot.Between(0.35, 0.95, spark, 4, round);
        var lean = _lot.Between(0.05, 0.5, spark, 5, round);
        var place = source + new Vector3d(1.4 * spread * cosine, (space.Floor - source.Y) + 0.001, 1.4 * spread * sine);
        var velocity = new Vector3d(fast * lean * cosine, fast, fast * lean * sine) + space.Wind;
        for (var left = age; left > 0; left -= Step)
        {
            var step = Math.Min(left, Step);
            velocity += ((space.Wind - velocity) * (Drag * step)) + new Vector3d(0, -9.81 * step, 0);
            place += velocity * step;
            if (place.Y < space.Floor && velocity.Y < 0)
            {
                place = place with { Y = space.Floor };
                velocity = new(0.7 * velocity.X, -Rebound * velocity.Y, 0.7 * velocity.Z);
            }
        }

        return (place, velocity);
    }
}
