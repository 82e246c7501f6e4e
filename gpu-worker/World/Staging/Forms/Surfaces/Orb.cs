using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Closed bodies that a ray from their middle leaves once: fruit, stones, bulbs. Their facets are as large everywhere.</summary>
internal static class Orb
{
    /// <summary>Draws one.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="divisions">Squares along an edge of the cube that is blown up to the body: 12 squares times their square in triangles.</param>
    /// <param name="surface">The point of the surface in a unit direction from the middle.</param>
    /// <param name="colour">Vertex colour in that direction; null for none.</param>
    public static void Draw(MeshBuilder builder, int divisions, Func<Vector3, Vector3> surface, Func<Vector3, Vector3>? colour = null)
    {
        for (var face = 0; face < 6; face++)
        {
            var (right, up) = (Axis(face, 1), Axis(face, 2));
            var outwards = Vector3.Cross(right, up);
            builder.Grid(divisions + 1, divisions + 1, (i, j) =>
            {
                float x = MathF.Tan(((2f * j / divisions) - 1) * MathF.PI / 4), y = MathF.Tan(((2f * i / divisions) - 1) * MathF.PI / 4);
                var direction = Vector3.Normalize(outwards + (right * x) + (up * y));
                builder.Colour = colour?.Invoke(direction) ?? builder.Colour;
                return builder.Vertex(surface(direction), Normal(surface, direction), Map(direction));
            });
        }
    }

    /// <summary>Draws one in rings from pole to pole, so that a picture goes round it once.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="rows">Rings.</param>
    /// <param name="columns">Facets round it.</param>
    /// <param name="surface">The point of the surface in a unit direction from the middle.</param>
    public static void Wrapped(MeshBuilder builder, int rows, int columns, Func<Vector3, Vector3> surface) =>
        builder.Grid(rows + 1, columns + 1, (i, j) =>
        {
            var (across, up) = MathF.SinCos(MathF.PI * (rows - i) / rows);
            var (sine, cosine) = MathF.SinCos(((j % columns / (float)columns) - 0.5f) * MathF.Tau);
            Vector3 direction = i == 0 ? -Vector3.UnitY : i == rows ? Vector3.UnitY : new(across * sine, up, across * cosine);
            return builder.Vertex(surface(direction), Normal(surface, direction), new(j / (float)columns, 1 - (i / (float)rows)));
        });

    private static Vector3 Normal(Func<Vector3, Vector3> surface, Vector3 direction)
    {
        const float near = 4e-3f;
        var u = Vector3.Normalize(Math.Abs(direction.Y) < 0.7f ? Vector3.Cross(Vector3.UnitY, direction) : Vector3.Cross(Vector3.UnitX, direction));
        var v = Vector3.Cross(direction, u);
        Vector3 At(Vector3 by) => surface(Vector3.Normalize(direction + (by * near)));
        return Vector3.Normalize(Vector3.Cross(At(u) - At(-u), At(v) - At(-v)));
    }

    private static Vector2 Map(Vector3 direction) =>
        new((MathF.Atan2(direction.X, direction.Z) / MathF.Tau) + 0.5f, MathF.Acos(Math.Clamp(direction.Y, -1, 1)) / MathF.PI);

    private static Vector3 Axis(int face, int which)
    {
        var sign = face < 3 ? 1 : -1;
        Span<float> axis = [0, 0, 0];
        axis[(face + which) % 3] = which == 1 ? sign : 1;
        return new(axis);
    }
}
