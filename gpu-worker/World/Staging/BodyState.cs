using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging;

/// <summary>Where a body is at an instant.</summary>
/// <param name="Position">Of its centre of mass.</param>
/// <param name="Orientation">From its space to the world's.</param>
/// <param name="Present">Whether it is there at all.</param>
internal readonly record struct BodyState(Vector3d Position, Rotation Orientation, bool Present)
{
    /// <summary>As the renderer takes it.</summary>
    public Pose Pose => new(Position.ToSingle(), Orientation.ToSingle(), !Present);

    /// <summary>Of a body now.</summary>
    public static BodyState Of(Body body) => new(body.Position, body.Orientation, body.Present);
}
