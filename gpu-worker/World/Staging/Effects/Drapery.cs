using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Cloth;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>A cloth: it hangs, billows, and lies over bodies.</summary>
/// <param name="cloth">The cloth.</param>
/// <param name="material">What it looks like.</param>
internal sealed class Drapery(Cloth cloth, Material material) : Effect
{
    /// <inheritdoc/>
    public override IReadOnlyList<Instance> Instances { get; } = [new(cloth.Mesh(), material) { Deforms = true }];

    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) => cloth;

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) =>
        new() { Poses = [new(default, System.Numerics.Quaternion.Identity)], Deformations = [cloth.Deformation()] };
}
