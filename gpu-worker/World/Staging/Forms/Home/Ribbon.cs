using System.Numerics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A ribbon curled as if drawn over a blade: a standing coil that opens downwards.</summary>
internal static class Ribbon
{
    /// <summary>Draws it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="material">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static Draft Make(double height, Material material, Random random)
    {
        float h = (float)height, wide = 0.2f * h, turns = 2.6f + (0.5f * random.NextSingle()), start = random.NextSingle() * MathF.Tau;
        var builder = new MeshBuilder();
        Sheet.Draw(builder, 129, 5, (s, t) =>
        {
            var (sine, cosine) = MathF.SinCos(start + (s * turns * MathF.Tau));
            var radius = h * (0.34f - (0.2f * s) + (0.05f * MathF.Sin(s * 5)));

            // The lowest turn lies flat on the ground; the band leans outwards as it climbs.
            var up = (h - wide) * MathF.Pow(Math.Max(s - 0.12f, 0) / 0.88f, 1.15f);
            var lean = 0.16f * (t - 0.5f) * wide;
            return new((radius + lean) * cosine, up + (t * wide), (radius + lean) * -sine);
        }, (_, _) => 0.01f * h);
        var draft = Enclosure.Of([(builder.Build(), material)]);
        var area = wide * turns * MathF.Tau * 0.24f * h;
        var block = MassProperties.Block(Vector3d.From(draft.Size), 1);
        var grams = Math.Max(0.25 * area, 1e-5);
        return draft with
        {
            Shape = centre => Round.Lathe([(0.34 * h, 0), (0.16 * h, h)], 0.004 * h, centre),
            Mass = block with { Mass = grams, Inertia = block.Inertia * (grams / block.Mass), Centre = new(0, 0.38 * h, 0) },
            Air = new(new Vector3d(0.6, 0.8, 0), 0.2 * area, wide),
        };
    }
}
