using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;
using SoraFunctions.World.Staging.Deeds;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>What a figure wants to do, as times at which it reaches for postures. Its muscles do the rest. Unseen.</summary>
/// <param name="puppet">The figure.</param>
/// <param name="joints">Its joints, of the same performance.</param>
/// <param name="score">Postures by the seconds of the simulation at which they are wanted, in order.</param>
internal sealed class Posing(Puppet puppet, IReadOnlyList<Joint> joints, IReadOnlyList<(double Time, Posture Posture)> score) : Effect
{
    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies) => new Will(puppet, joints, score);

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) => new();

    private sealed class Will(Puppet puppet, IReadOnlyList<Joint> joints, IReadOnlyList<(double Time, Posture Posture)> score) : Influence
    {
        public override void Act(Simulation simulation, double step)
        {
            var next = 0;
            while (next < score.Count && score[next].Time <= simulation.Time)
            {
                next++;
            }

            var (from, to) = (score[Math.Max(next - 1, 0)], score[Math.Min(next, score.Count - 1)]);
            var part = to.Time > from.Time ? Math.Clamp((simulation.Time - from.Time) / (to.Time - from.Time), 0, 1) : 1;
            puppet.Take(joints, from.Posture.Towards(to.Posture, part * part * (3 - (2 * part))));
        }
    }
}
