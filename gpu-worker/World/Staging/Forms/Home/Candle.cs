using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A pillar candle that burns.</summary>
internal static class Candle
{
    /// <summary>Draws it.</summary>
    /// <param name="height">With the flame, in metres.</param>
    /// <param name="wax">Its surface and colour.</param>
    /// <param name="random">Chance, for the rim.</param>
    public static Draft Make(double height, Material wax, Random random)
    {
        float h = (float)height, body = 0.76f * h, r = 0.23f * h, pool = body - (0.035f * h);
        var (rim, side) = (new Bumps(random, 1.2f, 2), new Bumps(random, 0.5f, 2));
        List<Level> outline = Loft.Rounded(
            [new(0, 0.006f * h), new(0.9f * r, 0.006f * h), new(0.94f * r, 0), new(r, 0.02f * h), new(r, 0.3f * body), new(r, 0.6f * body), new(r, body), new(0.9f * r, body), new(0.8f * r, pool), new(0, pool - (0.004f * h))],
            0.04f * h);
        var pillar = new MeshBuilder();
        const int around = 56;
        Vector3 At(int i, int j)
        {
            var (sine, cosine) = MathF.SinCos(j % around * MathF.Tau / around);
            var level = outline[Math.Clamp(i, 0, outline.Count - 1)];
            var melted = Math.Clamp((level.Y - (0.86f * body)) / (0.14f * body), 0, 1);
            var radius = level.Radius * (1 + (0.012f * side.At(new(sine, level.Y / h, cosine)) * Math.Min(1, 4 * level.Y / h)));
            return new(radius * sine, level.Y + (0.02f * h * melted * rim.At(new(sine, 0, cosine)) * Math.Clamp(((level.Radius / r) - 0.8f) * 6, 0, 1)), radius * cosine);
        }

        pillar.Grid(outline.Count, around + 1, (i, j) =>
        {
            var normal = Vector3.Cross(At(i, j + 1) - At(i, j + around - 1), At(i + 1, j) - At(i - 1, j));
            var up = i < outline.Count / 2 ? -Vector3.UnitY : Vector3.UnitY;
            pillar.Colour = new Vector3(0.86f, 0.82f, 0.78f) + (new Vector3(0.14f, 0.18f, 0.22f) * Math.Clamp(outline[i].Y / body, 0, 1));
            return pillar.Vertex(At(i, j), outline[i].Radius > 1e-6f && normal.LengthSquared() > 0 ? Vector3.Normalize(normal) : up, new(j / (float)around, 1 - (outline[i].Y / h)));
        });
        var wick = new MeshBuilder();
        Tube.Draw(wick, [new(0, pool - (0.01f * h), 0), new(0.001f * h, pool + (0.03f * h), 0), new(0.008f * h, pool + (0.062f * h), 0)], _ => 0.0075f * h, 8);
        var (flame, core) = (new MeshBuilder(), new MeshBuilder());
        Drop(flame, pool + (0.03f * h), h - (0.004f * h), 0.044f * h);
        Drop(core, pool + (0.036f * h), h - (0.075f * h), 0.03f * h);
        var soft = wax with { Translucency = 0.5f, Roughness = 0.5f, Metallic = 0, Transmission = 0, ClearCoat = 0.2f, ClearCoatRoughness = 0.3f };
        return new(
            [(pillar.Build(), soft), (wick.Build(), Substances.Black), (flame.Build(), Veil), (core.Build(), Heart)],
            centre => Round.Lathe([(r, 0), (r, body)], 0.02 * h, centre), new(2 * r, h, 2 * r));
    }

    // A flame is a veil of glowing gas round a brighter heart: most of what is behind shows through.
    private static Material Veil { get; } = new() { Colour = new(1, 0.75f, 0.4f), Emission = new(1.5f, 0.62f, 0.1f), Transmission = 0.5f, ThinWalled = true, RefractiveIndex = 1.01f, Roughness = 1 };

    private static Material Heart { get; } = new() { Colour = new(1, 0.9f, 0.6f), Emission = new(3.4f, 2.5f, 1.2f), Roughness = 1 };

    private static void Drop(MeshBuilder builder, float low, float high, float radius) =>
        Orb.Wrapped(builder, 20, 24, d =>
        {
            var t = (d.Y + 1) / 2;
            var across = MathF.Sqrt((d.X * d.X) + (d.Z * d.Z));
            var wide = radius * across * MathF.Pow(1 - t, 0.42f) * (1 + (0.75f * (1 - t) * t));
            var lean = 0.08f * radius * t * t;
            return new((across > 0 ? wide * d.X / across : 0) + lean, float.Lerp(low, high, t), across > 0 ? wide * d.Z / across : 0);
        });
}
