using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A bound book, closed, standing, its spine on the left.</summary>
internal static class Book
{
    /// <summary>Draws it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="cloth">Surface of spine and back, and of the front when <paramref name="front"/> is null.</param>
    /// <param name="front">Surface of the front cover with its picture.</param>
    /// <param name="foil">Surface of the lines stamped on a front without a picture.</param>
    public static Draft Make(double height, Material cloth, Material? front, Material foil)
    {
        float h = (float)height, w = front?.Picture is { } picture ? h * Math.Clamp((float)picture.Width / picture.Height, 0.5f, 1.3f) : 0.68f * h;
        float thick = 0.15f * h, board = 0.016f * h, over = 0.018f * h, half = thick / 2;
        var (cover, face, pages, lines) = (new MeshBuilder(), new MeshBuilder(), new MeshBuilder(), new MeshBuilder());
        Beam.Draw(cover, new(0, h / 2, -half + (board / 2)), new(w, h, board), 0.3f * board, steps: 2);
        if (front is null)
        {
            Beam.Draw(cover, new(0, h / 2, half - (board / 2)), new(w, h, board), 0.3f * board, steps: 2);
            Stamp(lines, w, h, half + (0.0008f * h));
        }
        else
        {
            foreach (var (right, up) in new[] { (Vector3.UnitX, Vector3.UnitY), (-Vector3.UnitX, Vector3.UnitY), (-Vector3.UnitZ, Vector3.UnitY), (Vector3.UnitZ, Vector3.UnitY), (Vector3.UnitX, -Vector3.UnitZ), (Vector3.UnitX, Vector3.UnitZ) })
            {
                var isFront = Vector3.Cross(right, up).Z > 0.5f;
                Beam.Face(isFront ? face : cover, Matrix4x4.CreateTranslation(0, h / 2, half - (board / 2)), new(w, h, board), 0.3f * board, right, up, 2,
                    isFront ? at => new(at.X, 1 - at.Y) : null);
            }
        }

        // The spine is a shallow arch; a groove sets it off from the boards.
        Spine(cover, new(-(w / 2) + (0.6f * board), 0, 0), h, half, 0.28f * thick);
        Beam.Draw(pages, new(0.5f * (board - over), h / 2, 0), new(w - over - board, h - (2 * over), thick - (2 * board) + (0.002f * h)), 0.004f * h, steps: 2);
        List<(Mesh, Material)> parts = [(cover.Build(), cloth), (pages.Build(), Paper)];
        parts.Add(front is null ? (lines.Build(), foil) : (face.Build(), front));
        return new(parts, _ => Hull.Block(new(w + (0.28 * thick), h, thick), 0.004 * h), new(w + (0.28f * thick), h, thick)) { HasFace = front is not null, BestYaw = -0.5 };
    }

    private static void Spine(MeshBuilder builder, Vector3 at, float h, float half, float bulge)
    {
        List<Vector3> path = [.. Enumerable.Range(0, 13).Select(i => Arch((i / 6f) - 1))];
        Vector3 Arch(float z) => at + new Vector3(-bulge * (1 - (z * z)), 0, z * 0.985f * half);
        Sheet.Draw(builder, 3, path.Count, (s, t) =>
        {
            var place = Arch((2 * t) - 1);
            return place with { Y = s * h };
        }, (_, _) => 0.016f * h);
    }

    private static void Stamp(MeshBuilder lines, float w, float h, float z)
    {
        foreach (var (inset, line) in new[] { (0.07f, 0.006f), (0.09f, 0.0025f) })
        {
            float x = (w / 2) - (inset * h), y = (h / 2) - (inset * h), t = line * h;
            foreach (var side in new[] { -1, 1 })
            {
                Beam.Draw(lines, new(0, (h / 2) + (side * y), z), new((2 * x) + t, t, 0.002f * h), 0.0006f * h);
                Beam.Draw(lines, new(side * x, h / 2, z), new(t, 2 * y, 0.002f * h), 0.0006f * h);
            }
        }

        foreach (var (y, width) in new[] { (0.7f, 0.32f), (0.655f, 0.24f), (0.28f, 0.16f) })
        {
            Beam.Draw(lines, new(0, y * h, z), new(width * h, y > 0.6f ? 0.02f * h : 0.01f * h, 0.002f * h), 0.0006f * h);
        }
    }

    // Edges of many leaves, as fine lines.
    private static Material Paper { get; } = new() { Colour = new(0.8f, 0.75f, 0.64f), Picture = Leaves(), Roughness = 0.85f };

    private static Texture Leaves()
    {
        const int size = 128;
        var rgba = new byte[size * size * 4];
        for (var i = 0; i < size * size; i++)
        {
            var shade = 0.92f + (0.1f * MathF.Sin(i % size * 2.1f) * MathF.Sin(i % size * 0.77f)) - (i % size % 16 == 0 ? 0.12f : 0);
            (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2], rgba[(4 * i) + 3]) = (Colours.Byte(0.8f * shade), Colours.Byte(0.75f * shade), Colours.Byte(0.63f * shade), 255);
        }

        return new(size, size, rgba);
    }
}
