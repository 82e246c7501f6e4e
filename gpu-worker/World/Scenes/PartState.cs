using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>How a part of an animated body stands in the body at one instant.</summary>
/// <param name="Pose">From where the part is at rest; nothing but identity for what deforms.</param>
/// <param name="Deformation">Its vertices; null unless it deforms.</param>
public readonly record struct PartState(Pose Pose, Deformation? Deformation)
{
    /// <summary>The same in a space whose points are those of this one, scaled and then moved.</summary>
    internal PartState Moved(float scale, Vector3 by) => new(
        Pose with { Position = (scale * Pose.Position) + by - Vector3.Transform(by, Pose.Orientation) },
        Deformation is null ? null : Deformation with { Positions = Array.ConvertAll(Deformation.Positions, p => (scale * p) + by) });

    /// <summary>Where it is in the world when its body is somewhere.</summary>
    internal Pose In(Pose body) => body with
    {
        Position = body.Position + Vector3.Transform(Pose.Position, body.Orientation),
        Orientation = Quaternion.Normalize(body.Orientation * Pose.Orientation),
    };
}
