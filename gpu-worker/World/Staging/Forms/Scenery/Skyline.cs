using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A row of tall buildings for a distance.</summary>
internal static class Skyline
{
    /// <summary>Draws it.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="highest">Height of the highest in metres.</param>
    /// <param name="storey">Height of a storey in metres: 6 or so keeps a wide row light.</param>
    /// <param name="wall">Surface of the walls.</param>
    /// <param name="light">Linear light of lit windows; zero for a row by day.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float highest, float storey, Material wall, Vector3 light, Random random)
    {
        var (walls, panes, lit) = (new MeshBuilder(), new MeshBuilder(), new MeshBuilder());
        var facade = new Facade(walls, panes, lit);
        var x = -width / 2;
        while (x < width / 2)
        {
            float w = highest * (0.16f + (0.16f * random.NextSingle())), h = highest * (0.35f + (0.65f * random.NextSingle() * random.NextSingle()));
            walls.Colour = new(0.6f + (0.4f * random.NextSingle()));
            var depth = 0.18f * highest;
            Vector3 foot = new(x + (w / 2), 0, -0.3f * highest * random.NextSingle());
            var glazed = new Vector2(0.45f + (0.35f * random.NextSingle()), 0.5f + (0.2f * random.NextSingle()));
            facade.Block(foot, new(w, h, depth), storey, glazed, light == default ? 0 : 0.3f, random);
            if (random.NextSingle() < 0.4f)
            {
                facade.Block(foot + new Vector3(0, h, 0), new(0.55f * w, 0.16f * h, 0.6f * depth), storey, glazed, light == default ? 0 : 0.3f, random);
            }

            x += w * (1.02f + (0.25f * random.NextSingle()));
        }

        List<(Mesh, Material)> parts = [(walls.Build(), wall), (panes.Build(), Substances.DarkPane)];
        if (light != default)
        {
            parts.Add((lit.Build(), Substances.Glowing(light)));
        }

        return parts;
    }
}
