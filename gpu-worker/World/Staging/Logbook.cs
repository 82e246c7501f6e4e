using System.Numerics;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Deeds;

namespace SoraFunctions.World.Staging;

/// <summary>Writes down what happens in a shot, as seen by its camera.</summary>
internal static class Logbook
{
    private const double BoxesPerSecond = 5;
    private const int MostContacts = 400;
    private const int MostTracks = 16;

    /// <summary>The log of a shot.</summary>
    public static ClipLog Of(
        Performance performance, Matter ground, IReadOnlyList<FrameState> states, FrameFormat format, IReadOnlyList<string> warnings) => new()
        {
            Contacts = [.. performance.Touches.OrderBy(touch => touch.Time).Take(MostContacts)
                .Select(touch => Contact(touch, performance.Marks, ground, states, format))],
            Tracks = [.. performance.Marks.Take(MostTracks).Select((mark, body) => Track(performance, mark, body))],
            Energies = [.. performance.Energies.Skip(1).Select(energy => Math.Round(energy, 9))],
            SubjectBoxes = [.. Boxes(performance.Marks[0], performance, states, format)],
            Warnings = [.. warnings.Distinct()],
        };

    /// <summary>The name of a body in the log: its subject's, numbered from the second copy on.</summary>
    private static string Name(IReadOnlyList<Mark> marks, int index)
    {
        var subject = marks[index].Piece.Subject;
        var copy = 1 + marks.Take(index).Count(mark => mark.Piece.Subject == subject);
        return copy == 1 ? subject.Id : $"{subject.Id}-{copy}";
    }

    private static ContactEvent Contact(Touch touch, IReadOnlyList<Mark> marks, Matter ground, IReadOnlyList<FrameState> states, FrameFormat format)
    {
        var second = marks[touch.Second].Piece;
        var first = touch.First < 0 ? null : marks[touch.First].Piece;
        var lighter = first is not null && first.Mass.Mass < second.Mass.Mass ? first : second;
        var frame = Math.Clamp((int)(touch.Time * format.FramesPerSecond), 0, states.Count - 1);
        var seen = new Projection(states[frame].Camera, format).At(touch.Place.ToSingle());
        var pan = seen is { } at ? Math.Clamp((2 * at.X) - 1, -1, 1) : 0;
        return new(
            touch.Time,
            Name(marks, touch.Second),
            first is null ? "ground" : Name(marks, touch.First),
            second.Subject.Matter,
            first?.Subject.Matter ?? ground,
            touch.Impulse,
            touch.Speed,
            lighter.Mass.Mass,
            lighter.Subject.Height,
            pan) { Place = Rounded(touch.Place) };
    }

    private static BodyTrack Track(Performance performance, Mark mark, int body) => new(
        Name(performance.Marks, body),
        mark.Piece.Subject.Matter,
        mark.Piece.Mass.Mass,
        [.. performance.Moments.Skip(1).Select(moment => Pose(moment.Bodies[body]))]);

    private static IReadOnlyList<double> Pose(BodyState state)
    {
        var turn = state.Orientation;
        return state.Present
            ? [.. Rounded(state.Position), Math.Round(turn.X, 6), Math.Round(turn.Y, 6), Math.Round(turn.Z, 6), Math.Round(turn.W, 6)]
            : [];
    }

    private static double[] Rounded(Vector3d place) => [Math.Round(place.X, 6), Math.Round(place.Y, 6), Math.Round(place.Z, 6)];

    private static IEnumerable<ScreenBox> Boxes(Mark lead, Performance performance, IReadOnlyList<FrameState> states, FrameFormat format)
    {
        var step = Math.Max(1, (int)(format.FramesPerSecond / BoxesPerSecond));
        for (var frame = 0; frame < states.Count; frame += step)
        {
            var (position, orientation, _) = performance.Moments[frame + 1].Bodies[0];
            var projection = new Projection(states[frame].Camera, format);
            Vector2 low = new(1), high = default;
            foreach (var corner in Corners(lead))
            {
                if (projection.At((position + orientation.Turn(corner)).ToSingle()) is { } at)
                {
                    low = Vector2.Min(low, at);
                    high = Vector2.Max(high, at);
                }
            }

            low = Vector2.Clamp(low, Vector2.Zero, Vector2.One);
            high = Vector2.Clamp(high, Vector2.Zero, Vector2.One);
            if (high.X > low.X && high.Y > low.Y)
            {
                yield return new((double)frame / format.FramesPerSecond, low.X, low.Y, high.X, high.Y);
            }
        }
    }

    private static IEnumerable<Vector3d> Corners(Mark mark)
    {
        var piece = mark.Piece;
        foreach (var x in new[] { -0.5, 0.5 })
        {
            foreach (var z in new[] { -0.5, 0.5 })
            {
                yield return new(x * piece.Size.X, -piece.Rest, z * piece.Size.Z);
                yield return new(x * piece.Size.X, piece.Size.Y - piece.Rest, z * piece.Size.Z);
            }
        }
    }
}
