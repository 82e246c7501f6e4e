using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A car's wheel: tyre, rim with ten spokes, brake disc; it turns about x and shows its face to +x.</summary>
internal static class Wheel
{
    /// <summary>Draws it about its middle.</summary>
    /// <param name="radius">In metres.</param>
    /// <param name="width">Of the tyre in metres.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float radius, float width)
    {
        float r = radius, half = width / 2, rim = 0.68f * r;
        var (tyre, metal, disc) = (new MeshBuilder(), new MeshBuilder(), new MeshBuilder());
        Spin(tyre, [new(0.7f * r, 0.78f * half), new(0.74f * r, 0.93f * half), new(0.85f * r, half), new(0.95f * r, 0.93f * half), new(r, 0.64f * half), new(r, -0.64f * half), new(0.95f * r, -0.93f * half), new(0.85f * r, -half), new(0.7f * r, -0.78f * half), new(0.64f * r, 0), new(0.7f * r, 0.78f * half)], 30);
        Spin(metal, [new(0.62f * r, 0.6f * half), new(0.635f * r, 0.8f * half), new(0.7f * r, 0.86f * half), new(0.715f * r, 0.78f * half), new(0.66f * r, -0.7f * half), new(0.64f * r, -0.7f * half), new(0.62f * r, 0.6f * half)], 30);
        Spin(metal, [new(0, 0.62f * half), new(0.13f * r, 0.6f * half), new(0.15f * r, 0.5f * half), new(0.15f * r, 0.2f * half), new(0, 0.2f * half)], 16);
        for (var k = 0; k < 10; k++)
        {
            // Spokes in pairs, from the hub out to the rim.
            var angle = ((k / 2) * MathF.Tau / 5) + (k % 2 == 0 ? -0.13f : 0.13f);
            var inner = (k / 2 * MathF.Tau / 5) + (k % 2 == 0 ? -0.3f : 0.3f);
            Vector3 At(float at, float radial, float x) => new(x, radial * MathF.Cos(at), radial * MathF.Sin(at));
            Beam.Between(metal, At(inner, 0.12f * r, 0.44f * half), At(angle, 0.665f * r, 0.66f * half), new(0.11f * r, 0.055f * r), 0.02f * r, Vector3.Cross(Vector3.UnitX, At(angle, 1, 0)));
        }

        Spin(disc, [new(0, 0.06f * half), new(0.48f * r, 0.06f * half), new(0.48f * r, -0.08f * half), new(0, -0.08f * half)], 20);
        return [(tyre.Build(), Substances.Rubber), (metal.Build(), Alloy), (disc.Build(), Substances.Steel)];
    }

    private static Material Alloy { get; } = new() { Colour = new(0.55f, 0.56f, 0.58f), Metallic = 1, Roughness = 0.28f };

    // Turns an outline of radius and place along the axis; facets are smooth round the axle and along gentle bends.
    private static void Spin(MeshBuilder builder, Vector2[] outline, int around)
    {
        for (var i = 0; i + 1 < outline.Length; i++)
        {
            Vector2 a = outline[i], b = outline[i + 1];
            var normal = Outwards(a, b);
            Vector2 before = Joint(i - 1, normal), after = Joint(i + 1, normal);
            builder.Grid(2, around + 1, (k, j) =>
            {
                var (at, n) = k == 0 ? (a, before) : (b, after);
                var (sine, cosine) = MathF.SinCos((around - j) % around * MathF.Tau / around);
                return builder.Vertex(new(at.Y, at.X * cosine, at.X * sine), Vector3.Normalize(new(n.Y, n.X * cosine, n.X * sine)), new(0.5f));
            });
        }

        Vector2 Joint(int other, Vector2 own)
        {
            var closed = outline[0] == outline[^1];
            var count = outline.Length - 1;
            if (!closed && (other < 0 || other >= count))
            {
                return own;
            }

            var k = (other + count) % count;
            var next = Outwards(outline[k], outline[k + 1]);
            return Vector2.Dot(next, own) > 0.6f ? Vector2.Normalize(next + own) : own;
        }
    }

    private static Vector2 Outwards(Vector2 a, Vector2 b) => Vector2.Normalize(new((a - b).Y, (b - a).X));
}
