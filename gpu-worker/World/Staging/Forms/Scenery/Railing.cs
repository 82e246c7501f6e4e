using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A balcony rail.</summary>
internal static class Railing
{
    /// <summary>Draws it along x.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="height">Of the hand rail in metres.</param>
    /// <param name="glass">Whether panes fill it; thin bars when not.</param>
    /// <param name="metal">Surface of posts and bars.</param>
    /// <param name="rail">Surface of the hand rail.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float height, bool glass, Material metal, Material rail)
    {
        var (bars, top, panes) = (new MeshBuilder(), new MeshBuilder(), new MeshBuilder());
        var fields = Math.Max(1, (int)MathF.Round(width / (1.2f * height)));
        float field = width / fields, post = 0.035f * height;
        Tube.Draw(top, [new(-width / 2, height - post, 0), new(0, height - post, 0), new(width / 2, height - post, 0)], _ => new Vector2(1.3f * post, post), Vector3.UnitZ, 20);
        for (var i = 0; i <= fields; i++)
        {
            Beam.Draw(bars, new((i * field) - (width / 2), (height - post) / 2, 0), new(post, height - post, post), 0.15f * post);
        }

        for (var i = 0; i < fields; i++)
        {
            var middle = ((i + 0.5f) * field) - (width / 2);
            if (glass)
            {
                Beam.Draw(panes, new(middle, 0.5f * height, 0), new(field - (3 * post), 0.78f * height, 0.3f * post), 0.05f * post);
                continue;
            }

            Beam.Draw(bars, new(middle, 0.09f * height, 0), new(field - post, 0.6f * post, 0.6f * post), 0.1f * post);
            var count = Math.Max(2, (int)(field / (0.11f * height)));
            for (var k = 1; k < count; k++)
            {
                var x = middle + (((k / (float)count) - 0.5f) * field);
                Tube.Draw(bars, [new(x, 0.09f * height, 0), new(x, height - post, 0)], _ => 0.22f * post, 8, 0);
            }
        }

        List<(Mesh, Material)> parts = [(bars.Build(), metal), (top.Build(), rail)];
        if (glass)
        {
            parts.Add((panes.Build(), Substances.Pane));
        }

        return parts;
    }
}
