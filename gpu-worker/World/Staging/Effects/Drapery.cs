using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Cloth;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Sounds;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>A cloth: it hangs, billows, and lies over bodies.</summary>
/// <param name="cloth">The cloth.</param>
/// <param name="material">What it looks like.</param>
internal sealed class Drapery(Cloth cloth, Material material) : Effect
{
    private readonly List<(double Time, double Wind, double Flutter, Vector3d Place)> _motion = [];
    private IReadOnlyList<Vector3d> _before = [];
    private double _latest;

    /// <inheritdoc/>
    public override IReadOnlyList<Instance> Instances { get; } = [new(cloth.Mesh(), material) { Deforms = true }];

    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) => cloth;

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time)
    {
        Watch(simulation.Time, time);
        return new() { Poses = [new(default, System.Numerics.Quaternion.Identity)], Deformations = [cloth.Deformation()] };
    }

    /// <inheritdoc/>
    public override void Tell(SoundBook book) => book.Cloth(cloth.Area, _motion);

    private void Watch(double simulated, double time)
    {
        IReadOnlyList<Vector3d> now = [.. cloth.Places];
        if (_before.Count > 0)
        {
            Vector3d mean = default, middle = default;
            for (var i = 0; i < now.Count; i++)
            {
                (mean, middle) = (mean + ((now[i] - _before[i]) / now.Count), middle + (now[i] / now.Count));
            }

            var spread = 0.0;
            for (var i = 0; i < now.Count; i++)
            {
                spread += (now[i] - _before[i] - mean).LengthSquared / now.Count;
            }

            var step = Math.Max(1e-3, simulated - _latest);
            _motion.Add((time, cloth.Wind.At(middle, simulated).Length, Math.Sqrt(spread) / step, middle));
        }

        (_before, _latest) = (now, simulated);
    }
}
