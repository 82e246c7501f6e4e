using System.Numerics;
using SoraFunctions.World.Chances;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>Puffs that rise by their warmth, grow as they take in air, and thin out as they grow.</summary>
internal sealed class Plume : AtmosphereField
{
    private readonly AirSpace _space;
    private readonly Lot _lot;
    private readonly Eddies _eddies;
    private readonly Vector3d _source;
    private readonly double _spread, _seconds, _rise, _first, _last;
    private readonly int _count;

    private Plume(AirSpace space, Vector3d source, double spread, int count, double seconds, double rise, double first, double last, Vector3 colour, float opacity)
    {
        (_space, _source, _spread, _count, _seconds, _rise, _first, _last) = (space, source, spread, count, seconds, rise, first, last);
        _lot = new(space.Seed);
        _eddies = new(0.5 * space.Size.Y, space.Seed);
        Looks = [new() { Shape = ParticleShape.Puff, Colour = colour, Opacity = opacity }];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks { get; }

    /// <summary>Low smoke that creeps over the ground behind and beside the subject.</summary>
    public static Plume Smoke(AirSpace space, double density, Vector3d source, double spread) => new(
        space, source with { Y = space.Floor + (0.02 * space.Size.Y) }, Math.Max(3 * spread, 0.4 * space.Size.X), (int)(90 * density), 7, 0.03 * space.Size.Y,
        0.1 * space.Size.Y, 0.3 * space.Size.Y, new(0.8f), 0.1f);

    /// <summary>Steam that curls up from the top of the subject.</summary>
    public static Plume Steam(AirSpace space, double density, Vector3d source, double spread) => new(
        space, source, 0.35 * spread, (int)(70 * density), 3.2, 0.19 * space.Size.Y, 0.014 * space.Size.Y, 0.1 * space.Size.Y, new(0.95f), 0.13f);

    /// <inheritdoc/>
    public override Particle[] At(double time)
    {
        var particles = new Particle[_count];
        for (var i = 0; i < _count; i++)
        {
            var turns = (time / _seconds) + ((i + _lot.Of(i, 0)) / _count);
            var round = (long)Math.Floor(turns);
            var age = turns - round;
            var (sine, cosine) = Math.SinCos(_lot.Of(i, 1, round) * Math.Tau);
            var out_ = _spread * Math.Sqrt(_lot.Of(i, 2, round));
            var home = _source + new Vector3d(out_ * cosine, 0, out_ * sine) + (_space.Wind * (age * _seconds));
            var risen = home + new Vector3d(0, _rise * _seconds * age * _lot.Between(0.7, 1.2, i, 3, round), 0);
            var place = risen + (_eddies.Carried(risen, 0.5 * time) * (0.16 * _space.Size.Y * Math.Min(1, 1.5 * age)));
            var radius = _first + ((_last - _first) * Math.Sqrt(age));

            // In within a tenth of its life, out over the rest; as thick as what it started with allows.
            var fade = Math.Min(1, 10 * age) * (1 - age) * (1 - age) * Math.Min(1, 2.5 * _first / radius);
            particles[i] = new(0, place.ToSingle(), new(0, (float)_rise, 0), (float)radius, (float)fade);
        }

        return particles;
    }
}
