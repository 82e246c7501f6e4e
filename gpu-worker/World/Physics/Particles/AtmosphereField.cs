using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>
/// What is in the air of a shot. Each kind is a closed function of time: it has always been there, any instant can be asked for, and the
/// same seed gives the same particles.
/// </summary>
public abstract class AtmosphereField
{
    /// <summary>The looks of its particles; their kinds are the indices here.</summary>
    public abstract IReadOnlyList<ParticleLook> Looks { get; }

    /// <summary>The field of an atmosphere; null where the air is clear.</summary>
    /// <param name="kind">What is in the air.</param>
    /// <param name="space">The room that it fills.</param>
    /// <param name="density">How much of it, 1 as usual.</param>
    /// <param name="source">Where steam rises, sparks fly and bubbles begin: the top of the first subject; only its surroundings for the others.</param>
    /// <param name="spread">Radius in metres of that place.</param>
    public static AtmosphereField? Of(Atmosphere kind, AirSpace space, double density, Vector3d source, double spread) => kind switch
    {
        Atmosphere.Rain => new Rain(space, density),
        Atmosphere.Snow => new Snowfall(space, density),
        Atmosphere.Dust => new Motes(space, density),
        Atmosphere.Smoke => Plume.Smoke(space, density, source, spread),
        Atmosphere.Steam => Plume.Steam(space, density, source, spread),
        Atmosphere.Sparks => new Sparkler(space, density, source, spread),
        Atmosphere.Bubbles => new RisingBubbles(space, density),
        _ => null,
    };

    /// <summary>The particles at an instant.</summary>
    /// <param name="time">Seconds since the clip's first frame; may be negative.</param>
    public abstract Particle[] At(double time);
}
