using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>How a part of an animated body stands in the body at one instant.</summary>
/// <param name="Pose">From where the part is at rest; nothing but identity for what deforms.</param>
/// <param name="Deformation">Its vertices, made when they are asked for; null unless it deforms.</param>
public readonly record struct PartState(Pose Pose, Lazy<Deformation>? Deformation)
{
    /// <summary>The same in a space whose points are those of this one, scaled and then moved.</summary>
    internal PartState Moved(float scale, Vector3 by) => new(
        Pose with { Position = (scale * Pose.Position) + by - Vector3.Transform(by, Pose.Orientation) },
        Deformation is { } vertices ? new(() => vertices.Value with { Positions = Array.ConvertAll(vertices.Value.Positions, p => (scale * p) + by) }) : null);

    /// <summary>Where it is in the world when its body is somewhere.</summary>
    internal Pose In(Pose body) => body with
    {
        Position = body.Position + Vector3.Transform(Pose.Position, body.Orientation),
        Orientation = Quaternion.Normalize(body.Orientation * Pose.Orientation),
    };
}
