using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A shape as its form draws it: standing on y = 0 about the y axis, front towards +z.</summary>
/// <param name="Parts">Meshes with their materials; together they are closed.</param>
/// <param name="Shape">Gives the collision shape in a space whose origin is the given point of the drawing: the centre of mass.</param>
/// <param name="Size">Outer width, height and depth in metres.</param>
internal sealed record Draft(IReadOnlyList<(Mesh Mesh, Material Material)> Parts, Func<Vector3d, Shape> Shape, Vector3 Size)
{
    /// <summary>Whether it rolls: on any side, on its mantle when laid down, or not at all.</summary>
    public Rolling Rolling { get; init; }

    /// <summary>Whether it has a front that wants to face the camera.</summary>
    public bool HasFace { get; init; }

    /// <summary>Angle in radians about the vertical at which it looks best: a carton shows a side, or it would look flat.</summary>
    public double BestYaw { get; init; }

    /// <summary>Mass where a uniform density would be wrong, such as for a stand with a heavy foot; null otherwise.</summary>
    public MassProperties? Mass { get; init; }

    /// <summary>How air acts on it; null for not at all.</summary>
    public AirPlate? Air { get; init; }

    /// <summary>How its parts stand at a time in seconds, in their order; null when they only move together.</summary>
    public Func<double, IReadOnlyList<PartState>>? Motion { get; init; }

    /// <summary>Which parts get new vertices from the motion, in their order; empty for none.</summary>
    public IReadOnlyList<bool> Deforms { get; init; } = [];

    /// <summary>The jointed body that this is one posture of; null for what has no joints.</summary>
    public Figure? Figure { get; init; }

    /// <summary>What could not be shown as asked, in plain words.</summary>
    public string? Warning { get; init; }
}

/// <summary>How a shape can roll.</summary>
internal enum Rolling
{
    /// <summary>It has flat sides all round.</summary>
    Never,

    /// <summary>Laid on its side.</summary>
    OnMantle,

    /// <summary>Any way.</summary>
    AnyWay,
}
