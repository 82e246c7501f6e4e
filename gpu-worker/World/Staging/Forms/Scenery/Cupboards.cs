using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A row of kitchen cupboards: panelled doors with bar handles.</summary>
internal static class Cupboards
{
    /// <summary>Draws the row; the doors face +z at z = 0 and the body lies behind.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="height">In metres.</param>
    /// <param name="doors">How many doors, hinged in pairs.</param>
    /// <param name="front">Surface of the doors.</param>
    /// <param name="handle">Surface of the handles.</param>
    /// <param name="low">Whether the handles sit low, as on cupboards on the wall.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float height, int doors, Material front, Material handle, bool low)
    {
        float each = width / doors, gap = 0.003f, thick = 0.02f, rail = Math.Min(0.075f, 0.16f * each), depth = 0.32f;
        var (wood, metal) = (new MeshBuilder(), new MeshBuilder());
        Beam.Draw(wood, new(0, height / 2, -thick - 0.002f - (depth / 2)), new(width, height, depth), 0.002f);
        for (var i = 0; i < doors; i++)
        {
            var x = (i + 0.5f - (doors / 2f)) * each;
            var (w, h) = (each - gap, height - gap);
            Beam.Draw(wood, new(x, height / 2, -thick + 0.004f), new(w - rail, h - rail, 0.008f), 0.001f);
            foreach (var side in new[] { -1, 1 })
            {
                Beam.Draw(wood, new(x + (side * (w - rail) / 2), height / 2, -thick / 2), new(rail, h, thick), 0.002f, steps: 2);
                Beam.Draw(wood, new(x, (height / 2) + (side * (h - rail) / 2), -thick / 2), new(w - (2 * rail), rail, thick - 0.0006f), 0.002f, steps: 2);
            }

            Handle(metal, x + ((i % 2 == 0 ? 1 : -1) * (w - rail) / 2), low ? 0.22f * height : 0.7f * height, Math.Min(0.16f, 0.3f * height));
        }

        return [(wood.Build(), front), (metal.Build(), handle)];
    }

    private static void Handle(MeshBuilder metal, float x, float y, float length)
    {
        const float reach = 0.032f;
        Tube.Draw(metal, [new(x, y - (length / 2), reach), new(x, y + (length / 2), reach)], _ => 0.0055f, 16);
        foreach (var side in new[] { -0.36f, 0.36f })
        {
            Tube.Draw(metal, [new(x, y + (side * length), -0.002f), new(x, y + (side * length), reach)], _ => 0.004f, 12, 0);
        }
    }
}
