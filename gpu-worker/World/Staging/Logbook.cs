using System.Numerics;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Deeds;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Sounds;

namespace SoraFunctions.World.Staging;

/// <summary>Writes down what happens in a shot, as seen by its camera.</summary>
internal static class Logbook
{
    private const double BoxesPerSecond = 5;
    private const int MostContacts = 400;
    private const int MostTracks = 16;

    /// <summary>The log of a shot; of very many contacts the hardest.</summary>
    /// <param name="performance">What was performed.</param>
    /// <param name="ground">What the ground is made of.</param>
    /// <param name="weather">What is in the air: rain and sparks a second.</param>
    /// <param name="states">One per frame.</param>
    /// <param name="format">The raster.</param>
    /// <param name="warnings">What is to be said about the shot.</param>
    public static ClipLog Of(
        Performance performance, Matter ground, (Rainfall? Rain, double Sparks) weather, IReadOnlyList<FrameState> states, FrameFormat format,
        IReadOnlyList<string> warnings)
    {
        var listener = new Listener(states, format);
        var hardest = performance.Touches.OrderByDescending(touch => touch.Impulse * touch.Speed).Take(MostContacts);
        return new()
        {
            Contacts = [.. hardest.OrderBy(touch => touch.Time).Select(touch => Contact(touch, performance.Marks, ground, listener))],
            Sound = Sounds(performance, ground, weather, listener, states.Count / (double)format.FramesPerSecond),
            Tracks = [.. performance.Marks.Take(MostTracks).Select((mark, body) => Track(performance, mark, body))],
            Energies = [.. performance.Energies.Skip(1).Select(energy => Math.Round(energy, 9))],
            SubjectBoxes = [.. Boxes(performance.Marks[0], performance, states, format)],
            Warnings = [.. warnings.Distinct()],
        };
    }

    private static SoundLog Sounds(
        Performance performance, Matter ground, (Rainfall? Rain, double Sparks) weather, Listener listener, double seconds)
    {
        var book = new SoundBook(performance.Marks, index => Name(performance.Marks, index), ground, listener, performance.Start, seconds)
        {
            Rain = weather.Rain,
            Sparks = weather.Sparks,
        };
        book.Rub(performance.Rubbing);
        foreach (var effect in performance.Effects)
        {
            effect.Tell(book);
        }

        return book.Log;
    }

    /// <summary>The name of a body in the log: its subject's, numbered from the second copy on.</summary>
    private static string Name(IReadOnlyList<Mark> marks, int index)
    {
        var subject = marks[index].Piece.Subject;
        var copy = 1 + marks.Take(index).Count(mark => mark.Piece.Subject == subject);
        return copy == 1 ? subject.Id : $"{subject.Id}-{copy}";
    }

    private static ContactEvent Contact(Touch touch, IReadOnlyList<Mark> marks, Matter ground, Listener listener)
    {
        var second = marks[touch.Second].Piece;
        var first = touch.First < 0 ? null : marks[touch.First].Piece;
        var lighter = first is not null && first.Mass.Mass < second.Mass.Mass ? first : second;
        var heavier = lighter == second ? first : second;
        var (pan, distance) = listener.At(touch.Place, touch.Time);
        return new(
            Math.Round(touch.Time, 6),
            Name(marks, touch.Second),
            first is null ? "ground" : Name(marks, touch.First),
            second.Subject.Matter,
            first?.Subject.Matter ?? ground,
            Math.Round(touch.Impulse, 9),
            Math.Round(touch.Speed, 6),
            Math.Round(lighter.Mass.Mass, 9),
            SizeOf(lighter),
            pan)
        {
            Place = Rounded(touch.Place),
            Distance = distance,
            OtherSize = heavier is null ? 0 : SizeOf(heavier),
            OtherMass = Math.Round(heavier?.Mass.Mass ?? 0, 9),
        };
    }

    // What is smaller than its subject is a piece of it.
    internal static double SizeOf(Piece piece) =>
        Math.Round(Math.Min(piece.Subject.Height, Math.Max(piece.Size.X, Math.Max(piece.Size.Y, piece.Size.Z))), 5);

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
