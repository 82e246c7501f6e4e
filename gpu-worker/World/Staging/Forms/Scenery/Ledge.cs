using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A rock with a flat top to stand something on.</summary>
internal static class Ledge
{
    /// <summary>Draws it: the top is at y = 0, the foot below.</summary>
    /// <param name="radius">Of the flat part in metres.</param>
    /// <param name="height">In metres.</param>
    /// <param name="stone">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float radius, float height, Material stone, Random random)
    {
        var (outline, rough, shade) = (new Bumps(random, 2.5f * radius, 4), new Bumps(random, 0.9f * radius, 5), new Bumps(random, 0.6f * radius, 4));
        var builder = new MeshBuilder();

        // From the middle outwards over the flat top, round the shoulder, and down the side, which leans out.
        Vector3 At(float s, float t)
        {
            var (x, z) = MathF.SinCos(t * MathF.Tau);
            Vector3 way = new(x, 0, z);
            var rim = radius * (1.3f + (0.5f * outline.At(way * radius)));
            if (s < 0.4f)
            {
                return way * (rim * s / 0.4f);
            }

            var down = (s - 0.4f) / 0.6f;
            var (drop, lean) = (height * MathF.Pow(down, 1.6f), radius * ((0.5f * MathF.Sqrt(down)) + (0.25f * down)));
            var at = (way * (rim + lean)) - (Vector3.UnitY * drop);
            return at + (way * (Math.Min(0.12f * radius, 0.3f * height) * Math.Min(1, 4 * down) * rough.At(at)));
        }

        builder.Smooth(49, 97, (s, t) =>
        {
            var at = At(Math.Clamp(1 - s, 1e-4f, 1), t);
            builder.Colour = new(0.85f + (0.25f * shade.At(at)));
            return at;
        }, (s, t) => new(t, s));
        return [(builder.Build(), stone)];
    }
}
