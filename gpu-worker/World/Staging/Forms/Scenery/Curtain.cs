using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>Scenery stands on y = 0 about the y axis, front towards +z, and takes no part in the physics.</summary>
internal static class Curtain
{
    /// <summary>A hanging curtain in soft folds, wider at the hem than at its pleated head.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="height">In metres.</param>
    /// <param name="folds">How many folds.</param>
    /// <param name="cloth">Its surface.</param>
    /// <param name="random">Chance: no two folds are equal.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float height, int folds, Material cloth, Random random)
    {
        const int perFold = 14;
        var builder = new MeshBuilder();
        var depth = 0.38f * width / folds;
        var (wander, swell) = (new Bumps(random, width, 2), new Bumps(random, 0.5f * width, 2));
        builder.Smooth(26, (folds * perFold) + 1, (s, t) =>
        {
            var x = (t - 0.5f) * width;
            var phase = MathF.Tau * ((folds * t) + (0.25f * wander.At(new(x, 0.1f * height * s, 0))));
            var deep = depth * (0.55f + (0.45f * (1 - s))) * (1 + (0.5f * swell.At(new(x, 0, 3))));
            return new(
                x - (0.1f * width / folds * MathF.Sin(2 * phase)),
                s * height,
                (deep * (MathF.Cos(phase) + (0.18f * MathF.Cos(2 * phase)))) + (0.2f * depth * swell.At(new(x, height * s * 0.4f, 0))));
        }, (s, t) => new(Math.Clamp(t, 0, 1), Math.Clamp(1 - s, 0, 1)));
        return [(builder.Build(), cloth)];
    }
}
