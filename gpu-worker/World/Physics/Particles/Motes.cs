using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>Fine dust that hangs in the light and drifts.</summary>
internal sealed class Motes(AirSpace space, double density) : AtmosphereField
{
    private const int Most = 500;

    private readonly Lot _lot = new(space.Seed);
    private readonly Eddies _eddies = new(0.4 * space.Size.Y, space.Seed);
    private readonly int _count = (int)Math.Clamp(density * 240, 40, Most);

    // Dust scatters most of its light forwards: against lamps behind it, several times what a white surface would give back.
    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks { get; } = [new() { Shape = ParticleShape.Flake, Colour = new(4, 3.8f, 3.4f), Opacity = 0.7f }];

    /// <inheritdoc/>
    public override Particle[] At(double time)
    {
        var particles = new Particle[_count];
        for (var i = 0; i < _count; i++)
        {
            var drift = (space.Wind + new Vector3d(0.006, -0.002, 0.003)) * (time * _lot.Between(0.5, 1.5, i, 0));
            var home = space.Wrapped(space.At(_lot.Of(i, 1), _lot.Of(i, 2), _lot.Of(i, 3)) + drift);
            var place = home + (_eddies.Carried(home, 0.35 * time) * (0.08 * space.Size.Y));
            var glint = 0.6 + (0.4 * Math.Sin((time * _lot.Between(1, 3, i, 4)) + (_lot.Of(i, 5) * Math.Tau)));

            // As small as motes look: a thousandth of what is seen.
            var radius = 0.0009 * space.Size.Y * _lot.Between(0.5, 1.5, i, 6);
            particles[i] = new(0, place.ToSingle(), default, (float)radius, (float)(place.Y > space.Floor ? glint : 0));
        }

        return particles;
    }
}
