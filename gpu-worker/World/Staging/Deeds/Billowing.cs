using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Cloth;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Effects;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>A length of silk hangs behind the first subject and billows in the wind.</summary>
internal static class Billowing
{
    private const int Columns = 44;
    private const int Rows = 30;

    /// <summary>Hangs it up.</summary>
    public static Plan Of(Scene scene)
    {
        var piece = scene.Lead;

        // Behind the subject by its own height, it fills the middle of the picture and hangs to just above the ground.
        double behind = 0.9 * piece.Size.Y + piece.Footprint, farther = 1 + (behind / scene.View.Distance);
        double width = 1.25 * scene.View.HalfWidth * farther, top = 1.12 * scene.View.Top * farther, height = 0.97 * top;
        return new(Mark.Standing(piece, 0, 0, piece.BestYaw))
        {
            Effects = _ => [new Drapery(Silk(scene, width, height, top, behind), Sheen(scene))],
        };
    }

    // Held along its upper edge with some slack, so that it falls in folds.
    private static Cloth Silk(Scene scene, double width, double height, double top, double behind)
    {
        var breeze = Math.Sqrt(Scene.Gravity * height) * 0.55;
        var cloth = new Cloth(
            Columns, Rows, 1.3 * width, height,
            (u, v) => new((u - 0.5) * width, top - (v * height), -behind + (0.05 * width * Math.Sin(u * 9 * Math.PI))),
            Weave.Silk, new Wind(new(0.35 * breeze, 0, 0.75 * breeze), 0.75, scene.Seed));
        for (var column = 0; column < Columns; column++)
        {
            cloth.Hold(column, 0);
        }

        return cloth;
    }

    private static Material Sheen(Scene scene) => new()
    {
        Colour = Colours.Linear(scene.Look.Accent, "The accent colour of the look"),
        Roughness = 0.42f,
        Translucency = 0.35f,
    };
}
