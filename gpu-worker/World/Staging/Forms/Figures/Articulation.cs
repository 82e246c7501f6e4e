using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>A joint of a figure, in the space of the figure at rest.</summary>
/// <param name="Parent">The limb that it is fixed to.</param>
/// <param name="Child">The limb that it moves.</param>
/// <param name="Anchor">The point that both share.</param>
/// <param name="Axis">What a hinge turns about (right-handed); where the middle of a ball joint's cone points.</param>
internal sealed record Articulation(string Parent, string Child, Vector3d Anchor, Vector3d Axis)
{
    /// <summary>Least and largest angle of a hinge in radians; null for a ball joint.</summary>
    public (double Least, double Most)? Hinge { get; init; }

    /// <summary>Where the limb of a ball joint points at rest.</summary>
    public Vector3d Pointing { get; init; } = new(0, -1, 0);

    /// <summary>Most torque in newton metres that the muscles at it exert; 0 for an axle.</summary>
    public double Strength { get; init; }

    /// <summary>Whether the whole body may stand on it: then its muscles are as stiff as that takes.</summary>
    public bool Bears { get; init; }

    /// <summary>Half angle in radians of the cone that the limb of a ball joint stays in.</summary>
    public double Cone { get; init; } = Math.PI;
}
