using System.Numerics;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Sounds;

/// <summary>Where sources of sound are for the camera while it moves.</summary>
/// <param name="states">The camera's, one per frame.</param>
/// <param name="format">The raster.</param>
internal sealed class Listener(IReadOnlyList<FrameState> states, FrameFormat format)
{
    // Seconds between two values, and how far they may be apart to be one.
    private const double Step = 0.1;
    private const double SamePan = 0.02;
    private const double SameDistance = 0.02;

    /// <summary>Pan, -1 left to 1 right, and distance in metres of a place at a time in seconds of the clip.</summary>
    public (double Pan, double Distance) At(Vector3d place, double time)
    {
        var camera = states[Math.Clamp((int)(time * format.FramesPerSecond), 0, states.Count - 1)].Camera;
        var from = place.ToSingle() - camera.Position;
        var distance = Math.Max(0.01f, from.Length());
        var forward = Vector3.Normalize(camera.Target - camera.Position);
        var right = Vector3.Normalize(Vector3.Cross(forward, camera.Up));
        var across = 18 / camera.Lens * Math.Min(1, (float)format.Width / format.Height);

        // What is beside or behind the lens is heard from that side.
        var depth = Math.Max(Vector3.Dot(from, forward), 0.05f * distance);
        return (Math.Round(Math.Clamp(Vector3.Dot(from, right) / (depth * across), -1, 1), 3), Significant(distance));
    }

    /// <summary>The way of a source.</summary>
    /// <param name="places">Where it is at a time of the clip.</param>
    /// <param name="from">Beginning in seconds.</param>
    /// <param name="to">End in seconds.</param>
    public Heard Along(Func<double, Vector3d> places, double from, double to)
    {
        var count = 1 + (int)Math.Ceiling(Math.Max(0, to - from) / Step);
        var at = Enumerable.Range(0, count).Select(i => At(places(from + (i * Step)), from + (i * Step))).ToArray();
        var still = at.All(one => Math.Abs(one.Pan - at[0].Pan) < SamePan && Math.Abs(one.Distance - at[0].Distance) < SameDistance * at[0].Distance);
        return new(Step, [.. at.Take(still ? 1 : count).Select(one => one.Pan)], [.. at.Take(still ? 1 : count).Select(one => one.Distance)]);
    }

    /// <summary>A number with three significant digits, and no more than five decimal places.</summary>
    public static double Significant(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return 0;
        }

        var places = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return Math.Round(value, Math.Clamp(places, 0, 5));
    }
}
