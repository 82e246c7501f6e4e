using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>Soap bubbles that drift up and wobble.</summary>
internal sealed class RisingBubbles(AirSpace space, double density) : AtmosphereField
{
    private readonly Lot _lot = new(space.Seed);
    private readonly Eddies _eddies = new(0.6 * space.Size.Y, space.Seed);
    private readonly int _count = (int)Math.Clamp(46 * density, 6, 200);

    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks { get; } = [new() { Shape = ParticleShape.Bubble, Colour = new(0.95f, 0.97f, 1), Opacity = 0.5f }];

    /// <inheritdoc/>
    public override Particle[] At(double time)
    {
        var particles = new Particle[_count];
        for (var i = 0; i < _count; i++)
        {
            var speed = 0.11 * space.Size.Y * _lot.Between(0.6, 1.3, i, 0);
            var home = space.Wrapped(space.At(_lot.Of(i, 1), _lot.Of(i, 2), _lot.Of(i, 3)) + ((space.Wind + new Vector3d(0, speed, 0)) * time));
            var place = home + (_eddies.Carried(home, 0.6 * time) * (0.07 * space.Size.Y));
            var radius = space.Size.Y * (0.008 + (0.042 * Math.Pow(_lot.Of(i, 4), 2.5)));
            particles[i] = new(0, place.ToSingle(), new(0, (float)speed, 0), (float)radius, (float)(place.Y - radius > space.Floor ? 1 : 0));
        }

        return particles;
    }
}
