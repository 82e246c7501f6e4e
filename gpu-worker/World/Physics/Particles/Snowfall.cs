using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>Flakes that sink at about a metre a second and sway as they do.</summary>
internal sealed class Snowfall(AirSpace space, double density) : AtmosphereField
{
    private const int Most = 1400;

    private readonly Lot _lot = new(space.Seed);
    private readonly int _count = (int)Math.Clamp(density * 900 * space.Size.X * space.Size.Y * space.Size.Z, 160, Most);

    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks { get; } = [new() { Shape = ParticleShape.Flake, Colour = new(0.95f, 0.97f, 1), Opacity = 0.9f }];

    /// <inheritdoc/>
    public override Particle[] At(double time)
    {
        var particles = new Particle[_count];
        for (var i = 0; i < _count; i++)
        {
            // Half of the flakes' usual 1 to 2 m/s: a calm fall, as ads want it.
            var speed = _lot.Between(0.35, 0.8, i, 0);
            var (pace, phase, reach) = (_lot.Between(0.5, 1.3, i, 1) * Math.Tau, _lot.Of(i, 2) * Math.Tau, _lot.Between(0.01, 0.05, i, 3));
            var (sine, cosine) = Math.SinCos((pace * time) + phase);
            var velocity = space.Wind + new Vector3d(reach * pace * cosine, -speed, -0.7 * reach * pace * sine);
            var drift = (space.Wind + new Vector3d(0, -speed, 0)) * time;
            var place = space.Wrapped(space.At(_lot.Of(i, 4), _lot.Of(i, 5), _lot.Of(i, 6)) + drift) + new Vector3d(reach * sine, 0, 0.7 * reach * cosine);
            var landed = place.Y < space.Floor;
            particles[i] = new(0, place.ToSingle(), velocity.ToSingle(), (float)_lot.Between(0.0009, 0.0026, i, 7), landed ? 0 : 1);
        }

        return particles;
    }
}
