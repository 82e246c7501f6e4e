using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>Rain at its terminal speed; where a drop lands it throws a small crown.</summary>
internal sealed class Rain(AirSpace space, double density) : AtmosphereField
{
    private const int Crown = 5;
    private const double CrownSeconds = 0.14;
    private const int Most = 700;

    private readonly Lot _lot = new(space.Seed);
    private readonly int _count = (int)Math.Clamp(density * 260 * Math.Sqrt(space.Size.X * space.Size.Z) * Math.Max(space.Size.Y, 0.5), 60, Most);

    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks { get; } =
    [
        new() { Shape = ParticleShape.Drop, Colour = new(0.8f, 0.86f, 0.93f), Opacity = 0.35f },
        new() { Shape = ParticleShape.Drop, Colour = new(0.85f, 0.9f, 0.96f), Opacity = 0.6f },
    ];

    /// <inheritdoc/>
    public override Particle[] At(double time)
    {
        List<Particle> particles = new(_count * 2);
        var height = space.High.Y - space.Floor;
        for (var i = 0; i < _count; i++)
        {
            var millimetres = 1 + (2.6 * Math.Pow(_lot.Of(i, 0), 2));
            var speed = Raindrop.TerminalSpeed(millimetres / 1000);
            var radius = millimetres / 2000;
            var period = height / speed;
            var fallen = (time / period) + _lot.Of(i, 1);
            var round = (long)Math.Floor(fallen);
            var velocity = new Vector3d(space.Wind.X, -speed, space.Wind.Z);
            var age = (fallen - round) * period;
            var place = Birth(i, round, velocity, period) + (velocity * age);
            particles.Add(new(0, place.ToSingle(), velocity.ToSingle(), (float)radius, 1));
            if (age < CrownSeconds)
            {
                Splash(particles, i, round - 1, Birth(i, round - 1, velocity, period) + (velocity * period), radius, age);
            }
        }

        return [.. particles];
    }

    // Where it sets out above the box, so that it lands anywhere on the floor.
    private Vector3d Birth(int drop, long round, Vector3d velocity, double period) =>
        space.At(_lot.Of(drop, 2, round), 1, _lot.Of(drop, 3, round)) - new Vector3d(velocity.X * period, 0, velocity.Z * period);

    private void Splash(List<Particle> particles, int drop, long round, Vector3d landing, double radius, double age)
    {
        for (var k = 0; k < Crown; k++)
        {
            var (sine, cosine) = Math.SinCos((k + _lot.Of(drop, 10 + k, round)) * Math.Tau / Crown);
            var outwards = _lot.Between(0.15, 0.4, drop, 20 + k, round);
            var velocity = new Vector3d(outwards * cosine, _lot.Between(0.35, 0.7, drop, 30 + k, round), outwards * sine);
            var height = (velocity.Y * age) - (4.905 * age * age);
            if (height > 0)
            {
                var place = new Vector3d(landing.X + (velocity.X * age), space.Floor + height, landing.Z + (velocity.Z * age));
                particles.Add(new(1, place.ToSingle(), (velocity - new Vector3d(0, 9.81 * age, 0)).ToSingle(), (float)(0.3 * radius), 1));
            }
        }
    }
}
