using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>The first subject is hit by the second, which comes in from the left.</summary>
internal static class Collision
{
    // A hit that pushes the first out of the picture is tried again more softly.
    private static readonly double[] _force = [1, 0.8, 0.65, 0.5, 0.4];

    /// <summary>Ways to set the second in motion, the hardest first.</summary>
    public static IEnumerable<Plan> Of(Scene scene) => scene.Others.Count == 0
        ? [new(Mark.Standing(scene.Lead, 0, 0, 0.5 * scene.Lead.BestYaw))]
        : _force.Select(part => Hit(scene, part));

    private static Plan Hit(Scene scene, double part)
    {
        var lead = Mark.Standing(scene.Lead, 0, 0, 0.5 * scene.Lead.BestYaw);
        var piece = scene.Others[0];
        var surface = Matters.Of(piece.Subject.Matter).Surface;
        var rolls = piece.Rolling == Rolling.AnyWay;
        var way = scene.Offstage(piece.Size.X);
        var friction = rolls ? surface.Friction : 0.04;
        var speed = part * 2.2 * Math.Sqrt(scene.Lead.Size.Y * Scene.Gravity * 0.5);
        return new(lead)
        {
            EndsInView = true,
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
