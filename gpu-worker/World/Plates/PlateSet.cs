using System.Numerics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Staging.Settings;

namespace SoraFunctions.World.Plates;

/// <summary>The set in front of a plate: a plain ground that catches shadows, lit as the plate is.</summary>
internal static class PlateSet
{
    /// <summary>Mean luminance of a plate that is lit like a studio.</summary>
    private const float Usual = 0.28f;

    /// <summary>Designs it.</summary>
    /// <param name="setting">The set of the same name: what its ground does in contact holds here too.</param>
    /// <param name="light">The light of the plate.</param>
    public static SetDesign Design(SetDesign setting, PlateLight light)
    {
        var mean = light.Mean;
        var strength = Math.Clamp(MathF.Sqrt(Colours.Luminance(mean) / Usual), 0.45f, 1.15f);
        var tint = Tint(mean);
        return new()
        {
            // So bright that the shadow on it can be measured in eight bits.
            Ground = new() { Colour = Vector3.Clamp(light.Below, new(0.14f), new(0.6f)), Roughness = 0.55f, Reflectance = 0.025f, Sweep = 0 },
            Backdrop = new() { Zenith = light.Above, Horizon = light.Behind, Ambient = 0.8f },
            Matter = setting.Matter,
            Surface = setting.Surface,
            Key = strength * tint,
            Fill = strength * Vector3.Lerp(Vector3.One, tint, 0.5f),
            Rim = strength * Tint(light.Behind),
            Source = Direction.Of(180 - (50 * Math.Clamp(4 * light.Side, -1, 1)), 46),
        };
    }

    // A cast as strong as a camera's white balance leaves it.
    private static Vector3 Tint(Vector3 colour) => Vector3.Lerp(Vector3.One, colour / Math.Max(0.02f, Colours.Luminance(colour)), 0.45f);
}
