using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A rock: a block broken along chance planes, its edges worn.</summary>
internal static class Boulder
{
    /// <summary>Draws it, sunk a little into the ground.</summary>
    /// <param name="size">Outer width, height and depth in metres, about.</param>
    /// <param name="worn">How round its edges are: 0.05 broken to 1 a river stone.</param>
    /// <param name="stone">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(Vector3 size, float worn, Material stone, Random random)
    {
        var (rough, shade) = (new Bumps(random, 0.9f, 5), new Bumps(random, 0.5f, 3));
        (Vector3 Normal, float Distance)[] planes = [.. Enumerable.Range(0, 15).Select(_ => (Direction(random), 0.72f + (0.28f * random.NextSingle())))];
        var sharp = 5 / Math.Clamp(worn, 0.05f, 1);
        float Radius(Vector3 d)
        {
            // A soft minimum over the planes: the nearest one wins, near an edge two share.
            var sum = MathF.Pow(0.98f, -sharp);
            foreach (var (normal, distance) in planes)
            {
                var towards = Vector3.Dot(normal, d);
                sum += towards > 0.05f ? MathF.Pow(towards / distance, sharp) : 0;
            }

            return MathF.Pow(sum, -1 / sharp) * (1 + ((0.03f + (0.05f * (1 - worn))) * rough.At(d)));
        }

        var builder = new MeshBuilder();
        Orb.Draw(
            builder, 22, d => (d * Radius(d) * size / 1.75f) + new Vector3(0, 0.42f * size.Y, 0),
            d => new(0.82f + (0.18f * shade.At(d)) - (0.12f * Math.Max(0, -d.Y))));
        return [(builder.Build(), stone)];
    }

    private static Vector3 Direction(Random random)
    {
        float y = (2 * random.NextSingle()) - 1, angle = MathF.Tau * random.NextSingle(), across = MathF.Sqrt(1 - (y * y));
        return new(across * MathF.Cos(angle), y, across * MathF.Sin(angle));
    }
}
