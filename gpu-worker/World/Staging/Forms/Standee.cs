using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>
/// The picture's own outline, cut from board a few millimetres thick, with a weighted foot behind so that it stands. Its back shows the
/// picture again where the outline is the same from behind, and is plain otherwise.
/// </summary>
internal static class Standee
{
    /// <summary>Draws it.</summary>
    /// <param name="picture">The picture: its outline, or its rectangle when it has none.</param>
    /// <param name="height">In metres.</param>
    /// <param name="material">Surface of both faces.</param>
    /// <param name="density">Of the board, kg/m3.</param>
    public static Draft Make(ProductPicture picture, double height, Material material, double density)
    {
        float h = (float)height, w = (float)(height * picture.Aspect), half = Math.Clamp(0.012f * h, 0.0015f, 0.006f);
        var traced = picture.Outlined ? Contour.Of(picture.Texture) : [];
        List<Vector2[]> outlines = traced.Count > 0 ? traced : [[new(0, 0), new(0, 1), new(1, 1), new(1, 0)]];
        MeshBuilder front = new(), back = new();
        var turned = IsSymmetric(picture);
        var edge = new MeshBuilder();
        foreach (var outline in outlines)
        {
            var ring = outline.Select(p => new Vector2((p.X - 0.5f) * w, (1 - p.Y) * h)).ToArray();
            Face(front, ring, outline, half);
            Face(back, ring, [.. outline.Select(p => turned ? new(1 - p.X, p.Y) : p)], -half);
            Edge(edge, ring, outline, half);
        }

        var face = material with { Picture = picture.Texture, Cover = picture.Outlined ? Cover.CutOut : Cover.Printed };
        Vector3d size = new(w, h, Math.Max(4 * half, 0.3f * Math.Min(w, h)));
        var weight = density * w * h * half * 2 * picture.Coverage;
        var mass = MassProperties.Block(size, 1);
        return new(
            [(front.Build(), face), (back.Build(), turned ? face : material), (edge.Build(), material with { Picture = picture.Texture })],
            centre => new Hull(Corners(w, h, half, size.Z).Select(p => p - centre)) { Margin = 0.0008 },
            new(w, h, (float)size.Z))
        {
            HasFace = true,
            Mass = mass with { Mass = weight, Inertia = mass.Inertia * (weight / mass.Mass), Centre = new(0, 0.3 * h, 0) },
        };
    }

    // Whether the back can show the picture too, the right way round, within the same outline.
    private static bool IsSymmetric(ProductPicture picture)
    {
        var texture = picture.Texture;
        int unlike = 0, all = 0;
        for (var i = 0; i < texture.Width * texture.Height; i += 3)
        {
            int x = i % texture.Width, mirrored = i + texture.Width - 1 - (2 * x);
            unlike += texture.Rgba[(4 * i) + 3] >= 128 != texture.Rgba[(4 * mirrored) + 3] >= 128 ? 1 : 0;
            all++;
        }

        return !picture.Outlined || unlike < 0.02 * all;
    }

    private static void Face(MeshBuilder builder, Vector2[] ring, Vector2[] coordinates, float z)
    {
        var side = Math.Sign(z);
        var index = ring.Select((p, i) => builder.Vertex(
            new(p, z), new(0, 0, side), new(Math.Clamp(coordinates[i].X, 0, 1), Math.Clamp(coordinates[i].Y, 0, 1)))).ToArray();
        foreach (var (a, b, c) in Ears.Clip(ring))
        {
            builder.Triangle(index[side > 0 ? a : c], index[b], index[side > 0 ? c : a]);
        }
    }

    private static void Edge(MeshBuilder builder, Vector2[] ring, Vector2[] coordinates, float half)
    {
        var middle = coordinates.Aggregate(Vector2.Zero, (sum, p) => sum + p) / coordinates.Length;
        for (var i = 0; i < ring.Length; i++)
        {
            var j = (i + 1) % ring.Length;
            var along = ring[j] - ring[i];
            if (along.LengthSquared() == 0)
            {
                continue;
            }

            var normal = Vector3.Normalize(new(along.Y, -along.X, 0));
            int Corner(int k, float z) => builder.Vertex(new(ring[k], z), normal, Vector2.Clamp(Vector2.Lerp(coordinates[k], middle, 0.03f), Vector2.Zero, Vector2.One));
            int a = Corner(i, half), b = Corner(i, -half), c = Corner(j, -half), d = Corner(j, half);
            builder.Triangle(a, b, c);
            builder.Triangle(a, c, d);
        }
    }

    private static IEnumerable<Vector3d> Corners(double w, double h, double half, double depth)
    {
        const double skin = 0.0008;
        foreach (var x in new[] { -0.45 * w, 0.45 * w })
        {
            foreach (var z in new[] { -1, 1 })
            {
                yield return new(x, skin, z * ((depth / 2) - skin));
                yield return new(x, 0.12 * h, z * (half - skin));
                yield return new(x, h - skin, z * (half - skin));
            }
        }
    }
}
