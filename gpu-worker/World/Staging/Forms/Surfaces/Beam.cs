using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Blocks with softened edges, placed and turned at will: legs, boards, frames.</summary>
internal static class Beam
{
    private static readonly (Vector3 Right, Vector3 Up)[] _faces =
    [
        (Vector3.UnitX, Vector3.UnitY), (-Vector3.UnitX, Vector3.UnitY), (-Vector3.UnitZ, Vector3.UnitY),
        (Vector3.UnitZ, Vector3.UnitY), (Vector3.UnitX, -Vector3.UnitZ), (Vector3.UnitX, Vector3.UnitZ),
    ];

    /// <summary>Draws a whole block.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="size">Outer edge lengths in metres.</param>
    /// <param name="rounding">Radius of the edges, at most half of the shortest.</param>
    /// <param name="turn">From the block's space; null for upright.</param>
    /// <param name="steps">Facets of a quarter of an edge's rounding.</param>
    public static void Draw(MeshBuilder builder, Vector3 centre, Vector3 size, float rounding, Quaternion? turn = null, int steps = 1)
    {
        var place = Matrix4x4.CreateFromQuaternion(turn ?? Quaternion.Identity) * Matrix4x4.CreateTranslation(centre);
        foreach (var (right, up) in _faces)
        {
            Face(builder, place, size, rounding, right, up, steps);
        }
    }

    /// <summary>Draws a block from one point to another, its width seen along <paramref name="side"/>.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="from">Middle of its lower end.</param>
    /// <param name="to">Middle of its upper end.</param>
    /// <param name="section">Width towards <paramref name="side"/> and depth across it.</param>
    /// <param name="rounding">Radius of the edges.</param>
    /// <param name="side">Direction of its width, not along the block.</param>
    public static void Between(MeshBuilder builder, Vector3 from, Vector3 to, Vector2 section, float rounding, Vector3 side)
    {
        var up = Vector3.Normalize(to - from);
        var front = Vector3.Normalize(Vector3.Cross(side, up));
        var right = Vector3.Cross(up, front);
        var axes = new Matrix4x4(right.X, right.Y, right.Z, 0, up.X, up.Y, up.Z, 0, front.X, front.Y, front.Z, 0, 0, 0, 0, 1);
        Draw(builder, (from + to) / 2, new(section.X, (to - from).Length(), section.Y), rounding, Quaternion.CreateFromRotationMatrix(axes));
    }

    /// <summary>Draws one face and its half of the rounding along its edges.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="place">From the block's space.</param>
    /// <param name="size">Of the whole block.</param>
    /// <param name="rounding">Radius of the edges.</param>
    /// <param name="right">Axis that runs to the right on the face.</param>
    /// <param name="up">Axis that runs up on the face.</param>
    /// <param name="steps">Facets of a quarter of an edge's rounding.</param>
    /// <param name="coordinate">Place in the picture for fractions of the face from its bottom left; null lays grain along its longer side.</param>
    public static void Face(
        MeshBuilder builder, Matrix4x4 place, Vector3 size, float rounding, Vector3 right, Vector3 up, int steps, Func<Vector2, Vector2>? coordinate = null)
    {
        var outwards = Vector3.Cross(right, up);
        var half = size / 2;
        var core = Vector3.Max(half - new Vector3(rounding), Vector3.Zero);
        float across = Math.Abs(Vector3.Dot(half, right)), along = Math.Abs(Vector3.Dot(half, up));
        coordinate ??= across > along ? f => new(f.Y * along / across, f.X) : f => new(f.X * across / along, f.Y);
        float[] columns = Steps(across, rounding, steps), rows = Steps(along, rounding, steps);
        builder.Grid(rows.Length, columns.Length, (i, j) =>
        {
            var sharp = (right * columns[j]) + (up * rows[i]) + (outwards * half);
            var inner = Vector3.Clamp(sharp, -core, core);
            var normal = Vector3.Normalize(sharp - inner);
            return builder.Vertex(
                Vector3.Transform(inner + (normal * rounding), place),
                Vector3.TransformNormal(normal, place),
                coordinate(new((columns[j] / across / 2) + 0.5f, (rows[i] / along / 2) + 0.5f)));
        });
    }

    private static float[] Steps(float half, float rounding, int steps) =>
    [
        .. Enumerable.Range(0, steps + 1).Select(k => -half + (rounding * MathF.Tan(k * MathF.PI / 4 / steps))),
        .. Enumerable.Range(0, steps + 1).Select(k => half - (rounding * MathF.Tan((steps - k) * MathF.PI / 4 / steps))),
    ];
}
