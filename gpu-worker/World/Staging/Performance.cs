using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Deeds;
using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Staging;

/// <summary>One simulated performance of a plan.</summary>
/// <param name="Marks">Who took part, the first subject first.</param>
/// <param name="Plan">What was planned.</param>
/// <param name="Effects">What took part besides rigid pieces.</param>
/// <param name="Moments">One per frame; the first is one frame before the first frame of the clip.</param>
/// <param name="Touches">Impacts within the shot, in seconds since its first frame.</param>
/// <param name="Energies">Kinetic and potential energy of the free bodies in joules, one per moment.</param>
internal sealed record Performance(
    IReadOnlyList<Mark> Marks, Plan Plan, IReadOnlyList<Effect> Effects, IReadOnlyList<Moment> Moments, IReadOnlyList<Touch> Touches, IReadOnlyList<double> Energies)
{
    private const double Settling = 0.7;

    /// <summary>When the clip begins, in seconds of the simulation.</summary>
    public required double Start { get; init; }

    /// <summary>What slid and rolled on what, in seconds of the simulation.</summary>
    public required IReadOnlyList<(int First, int Second, IReadOnlyList<Rub> Rubs)> Rubbing { get; init; }

    /// <summary>Performs a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="marks">All bodies, the first subject first.</param>
    /// <param name="ground">Surface of the ground.</param>
    /// <param name="format">For the length of a frame.</param>
    /// <param name="frames">Frames of the clip.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Performance Of(
        Plan plan, IReadOnlyList<Mark> marks, Surface ground, FrameFormat format, int frames, CancellationToken cancellation)
    {
        var frame = 1.0 / format.FramesPerSecond;

        // Props settle before the first frame; the last moment before it is the first frame's past.
        var before = (int)Math.Ceiling(Settling * format.FramesPerSecond);
        var start = before * frame;
        var bodies = marks.Select(mark => mark.Body(start)).ToList();
        var joints = plan.Joints();
        var effects = plan.Effects(start);
        var simulation = new Simulation(bodies, ground, joints)
        {
            Gravity = new(0, -plan.Gravity, 0),
            GroundHeight = plan.GroundHeight,
            Influences = [.. effects.Select(effect => effect.Join(bodies)).OfType<Influence>()],
        };
        List<Moment> moments = [];
        List<double> energies = [];
        for (var i = -before; i < frames; i++)
        {
            if (i >= -1)
            {
                moments.Add(new([.. bodies.Select(BodyState.Of)], [.. effects.Select(effect => effect.Look(simulation, i * frame))]));
                energies.Add(simulation.Energy);
            }

            cancellation.ThrowIfCancellationRequested();
            simulation.Advance(frame);
        }

        return new(
            marks, plan, effects, moments,
            [.. simulation.Touches.Select(touch => touch with { Time = touch.Time - start }).Where(touch => touch.Time >= 0)], energies)
        {
            Start = start,
            Rubbing = [.. simulation.Rubbing],
        };
    }
}
