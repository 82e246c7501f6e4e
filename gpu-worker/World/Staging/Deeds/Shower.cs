using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>The first subject stands while the others rain down around it.</summary>
internal static class Shower
{
    /// <summary>Two ways: round it, and well away from it.</summary>
    public static IEnumerable<Plan> Of(Scene scene)
    {
        foreach (var away in new[] { 1.1, 1.6, 2.4 })
        {
            yield return new Plan(Mark.Standing(scene.Lead, 0, 0, scene.Lead.BestYaw))
            {
                Others = [.. scene.Others.Select((piece, i) => Falling(scene, piece, i, away))],
                EndsUpright = true,
            };
        }
    }

    private static Mark Falling(Scene scene, Piece piece, int index, double away)
    {
        // Evenly in time, with a few on their way when the shot begins.
        var due = ((index + scene.Random.NextDouble()) / scene.Others.Count * 0.85 * scene.Seconds) - 0.5;
        var keep = (away * scene.Lead.Footprint) + piece.Footprint;
        double x, z;
        do
        {
            x = scene.Between(-1.05, 1.05) * scene.View.HalfWidth;
            z = scene.Between(-1.2, 0.5) * Math.Max(scene.View.HalfWidth, 3 * keep);
        }
        while ((x * x) + (z * z) < keep * keep || (z > 0 && Math.Abs(x) < 1.4 * keep));

        var axis = new Vector3d(scene.Between(-1, 1), scene.Between(-1, 1), scene.Between(-1, 1)).Unit();
        return new Mark(piece, new(x, scene.View.Top + (piece.Size.Y * 1.5) + (0.15 * scene.View.Size.Y), z))
        {
            Orientation = Rotation.About(axis, scene.Between(0, Math.PI)),
            AngularVelocity = axis * scene.Between(0.5, 3),
            Velocity = new(scene.Between(-0.1, 0.1), piece.Air is null ? 0 : -0.6, scene.Between(-0.1, 0.1)),
            Release = due,
        };
    }
}
