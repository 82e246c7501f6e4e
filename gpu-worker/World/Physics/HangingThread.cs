namespace SoraFunctions.World.Physics;

/// <summary>A massless thread from a fixed point to a body: it pulls, and never pushes.</summary>
/// <param name="body">Index of the body.</param>
/// <param name="anchor">The fixed point in metres.</param>
/// <param name="attachment">Where it is tied, in the body's space.</param>
/// <param name="length">In metres.</param>
public sealed class HangingThread(int body, Vector3d anchor, Vector3d attachment, double length)
{
    private double _impulse;

    /// <summary>Index of the body.</summary>
    public int Body => body;

    /// <summary>The fixed point in metres.</summary>
    public Vector3d Anchor => anchor;

    /// <summary>Where it is tied, in the body's space.</summary>
    public Vector3d Attachment => attachment;

    /// <summary>In metres.</summary>
    public double Length => length;


    internal void Solve(Body tied, double step, bool correct)
    {
        var offset = tied.Orientation.Turn(attachment);
        var span = anchor - (tied.Position + offset);
        var distance = span.Length;
        var direction = span / Math.Max(distance, 1e-9);
        var slack = length - distance;
        var lever = Vector3d.Cross(offset, direction);
        var mass = 1 / (tied.InverseMass + Vector3d.Dot(lever, tied.InverseInertia * lever));
        var closing = Vector3d.Dot(tied.VelocityAt(offset), direction);
        var bias = slack > 0 ? slack / step : correct ? 0.2 * slack / step : 0;
        var total = Math.Max(_impulse - (mass * (closing + bias)), 0);
        tied.Push(direction * (total - _impulse), offset);
        _impulse = total;
    }

    internal void Begin() => _impulse = 0;
}
