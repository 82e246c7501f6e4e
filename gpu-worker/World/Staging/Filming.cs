using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Particles;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging;

/// <summary>Joins what the bodies do and what the camera does, frame by frame.</summary>
internal static class Filming
{
    /// <summary>Everything that is on the stage with a pose of its own: pieces, what effects add, scenery.</summary>
    public static IReadOnlyList<Instance> Instances(Performance performance, IReadOnlyList<Fixture> fixtures) =>
    [
        .. performance.Marks.SelectMany(mark => mark.Piece.Parts).Select(Own),
        .. performance.Effects.SelectMany(effect => effect.Instances),
        .. fixtures.Select(fixture => fixture.Instance),
    ];

    /// <summary>One state per frame; the first is one frame before the clip begins. Poses are in the order of <see cref="Instances"/>.</summary>
    public static FrameState[] States(
        Performance performance, IReadOnlyList<Fixture> fixtures, AtmosphereField? air, CameraPath path, FrameFormat format, double seconds)
    {
        var lead = performance.Marks[0].Piece;
        var places = performance.Moments.Select(moment => moment.Bodies[0].Position).ToArray();
        var firstKinds = FirstKinds(performance.Effects);
        var bending = performance.Marks.Select(mark => mark.Piece).Where(piece => piece.Parts.Any(part => part.Deforms)).ToList();
        return [.. performance.Moments.Select((moment, i) =>
        {
            var time = (i - 1.0) / format.FramesPerSecond;
            var moved = Smoothed(places, i, format.FramesPerSecond) - new Vector3d(0, lead.Rest, 0);
            return new FrameState(path.At(time / seconds, time, moved.ToSingle()), Poses(performance, moment, fixtures, time))
            {
                Time = time,
                Deformations = new Deformations(bending, Clock(time), [.. moment.Effects.SelectMany(effect => effect.Deformations)]),
                Particles =
                [
                    .. moment.Effects.SelectMany((effect, e) => Counted(effect.Particles, firstKinds[e])),
                    .. Counted(air?.At(time) ?? [], firstKinds[^1]),
                ],
                Water = moment.Effects.Select(effect => effect.Water).FirstOrDefault(water => water is not null),
            };
        })];
    }

    // What gets its own vertices shares its mesh with no copy.
    private static Instance Own(Instance part) => part.Deforms ? part with { Mesh = part.Mesh with { } } : part;

    // Animations have no past: the frame before the first is like the first.
    private static double Clock(double time) => Math.Max(time, 0);

    private static Pose[] Poses(Performance performance, Moment moment, IReadOnlyList<Fixture> fixtures, double time) =>
    [
        .. performance.Marks.SelectMany((mark, body) => PosesOf(mark.Piece, moment.Bodies[body].Pose, Clock(time))),
        .. moment.Effects.SelectMany(effect => effect.Poses),
        .. fixtures.Select(fixture => fixture.Pose),
    ];

    private static IEnumerable<Pose> PosesOf(Piece piece, Pose body, double time) =>
        piece.Motion is { } motion ? motion(time).Select(state => state.In(body)) : Enumerable.Repeat(body, piece.Parts.Count);

    private static IEnumerable<Particle> Counted(Particle[] particles, int firstKind) =>
        particles.Select(particle => particle with { Kind = particle.Kind + firstKind });

    // The kinds of each effect count on from those before it; those of the air are the last.
    private static int[] FirstKinds(IReadOnlyList<Effect> effects)
    {
        var first = new int[effects.Count + 1];
        for (var i = 1; i < first.Length; i++)
        {
            first[i] = first[i - 1] + effects[i - 1].Looks.Count;
        }

        return first;
    }

    // The camera operator knows what is coming: a bell-shaped mean over half a second before and after.
    private static Vector3d Smoothed(Vector3d[] places, int index, int framesPerSecond)
    {
        var reach = Math.Max(1, framesPerSecond / 2);
        var (sum, weights) = (Vector3d.Zero, 0.0);
        for (var i = Math.Max(0, index - reach); i <= Math.Min(places.Length - 1, index + reach); i++)
        {
            var off = 2.0 * (i - index) / reach;
            var weight = Math.Exp(-off * off);
            sum += places[i] * weight;
            weights += weight;
        }

        return sum / weights;
    }
}
