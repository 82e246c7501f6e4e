using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>Joints that take hold at an instant: feet that grip where they have landed. Unseen.</summary>
/// <param name="joints">The joints, of the same performance; they hold nothing until then.</param>
/// <param name="time">When, in seconds of the simulation.</param>
internal sealed class Grip(IReadOnlyList<Joint> joints, double time) : Effect
{
    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) => new Hold(joints, time);

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) => new();

    private sealed class Hold(IReadOnlyList<Joint> joints, double time) : Influence
    {
        public override void Act(Simulation simulation, double step)
        {
            foreach (var joint in joints)
            {
                joint.Holds = simulation.Time >= time - (step / 2);
            }
        }
    }
}
