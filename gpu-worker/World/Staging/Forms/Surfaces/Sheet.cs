using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Thin closed things with two faces and a rim: leaves, ribbons, petals.</summary>
internal static class Sheet
{
    /// <summary>Draws one.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="rows">Points along <c>s</c>.</param>
    /// <param name="columns">Points along <c>t</c>.</param>
    /// <param name="middle">The middle surface at parameters of 0 to 1; its front is on the side of dt x ds.</param>
    /// <param name="thickness">Thickness in metres at the same parameters.</param>
    /// <param name="colour">Vertex colour at the same parameters; null for none.</param>
    public static void Draw(
        MeshBuilder builder, int rows, int columns, Func<float, float, Vector3> middle, Func<float, float, float> thickness, Func<float, float, Vector3>? colour = null)
    {
        const float near = 2e-3f;
        var points = new (Vector3 At, Vector3 Normal)[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                float s = i / (rows - 1f), t = j / (columns - 1f);
                var across = middle(s, Math.Min(t + near, 1)) - middle(s, Math.Max(t - near, 0));
                var along = middle(Math.Min(s + near, 1), t) - middle(Math.Max(s - near, 0), t);
                var normal = Vector3.Cross(across, along);

                // Where the sheet runs out into a point, its neighbour towards the middle knows which way it faces.
                if (normal.LengthSquared() < 1e-16f * MathF.Max(along.LengthSquared(), across.LengthSquared()) || normal.LengthSquared() == 0)
                {
                    var (inner, centre) = (Math.Clamp(s, 0.02f, 0.98f), 0.5f);
                    normal = Vector3.Cross(
                        middle(inner, centre + near) - middle(inner, centre - near), middle(inner + near, centre) - middle(inner - near, centre));
                }

                points[i, j] = (middle(s, t), Vector3.Normalize(normal));
            }
        }

        Face(1);
        Face(-1);
        Rim(Enumerable.Range(0, rows).Select(i => (i, columns - 1)));
        Rim(Enumerable.Range(0, rows).Select(i => (rows - 1 - i, 0)));
        Rim(Enumerable.Range(0, columns).Select(j => (0, j)));
        Rim(Enumerable.Range(0, columns).Select(j => (rows - 1, columns - 1 - j)));

        Vector3 Place(int i, int j, float side) => points[i, j].At + (points[i, j].Normal * (side * thickness(i / (rows - 1f), j / (columns - 1f)) / 2));

        int Corner(int i, int j, float side, Vector3 normal)
        {
            float s = i / (rows - 1f), t = j / (columns - 1f);
            builder.Colour = colour?.Invoke(s, t) ?? builder.Colour;
            return builder.Vertex(Place(i, j, side), normal, new(t, 1 - s));
        }

        void Face(int side) => builder.Grid(rows, columns, (i, j) =>
        {
            var column = side > 0 ? j : columns - 1 - j;
            return Corner(i, column, side, points[i, column].Normal * side);
        });

        void Rim(IEnumerable<(int I, int J)> edge)
        {
            var way = edge.ToArray();
            builder.Grid(2, way.Length, (k, m) =>
            {
                var (i, j) = way[m];
                var (before, after) = (way[Math.Max(m - 1, 0)], way[Math.Min(m + 1, way.Length - 1)]);
                var along = points[after.I, after.J].At - points[before.I, before.J].At;
                var normal = Vector3.Cross(along, points[i, j].Normal);
                normal = normal.LengthSquared() > 1e-20f ? Vector3.Normalize(normal) : points[i, j].Normal;
                return Corner(i, j, k == 0 ? -1 : 1, normal);
            });
        }
    }
}
