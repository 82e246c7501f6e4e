using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Cloth;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>The cord that a body hangs on, as it is seen: tied at both ends of a thread, it trembles and swings. The thread carries the body.</summary>
/// <param name="thread">The thread.</param>
/// <param name="end">Where its lower end is at the beginning, in metres.</param>
internal sealed class Cord(HangingThread thread, Vector3d end) : Effect
{
    private const int Points = 9;

    // Of twisted cotton, in kg/m3; and its radius in metres and in parts of its length.
    private const double Density = 900;
    private const double LeastRadius = 0.001;
    private const double RadiusPart = 0.004;

    // The body draws the thread taut: the cord is cut that much shorter, so that it is taut too and bows by no more than its width or two.
    private const double Taut = 0.95;

    // What holds the lower end is asked for at the beginning of a step, about its end.
    private const double Step = 1.0 / 960;

    private readonly Rope _rope = Between(thread.Anchor, end, thread.Length);

    /// <inheritdoc/>
    public override IReadOnlyList<Instance> Instances =>
        [new(_rope.Mesh(), new Material { Colour = new(0.62f, 0.55f, 0.45f), Roughness = 0.85f }) { Deforms = true }];

    /// <inheritdoc/>
    public override Influence Join(IReadOnlyList<Body> bodies)
    {
        var body = bodies[thread.Body];
        _rope.Hold(0);
        _rope.Hold(Points - 1, new Pin(_ => body.PlaceAfter(body.Orientation.Turn(thread.Attachment), Step)));
        return _rope;
    }

    /// <inheritdoc/>
    public override EffectFrame Look(Simulation simulation, double time) =>
        new() { Poses = [new(default, System.Numerics.Quaternion.Identity)], Deformations = [_rope.Deformation()] };

    private static Rope Between(Vector3d top, Vector3d end, double length)
    {
        var radius = Math.Max(LeastRadius, RadiusPart * length);
        return new(Points, Taut * length, part => top + ((end - top) * part), radius, Density * Math.PI * radius * radius);
    }
}
