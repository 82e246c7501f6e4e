using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Physics;

/// <summary>A massless thread from a fixed point to a body: it pulls, and never pushes.</summary>
/// <param name="body">Index of the body.</param>
/// <param name="anchor">The fixed point in metres.</param>
/// <param name="attachment">Where it is tied, in the body's space.</param>
/// <param name="length">In metres.</param>
public sealed class HangingThread(int body, Vector3d anchor, Vector3d attachment, double length)
    : RopeJoint(-1, body, anchor, attachment, length)
{
    /// <summary>Index of the body.</summary>
    public int Body => B;

    /// <summary>The fixed point in metres.</summary>
    public Vector3d Anchor => FrameA.Anchor;

    /// <summary>Where it is tied, in the body's space.</summary>
    public Vector3d Attachment => FrameB.Anchor;
}
