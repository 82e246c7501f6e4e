using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Sounds;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>
/// What takes part in a performance besides rigid pieces: water, cloth, what is in the air, a stream. It acts on the simulation as an
/// <see cref="Influence"/> and shows itself in each frame. One object serves one performance.
/// </summary>
internal abstract class Effect
{
    /// <summary>What it adds to the stage; its poses and deformations come with each <see cref="EffectFrame"/> in the same order.</summary>
    public virtual IReadOnlyList<Instance> Instances => [];

    /// <summary>The looks of its particles; the kinds of its particles count from 0 here.</summary>
    public virtual IReadOnlyList<ParticleLook> Looks => [];

    /// <summary>How it acts on the bodies of the simulation; null for not at all.</summary>
    /// <param name="bodies">The bodies in the order of the marks.</param>
    public virtual Influence? Join(IReadOnlyList<Body> bodies) => null;

    /// <summary>How it looks now.</summary>
    /// <param name="simulation">The simulation, at the instant of the frame.</param>
    /// <param name="time">Seconds since the clip's first frame; negative before it.</param>
    public abstract EffectFrame Look(Simulation simulation, double time);

    /// <summary>Writes down what was heard of it, once the performance is over.</summary>
    /// <param name="book">Where to.</param>
    public virtual void Tell(SoundBook book)
    {
    }
}
