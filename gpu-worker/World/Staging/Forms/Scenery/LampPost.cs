using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A street lamp: a cast post with a lantern.</summary>
internal static class LampPost
{
    /// <summary>Draws it.</summary>
    /// <param name="height">In metres.</param>
    /// <param name="post">Surface of the post.</param>
    /// <param name="light">Linear light of the lantern; 1 shows as white.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(float height, Material post, Vector3 light)
    {
        var h = height;
        var (iron, glass) = (new MeshBuilder(), new MeshBuilder());
        Loft.Plain(iron, Loft.Rounded(
        [
            new(0, 0), new(0.055f * h, 0), new(0.055f * h, 0.02f * h), new(0.042f * h, 0.03f * h), new(0.036f * h, 0.12f * h), new(0.022f * h, 0.15f * h),
            new(0.024f * h, 0.165f * h), new(0.016f * h, 0.18f * h), new(0.011f * h, 0.78f * h), new(0.02f * h, 0.79f * h), new(0.02f * h, 0.8f * h),
            new(0.012f * h, 0.815f * h), new(0.03f * h, 0.835f * h), new(0.03f * h, 0.845f * h), new(0, 0.845f * h),
        ], 0.006f * h));
        Loft.Plain(glass, Loft.Rounded([new(0, 0.846f * h), new(0.028f * h, 0.846f * h), new(0.047f * h, 0.93f * h), new(0, 0.93f * h)], 0.003f * h));
        Loft.Plain(iron, Loft.Rounded(
            [new(0, 0.93f * h), new(0.06f * h, 0.93f * h), new(0.06f * h, 0.938f * h), new(0.02f * h, 0.972f * h), new(0.008f * h, 0.98f * h), new(0.008f * h, h), new(0, h)], 0.004f * h));
        for (var i = 0; i < 4; i++)
        {
            var (sine, cosine) = MathF.SinCos((i + 0.5f) * MathF.PI / 2);
            Tube.Draw(iron, [new(0.0285f * h * sine, 0.84f * h, 0.0285f * h * cosine), new(0.0485f * h * sine, 0.932f * h, 0.0485f * h * cosine)], _ => 0.0022f * h, 6);
        }

        return [(iron.Build(), post), (glass.Build(), Substances.Glowing(light))];
    }
}
