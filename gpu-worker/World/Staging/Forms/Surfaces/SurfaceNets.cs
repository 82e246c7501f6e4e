using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>
/// The surface of a field as a closed mesh: one vertex per cell that the surface crosses (Gibson, "Constrained Elastic Surface Nets",
/// 1998), drawn onto the surface, with the field's gradient as its normal.
/// </summary>
internal static class SurfaceNets
{
    private const int Block = 4;

    /// <summary>Draws it.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="field">The body; it must lie within the bounds.</param>
    /// <param name="low">Lower corner of the bounds.</param>
    /// <param name="high">Upper corner.</param>
    /// <param name="cell">Edge length of a cell in metres: what is finer is lost.</param>
    /// <param name="colour">Vertex colour at a point; null for none.</param>
    /// <param name="place">Where a point and its normal go; null leaves them.</param>
    public static void Draw(
        MeshBuilder builder, Field field, Vector3 low, Vector3 high, float cell, Func<Vector3, Vector3>? colour = null, Matrix4x4? place = null)
    {
        var origin = low - new Vector3(cell * 1.37f);
        var size = (high - low) / cell;
        int nx = Blocks(size.X), ny = Blocks(size.Y), nz = Blocks(size.Z);
        var values = Sample(field, origin, cell, nx, ny, nz);
        var vertices = new int[values.Length];
        Array.Fill(vertices, -1);
        int dx = 1, dy = nx, dz = nx * ny;
        for (var z = 1; z + 1 < nz; z++)
        {
            for (var y = 1; y + 1 < ny; y++)
            {
                for (var x = 1; x + 1 < nx; x++)
                {
                    var at = x + (dy * y) + (dz * z);
                    var inside = values[at] < 0;
                    if (inside != values[at + dx] < 0)
                    {
                        Quad(Cell(x, y - 1, z - 1), Cell(x, y, z - 1), Cell(x, y, z), Cell(x, y - 1, z), inside);
                    }

                    if (inside != values[at + dy] < 0)
                    {
                        Quad(Cell(x - 1, y, z - 1), Cell(x - 1, y, z), Cell(x, y, z), Cell(x, y, z - 1), inside);
                    }

                    if (inside != values[at + dz] < 0)
                    {
                        Quad(Cell(x - 1, y - 1, z), Cell(x, y - 1, z), Cell(x, y, z), Cell(x - 1, y, z), inside);
                    }
                }
            }
        }

        void Quad(int a, int b, int c, int d, bool inside)
        {
            builder.Triangle(a, inside ? b : c, inside ? c : b);
            builder.Triangle(a, inside ? c : d, inside ? d : c);
        }

        int Cell(int x, int y, int z)
        {
            ref var vertex = ref vertices[x + (dy * y) + (dz * z)];
            if (vertex < 0)
            {
                var middle = new Vector3(x + 0.5f, y + 0.5f, z + 0.5f);
                var point = origin + (cell * Crossing(values, x, y, z, nx, ny));
                for (var step = 0; step < 2; step++)
                {
                    var slope = Gradient(field, point, cell);
                    point -= slope * (field(point) / Math.Max(slope.LengthSquared(), 0.1f));
                    point = Vector3.Clamp(point, origin + (cell * (middle - new Vector3(0.55f))), origin + (cell * (middle + new Vector3(0.55f))));
                }

                builder.Colour = colour?.Invoke(point) ?? builder.Colour;
                var normal = Gradient(field, point, cell);
                normal = normal.LengthSquared() > 1e-12f ? Vector3.Normalize(normal) : Vector3.UnitY;
                var matrix = place ?? Matrix4x4.Identity;
                vertex = builder.Vertex(Vector3.Transform(point, matrix), Vector3.TransformNormal(normal, matrix), new(0.5f));
            }

            return vertex;
        }
    }

    private static int Blocks(float cells) => (((int)MathF.Ceiling(cells) + 4) / Block * Block) + Block;

    // A block whose middle is far from the surface needs no more than its middle.
    private static float[] Sample(Field field, Vector3 origin, float cell, int nx, int ny, int nz)
    {
        var values = new float[nx * ny * nz];
        for (var z = 0; z < nz; z += Block)
        {
            for (var y = 0; y < ny; y += Block)
            {
                for (var x = 0; x < nx; x += Block)
                {
                    var middle = field(origin + (cell * new Vector3(x + 1.5f, y + 1.5f, z + 1.5f)));
                    var far = Math.Abs(middle) > cell * Block * 1.4f;
                    for (var i = 0; i < Block * Block * Block; i++)
                    {
                        int px = x + (i % Block), py = y + (i / Block % Block), pz = z + (i / Block / Block);
                        values[px + (nx * (py + (ny * pz)))] = far ? middle : field(origin + (cell * new Vector3(px, py, pz)));
                    }
                }
            }
        }

        return values;
    }

    private static Vector3 Crossing(float[] values, int x, int y, int z, int nx, int ny)
    {
        var sum = Vector3.Zero;
        var count = 0;
        for (var axis = 0; axis < 3; axis++)
        {
            for (var k = 0; k < 4; k++)
            {
                var (u, v) = (k & 1, k >> 1);
                var from = axis == 0 ? new Vector3(0, u, v) : axis == 1 ? new(u, 0, v) : new(u, v, 0);
                var to = from + (axis == 0 ? Vector3.UnitX : axis == 1 ? Vector3.UnitY : Vector3.UnitZ);
                float a = At(from), b = At(to);
                if (a < 0 != b < 0)
                {
                    sum += Vector3.Lerp(from, to, a / (a - b));
                    count++;
                }
            }
        }

        return new Vector3(x, y, z) + (count > 0 ? sum / count : new(0.5f));

        float At(Vector3 corner) => values[x + (int)corner.X + (nx * (y + (int)corner.Y + (ny * (z + (int)corner.Z))))];
    }

    private static Vector3 Gradient(Field field, Vector3 point, float cell)
    {
        // Differences along the corners of a tetrahedron take four values instead of six.
        var near = 0.1f * cell;
        Vector3 a = new(1, -1, -1), b = new(-1, -1, 1), c = new(-1, 1, -1), d = Vector3.One;
        return ((a * field(point + (near * a))) + (b * field(point + (near * b))) + (c * field(point + (near * c))) + (d * field(point + (near * d)))) / (4 * near);
    }
}
