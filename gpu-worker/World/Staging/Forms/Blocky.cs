using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Forms with six faces and softened edges: carton, cube, slab.</summary>
internal static class Blocky
{
    private const int Corner = 5;

    /// <summary>Draws a block.</summary>
    /// <param name="size">Outer edge lengths in metres.</param>
    /// <param name="rounding">Radius of the edges.</param>
    /// <param name="face">Material of the front and the back, and of all sides when <paramref name="sides"/> is null.</param>
    /// <param name="sides">Material of the other faces.</param>
    public static Draft Make(Vector3 size, float rounding, Material face, Material? sides)
    {
        var front = new MeshBuilder();
        var others = sides is null ? front : new MeshBuilder();
        Face(front, size, rounding, Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ);
        Face(front, size, rounding, -Vector3.UnitX, Vector3.UnitY, -Vector3.UnitZ);
        Face(others, size, rounding, -Vector3.UnitZ, Vector3.UnitY, Vector3.UnitX);
        Face(others, size, rounding, Vector3.UnitZ, Vector3.UnitY, -Vector3.UnitX);
        Face(others, size, rounding, Vector3.UnitX, -Vector3.UnitZ, Vector3.UnitY);
        Face(others, size, rounding, Vector3.UnitX, Vector3.UnitZ, -Vector3.UnitY);
        var outer = Vector3d.From(size);
        return new(
            sides is null ? [(front.Build(), face)] : [(front.Build(), face), (others.Build(), sides)],
            _ => Hull.Block(outer, Math.Min(rounding, 0.3 * Math.Min(size.X, Math.Min(size.Y, size.Z)))),
            size) { HasFace = face.Picture is not null };
    }

    // One face and its half of the rounding along its edges: points of the sharp block, drawn in to the core and out again.
    private static void Face(MeshBuilder builder, Vector3 size, float rounding, Vector3 right, Vector3 up, Vector3 outwards)
    {
        var half = size / 2;
        var core = half - new Vector3(rounding);
        float across = Math.Abs(Vector3.Dot(half, right)), along = Math.Abs(Vector3.Dot(half, up));
        float[] columns = Steps(across, rounding), rows = Steps(along, rounding);
        builder.Grid(rows.Length, columns.Length, (i, j) =>
        {
            var sharp = (right * columns[j]) + (up * rows[i]) + (outwards * half);
            var inner = Vector3.Clamp(sharp, -core, core);
            var normal = Vector3.Normalize(sharp - inner);
            var position = inner + (normal * rounding) + new Vector3(0, half.Y, 0);
            return builder.Vertex(position, normal, new((columns[j] / across / 2) + 0.5f, 0.5f - (rows[i] / along / 2)));
        });
    }

    private static float[] Steps(float half, float rounding) =>
    [
        .. Enumerable.Range(0, Corner + 1).Select(k => -half + (rounding * MathF.Tan(k * MathF.PI / 4 / Corner))),
        .. Enumerable.Range(0, Corner + 1).Select(k => half - (rounding * MathF.Tan((Corner - k) * MathF.PI / 4 / Corner))),
    ];
}
