using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>The first subject is hit by the second, which comes in from the left.</summary>
internal static class Collision
{
    /// <summary>Sets the second in motion.</summary>
    public static Plan Of(Scene scene)
    {
        var lead = Mark.Standing(scene.Lead, 0, 0, 0.5 * scene.Lead.BestYaw);
        if (scene.Others.Count == 0)
        {
            return new(lead);
        }

        var piece = scene.Others[0];
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        var rolls = piece.Rolling == Rolling.AnyWay;
        var way = scene.Offstage(piece.Size.X);
        var friction = rolls ? surface.Friction : 0.04;
        var speed = 2.2 * Math.Sqrt(scene.Lead.Size.Y * Scene.Gravity * 0.5);
        return new(lead)
        {
            Others =
            [
                Mark.Standing(piece, -way, 0) with
                {
                    Velocity = new(speed, 0, 0),
                    AngularVelocity = rolls ? new(0, 0, -speed / piece.Rest) : default,
                    Surface = surface with { Friction = friction, Rolling = rolls ? 0.002 : 0 },
                    Release = Math.Max(0, (0.25 * scene.Seconds) - (way / speed)),
                },
            ],
        };
    }
}
