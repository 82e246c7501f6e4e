using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render;

/// <summary>Measures a stage's light as a photographer holds a meter where the subject will stand.</summary>
public static class LightMeter
{
    /// <summary>
    /// The <see cref="Stage.Exposure"/> at which a white sheet of paper near the origin, turned to the light or to the front, comes out as
    /// a bright white that still shows its shading.
    /// </summary>
    /// <param name="stage">The stage; its own exposure does not matter.</param>
    /// <returns>A multiplier above 0.</returns>
    public static float Exposure(Stage stage)
    {
        var light = new Lighting(stage, new GroundShading(stage.Ground, stage.Seed), mirrored: false);
        var at = Wide3.All(new Vector3(0, 0.1f, 0));
        var brightest = 0f;
        foreach (var normal in (ReadOnlySpan<Vector3>)[Vector3.UnitY, Vector3.UnitZ, Vector3.Normalize(new(-1, 1, 1)), Vector3.Normalize(new(1, 1, 1))])
            brightest = MathF.Max(brightest, Wide3.Luminance(light.Diffuse(at, Wide3.All(normal), Visibility.Free)).ToScalar());
        return Paper / MathF.Max(1e-3f, brightest);
    }

    /// <summary>Light on the sheet, 1 giving back white from a perfect diffuser.</summary>
    private const float Paper = 1;
}
