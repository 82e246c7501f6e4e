using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A coin lying flat: raised rim, milled edge, a star in a ring of beads on both sides.</summary>
internal static class Coin
{
    private const int Teeth = 72;

    /// <summary>Draws it.</summary>
    /// <param name="diameter">In metres.</param>
    /// <param name="metal">Its surface.</param>
    public static Draft Make(double diameter, Material metal)
    {
        float d = (float)diameter, r = d / 2, thick = 0.085f * d, field = 0.3f * thick, half = thick / 2;
        var builder = new MeshBuilder();
        foreach (var side in new[] { 1, -1 })
        {
            var turn = Matrix4x4.CreateRotationX(side > 0 ? 0 : MathF.PI) * Matrix4x4.CreateTranslation(0, half, 0);
            Face(builder, turn, r, half, field);
            Star(builder, turn, 0.56f * r, half - field, 0.8f * field);
            for (var k = 0; k < 36; k++)
            {
                var (sine, cosine) = MathF.SinCos(k * MathF.Tau / 36);
                Bead(builder, turn, new(0.8f * r * sine, half - field, 0.8f * r * cosine), 0.032f * r);
            }
        }

        Edge(builder, r, half);
        return new([(builder.Build(), metal)], centre => Round.Lathe([(r, 0), (r, thick)], 0.15 * thick, centre), new(d, thick, d)) { Rolling = Rolling.OnMantle };
    }

    private static void Face(MeshBuilder builder, Matrix4x4 place, float r, float half, float field)
    {
        (float Radius, float Y, Vector2 Normal)[] rings =
        [
            (0.985f * r, half - (0.03f * r), new(0.8f, 0.6f)), (0.965f * r, half, new(0.3f, 0.95f)), (0.9f * r, half, new(0, 1)),
            (0.875f * r, half - field, new(-0.5f, 0.87f)), (0.85f * r, half - field, new(0, 1)), (0, half - field, new(0, 1)),
        ];
        builder.Grid(rings.Length, (2 * Teeth) + 1, (i, j) =>
        {
            var (sine, cosine) = MathF.SinCos(j % (2 * Teeth) * MathF.PI / Teeth);
            var (radius, y, n) = rings[i];
            radius = i == 0 && j % 2 == 1 ? 1.004f * r : radius;
            return Put(builder, place, new(radius * sine, y, radius * cosine), Vector3.Normalize(new(n.X * sine, n.Y, n.X * cosine)));
        });
    }

    // Each arm is two facets that meet on a ridge.
    private static void Star(MeshBuilder builder, Matrix4x4 place, float r, float y, float rise)
    {
        for (var k = 0; k < 10; k++)
        {
            Vector3 top = new(0, y + rise, 0), a = Corner(k), b = Corner(k + 1);
            var normal = Vector3.Normalize(Vector3.Cross(a - top, b - top));
            builder.Triangle(Put(builder, place, top, normal), Put(builder, place, a, normal), Put(builder, place, b, normal));
        }

        Vector3 Corner(int k)
        {
            var (sine, cosine) = MathF.SinCos((k * MathF.PI / 5) + MathF.PI);
            var radius = k % 2 == 0 ? r : 0.42f * r;
            return new(radius * sine, y, radius * cosine);
        }
    }

    private static void Bead(MeshBuilder builder, Matrix4x4 place, Vector3 at, float r) => builder.Grid(3, 7, (i, j) =>
    {
        var (up, across) = MathF.SinCos(i * MathF.PI / 4);
        var (sine, cosine) = MathF.SinCos(j % 6 * MathF.Tau / 6);
        Vector3 n = i == 2 ? Vector3.UnitY : new(across * sine, up, across * cosine);
        return Put(builder, place, at + (n * r), n);
    });

    private static void Edge(MeshBuilder builder, float r, float half)
    {
        for (var k = 0; k < Teeth; k++)
        {
            float from = k * MathF.Tau / Teeth, to = (k + 1) % Teeth * MathF.Tau / Teeth, middle = (k + 0.5f) * MathF.Tau / Teeth;
            Facet(from, middle, 0.985f, 1.004f);
            Facet(middle, to, 1.004f, 0.985f);
        }

        void Facet(float a, float b, float inner, float outer)
        {
            Vector3 from = Around(a) * (inner * r), to = Around(b) * (outer * r), up = new(0, half - (0.03f * r), 0), lift = new(0, half, 0);
            var normal = Vector3.Normalize(Vector3.Cross(to - from, Vector3.UnitY));
            builder.Grid(2, 2, (i, j) => builder.Vertex((j == 0 ? from : to) + lift + (up * ((2 * i) - 1)), normal, new(j, i)));
        }

        Vector3 Around(float angle) => new(MathF.Sin(angle), 0, MathF.Cos(angle));
    }

    private static int Put(MeshBuilder builder, Matrix4x4 place, Vector3 at, Vector3 normal) =>
        builder.Vertex(Vector3.Transform(at, place), Vector3.TransformNormal(normal, place), new(0.5f));
}
