using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Deeds;

namespace SoraFunctions.World.Staging;

/// <summary>Joins what the bodies do and what the camera does, frame by frame.</summary>
internal static class Filming
{
    /// <summary>One state per frame; the first is one frame before the clip begins.</summary>
    public static FrameState[] States(
        Performance performance, IReadOnlyList<Mark> marks, HangingThread? thread, CameraPath path, FrameFormat format, double seconds)
    {
        var places = performance.Frames.Select(frame => frame[0].Position).ToArray();
        return [.. performance.Frames.Select((frame, i) =>
        {
            var time = (i - 1.0) / format.FramesPerSecond;
            var moved = Smoothed(places, i, format.FramesPerSecond) - new Vector3d(0, marks[0].Piece.Rest, 0);
            var poses = marks.SelectMany((mark, body) =>
                Enumerable.Repeat(new Pose(frame[body].Position.ToSingle(), frame[body].Orientation.ToSingle()), mark.Piece.Parts.Count));
            return new FrameState(
                path.At(time / seconds, time, moved.ToSingle()),
                [.. poses, .. thread is null ? [] : new[] { Cord.Pose(thread, frame[0].Position, frame[0].Orientation) }]);
        })];
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
