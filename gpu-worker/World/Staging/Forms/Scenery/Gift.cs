using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A wrapped box with a lid, a ribbon both ways round it and a bow.</summary>
internal static class Gift
{
    /// <summary>Draws it; the bow rises above the given height.</summary>
    /// <param name="size">Of the box in metres.</param>
    /// <param name="paper">Surface of the box.</param>
    /// <param name="ribbon">Surface of the ribbon.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(Vector3 size, Material paper, Material ribbon)
    {
        float least = Math.Min(size.X, Math.Min(size.Y, size.Z)), wide = 0.15f * least, thin = 0.008f * least, lid = 0.22f * size.Y;
        var over = new Vector3(0.05f * least, 0, 0.05f * least);
        var (box, band) = (new MeshBuilder(), new MeshBuilder());
        Beam.Draw(box, new(0, (size.Y - (0.5f * lid)) / 2, 0), (size - over) with { Y = size.Y - (0.5f * lid) }, 0.012f * least, steps: 3);
        Beam.Draw(box, new(0, size.Y - (lid / 2), 0), size with { Y = lid }, 0.012f * least, steps: 3);
        Vector3 around = new(2 * thin);
        foreach (var (part, height, middle) in new[] { (size - over, size.Y - lid, (size.Y - lid) / 2), (size, lid, size.Y - (lid / 2)) })
        {
            Beam.Draw(band, new(0, middle, 0), new(wide, height + (2 * thin), part.Z + around.Z), 2 * thin, steps: 2);
            Beam.Draw(band, new(0, middle, 0), new(part.X + around.X, height + (2 * thin), wide), 2 * thin, steps: 2);
        }

        Bow(band, new(0, size.Y + thin, 0), 0.34f * least, wide, thin);
        return [(box.Build(), paper), (band.Build(), ribbon)];
    }

    /// <summary>Draws a bow of four loops and two tails.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="at">Where its knot rests.</param>
    /// <param name="reach">Length of a loop.</param>
    /// <param name="wide">Width of the ribbon.</param>
    /// <param name="thin">Thickness of the ribbon.</param>
    public static void Bow(MeshBuilder builder, Vector3 at, float reach, float wide, float thin)
    {
        for (var k = 0; k < 4; k++)
        {
            var (sine, cosine) = MathF.SinCos((k * MathF.PI / 2) + (k % 2 == 0 ? 0.35f : 0.5f));
            Vector3 along = new(cosine, 0, sine), across = new(-sine, 0, cosine);
            var size = k % 2 == 0 ? 1 : 0.8f;
            Vector3 Loop(float s)
            {
                var (up, outer) = MathF.SinCos((s * MathF.Tau) - MathF.PI);
                return at + (along * (reach * size * (0.5f + (0.5f * outer)))) + (Vector3.UnitY * (reach * size * ((0.42f * up * (0.4f + (0.3f * outer))) + 0.16f + (0.14f * outer))));
            }

            Sheet.Draw(builder, 29, 5, (s, t) =>
            {
                var pinch = 0.35f + (0.65f * MathF.Pow(Math.Max(MathF.Sin(s * MathF.PI), 0), 0.6f));
                return Loop(s) + (across * ((t - 0.5f) * wide * pinch));
            }, (_, _) => thin);
        }

        foreach (var side in new[] { -1, 1 })
        {
            var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitY, side * 0.9f);
            Sheet.Draw(builder, 17, 5, (s, t) =>
            {
                var far = reach * (0.1f + (1.1f * s));
                var notch = s > 0.9f ? (s - 0.9f) * 3 * Math.Abs(t - 0.5f) * reach : 0;
                var up = (0.16f * reach * MathF.Sin(s * 7) * (1 - s)) + (thin * 3);
                return at + Vector3.Transform(new(far + notch, up, (t - 0.5f) * wide * 0.9f), turn);
            }, (_, _) => thin);
        }

        Orb.Draw(builder, 8, d => at + new Vector3(d.X * 0.62f * wide, (d.Y * 0.4f * wide) + (0.3f * wide), d.Z * 0.55f * wide));
    }
}
