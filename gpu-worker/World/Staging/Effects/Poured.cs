using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Pour;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Sounds;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>A liquid that is poured: the stream, what it fills, and its drops.</summary>
/// <param name="pour">The pour, in seconds of the clip.</param>
/// <param name="liquid">What it looks like.</param>
internal sealed class Poured(LiquidPour pour, Material liquid) : Effect
{
    private readonly Pose[] _poses = [new(default, Quaternion.Identity), new(default, Quaternion.Identity)];

    /// <inheritdoc/>
    public override IReadOnlyList<Instance> Instances { get; } =
        [new(pour.StreamMesh(0), liquid) { Deforms = true }, new(pour.PoolMesh(0), liquid) { Deforms = true }];

    /// <inheritdoc/>
    public override IReadOnlyList<ParticleLook> Looks { get; } = [new() { Shape = ParticleShape.Drop, Colour = liquid.Colour, Opacity = 0.7f }];

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) => new()
    {
        Poses = _poses,
        Deformations = [pour.StreamAt(time), pour.PoolAt(time)],
        Particles = pour.Drops(time, 0),
    };

    /// <inheritdoc/>
    public override void Tell(SoundBook book) => book.Pour(pour);
}
