using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Deeds;

namespace SoraFunctions.World.Staging;

/// <summary>One simulated performance of a plan.</summary>
/// <param name="Frames">Places of all bodies; the first entry is one frame before the first frame of the clip.</param>
/// <param name="Touches">Impacts within the shot, in seconds since its first frame.</param>
internal sealed record Performance(IReadOnlyList<(Vector3d Position, Rotation Orientation)[]> Frames, IReadOnlyList<Touch> Touches)
{
    private const double Settling = 0.7;

    /// <summary>Performs a plan.</summary>
    /// <param name="marks">All bodies, the first subject first.</param>
    /// <param name="thread">What the first hangs on; null for nothing.</param>
    /// <param name="ground">Surface of the ground.</param>
    /// <param name="format">For the length of a frame.</param>
    /// <param name="frames">Frames of the clip.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Performance Of(
        IReadOnlyList<Mark> marks, HangingThread? thread, Surface ground, FrameFormat format, int frames, CancellationToken cancellation)
    {
        var frame = 1.0 / format.FramesPerSecond;

        // Props settle before the first frame; the last moment before it is the first frame's past.
        var before = (int)Math.Ceiling(Settling / frame);
        var start = before * frame;
        var simulation = new Simulation(marks.Select(mark => mark.Body(start)), ground, thread is null ? null : [thread]);
        List<(Vector3d, Rotation)[]> places = [];
        for (var i = -before; i < frames; i++)
        {
            if (i >= -1)
            {
                places.Add([.. simulation.Bodies.Select(body => (body.Position, body.Orientation))]);
            }

            cancellation.ThrowIfCancellationRequested();
            simulation.Advance(frame);
        }

        return new(places, [.. simulation.Touches.Select(touch => touch with { Time = touch.Time - start }).Where(touch => touch.Time >= 0)]);
    }
}
