using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A long hill of sand or snow with a wandering crest.</summary>
internal static class Ridge
{
    /// <summary>Draws it along x; its slope towards +z is the gentle one, and its foot lies on y = 0.</summary>
    /// <param name="width">In metres.</param>
    /// <param name="height">Of the highest crest in metres.</param>
    /// <param name="depth">From foot to foot in metres.</param>
    /// <param name="surface">Its surface.</param>
    /// <param name="random">Chance.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float width, float height, float depth, Material surface, Random random)
    {
        var (crest, level, ripple) = (new Bumps(random, 0.45f * width, 2), new Bumps(random, 0.5f * width, 3), new Bumps(random, 0.3f * depth, 2));
        var builder = new MeshBuilder();
        builder.Smooth(41, 121, (s, t) =>
        {
            var x = (t - 0.5f) * width;
            var edge = 0.64f + (0.16f * crest.At(new(x, 0, 0)));

            // The windward side rises in a long s to the crest, the lee side falls off at the angle of repose.
            var rise = s < edge ? MathF.Pow(MathF.Sin(0.5f * MathF.PI * s / edge), 1.7f) : MathF.Pow(Math.Max(0, (1 - s) / (1 - edge)), 0.9f);
            var top = height * (0.68f + (0.32f * level.At(new(x, 1, 0)))) * MathF.Pow(MathF.Sin(MathF.PI * Math.Clamp(t, 0.002f, 0.998f)), 0.35f);
            return new(x, top * (rise + (0.02f * ripple.At(new(x, 0, s * depth)))), (0.5f - s) * depth);
        }, (s, t) => new(t * width / depth, 1 - s));
        return [(builder.Build(), surface)];
    }
}
