using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>The trunk of an old tree: furrowed bark, roots that spread at its foot.</summary>
internal static class Trunk
{
    /// <summary>Draws it.</summary>
    /// <param name="radius">At breast height, in metres.</param>
    /// <param name="height">In metres; it is cut off flat there.</param>
    /// <param name="bark">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float radius, float height, Material bark, Random random)
    {
        const int around = 120, rows = 60;
        var (furrow, lean) = (new Bumps(random, 0.45f, 3), new Bumps(random, 2.5f, 1));
        float turn = random.NextSingle() * MathF.Tau, roots = 5;
        Vector3 At(float s, float t)
        {
            var y = s * height;
            var (sine, cosine) = MathF.SinCos(t * MathF.Tau);
            var ridge = furrow.At(new(1.6f * cosine, 0.22f * y / radius, 1.6f * sine));
            var foot = MathF.Exp(-y / (0.9f * radius));
            var flare = foot * (0.55f + (0.5f * MathF.Cos((roots * t * MathF.Tau) + turn)));
            var r = radius * (1.05f - (0.12f * s) + (0.13f * MathF.Abs(ridge)) + flare);
            Vector3 middle = new(0.3f * radius * lean.At(new(0, 0.6f * y / radius, 0)), 0, 0.3f * radius * lean.At(new(0, 0.6f * y / radius, 5)));
            return middle + new Vector3(r * sine, y, r * cosine);
        }

        var builder = new MeshBuilder();
        builder.Smooth(rows, around, At, (s, t) => new(Math.Clamp(t, 0, 1), Math.Clamp(1 - s, 0, 1)));
        return [(builder.Build(), bark)];
    }
}
