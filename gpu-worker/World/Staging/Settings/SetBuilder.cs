using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Builds the surroundings of each setting.</summary>
internal static class SetBuilder
{
    private static readonly Surface _floor = new(0.5, 0.5, 3);
    private static readonly Surface _stone = new(0.5, 0.5, 1);

    /// <summary>Builds one.</summary>
    /// <param name="setting">Which.</param>
    /// <param name="look">Colours of the video.</param>
    /// <param name="radius">Size of the subject in metres, from its middle outwards: sets are built round it.</param>
    public static SetDesign Build(Setting setting, Look look, float radius)
    {
        var primary = Colours.Linear(look.Primary, "The primary colour of the look");
        var accent = Colours.Linear(look.Accent, "The accent colour of the look");
        var sweep = Math.Max(0.3f, 4 * radius);
        return setting switch
        {
            Setting.DarkStudio => Dark(accent, sweep),
            Setting.ColourStudio => Coloured(primary, sweep),
            Setting.MarbleCounter => Marble(radius),
            Setting.WoodenTable => Wooden(radius),
            Setting.Beach => Beach(radius),
            Setting.RooftopSunset => Rooftop(radius),
            Setting.NightStreet => Night(accent, radius),
            _ => White(sweep),
        };
    }

    private static SetDesign White(float sweep) => new()
    {
        Ground = new() { Colour = new(0.68f), Roughness = 0.3f, Reflectance = 0.035f, Sweep = sweep },
        Backdrop = new() { Zenith = new(0.52f), Horizon = new(0.62f), Glow = new(0.2f), GlowSize = 0.42f, GlowDirection = Towards(0, 0.1f), Ambient = 0.3f },
        Matter = Matter.Plastic,
        Surface = _floor,
        Key = new(0.8f),
        Fill = new(0.7f),
        Overhead = new(0.85f),
        Exposure = 1.14f,
    };

    private static SetDesign Dark(Vector3 accent, float sweep) => new()
    {
        Ground = new() { Colour = new(0.012f), Roughness = 0.1f, Reflectance = 0.07f, Sweep = sweep },
        Backdrop = new()
        {
            Zenith = new(0.004f), Horizon = new(0.008f), GlowSize = 0.26f, GlowDirection = Towards(0, 0.06f), Ambient = 0.8f,
            Glow = Vector3.Lerp(new(0.05f), accent * 0.16f, 0.5f),
        },
        Matter = Matter.Plastic,
        Surface = _floor,
        Fill = new(0.7f),
        Rim = new(1.5f),
        Exposure = 1.3f,
    };

    private static SetDesign Coloured(Vector3 primary, float sweep) => new()
    {
        Ground = new() { Colour = primary * 0.9f, Roughness = 0.28f, Reflectance = 0.04f, Sweep = sweep },
        Backdrop = new()
        {
            Zenith = primary * 0.7f, Horizon = primary * 0.75f, Glow = (primary * 0.5f) + new Vector3(0.06f), GlowSize = 0.5f,
            GlowDirection = Towards(0, 0.14f), Ambient = 0.6f,
        },
        Overhead = new(0.6f),
        Key = new(0.9f),
        Matter = Matter.Plastic,
        Surface = _floor,
    };

    private static SetDesign Marble(float radius) => new()
    {
        Ground = new()
        {
            Pattern = GroundPattern.Marble, Colour = new(0.62f, 0.605f, 0.58f), Second = new(0.22f, 0.215f, 0.22f), Scale = Math.Max(0.3f, 3.5f * radius),
            Roughness = 0.1f, Reflectance = 0.05f, Sweep = 0,
        },
        Backdrop = new()
        {
            Zenith = new(0.5f, 0.52f, 0.55f), Horizon = new(0.4f, 0.37f, 0.34f), Glow = new(0.8f, 0.72f, 0.6f), GlowSize = 0.4f,
            GlowDirection = Towards(-0.4f, 0.25f), Ambient = 0.5f,
        },
        Overhead = new(0.35f),
        Key = new(0.95f, 0.92f, 0.88f),
        Matter = Matter.Stone,
        Surface = _stone,
        Warmth = 0.1f,
    };

    private static SetDesign Wooden(float radius) => new()
    {
        Ground = new()
        {
            Pattern = GroundPattern.Wood, Colour = new(0.36f, 0.19f, 0.085f), Second = new(0.17f, 0.08f, 0.035f), Scale = Math.Max(0.1f, 1.3f * radius),
            Roughness = 0.38f, Reflectance = 0.04f, Sweep = 0,
        },
        Backdrop = new()
        {
            Zenith = new(0.3f, 0.26f, 0.22f), Horizon = new(0.24f, 0.19f, 0.145f), Glow = new(1.6f, 1.35f, 1f), GlowSize = 0.34f,
            GlowDirection = Towards(-0.5f, 0.25f), Ambient = 0.7f,
        },
        Matter = Matter.Wood,
        Surface = new(0.5, 0.45, 4),
        Key = new(1.1f, 1f, 0.86f),
        Fill = new(0.8f),
        Warmth = 0.25f,
    };

    private static SetDesign Beach(float radius) => new()
    {
        Ground = new()
        {
            Pattern = GroundPattern.Sand, Colour = new(0.66f, 0.52f, 0.35f), Second = new(0.5f, 0.37f, 0.23f), Scale = Math.Max(0.07f, 0.8f * radius),
            Roughness = 0.95f, Reflectance = 0.02f, Sweep = 0,
        },
        Backdrop = new()
        {
            Zenith = new(0.13f, 0.33f, 0.72f), Horizon = new(0.68f, 0.82f, 0.95f), Glow = new(0.5f, 0.45f, 0.35f), GlowSize = 0.6f,
            GlowDirection = Towards(0.5f, 0.35f), Ambient = 0.85f,
        },
        Matter = Matter.Fabric,
        Surface = new(0.7, 0.04, 600, 0.12),
        Key = new(1.5f, 1.35f, 1.1f),
        Fill = new(0.5f, 0.6f, 0.75f),
        Rim = new(1.1f, 1f, 0.85f),
        Softness = 0.35f,
        Warmth = 0.15f,
    };

    private static SetDesign Rooftop(float radius) => new()
    {
        Ground = new()
        {
            Pattern = GroundPattern.Concrete, Colour = new(0.22f, 0.21f, 0.21f), Second = new(0.11f, 0.105f, 0.105f), Scale = Math.Max(0.5f, 6 * radius),
            Roughness = 0.5f, Reflectance = 0.04f, Sweep = 0,
        },
        Backdrop = new()
        {
            Zenith = new(0.06f, 0.1f, 0.3f), Horizon = new(0.5f, 0.2f, 0.12f), Glow = new(4f, 1.9f, 0.6f), GlowSize = 0.08f,
            GlowDirection = Towards(0.22f, 0.07f), Ambient = 0.5f,
        },
        Matter = Matter.Stone,
        Surface = new(0.6, 0.4, 1),
        Key = new(0.85f, 0.8f, 0.78f),
        Fill = new(0.4f, 0.5f, 0.8f),
        Rim = new(2.4f, 1.3f, 0.6f),
        Warmth = 0.1f,
    };

    private static SetDesign Night(Vector3 accent, float radius) => new()
    {
        Ground = new()
        {
            Pattern = GroundPattern.WetAsphalt, Colour = new(0.028f, 0.03f, 0.036f), Second = new(0.01f, 0.011f, 0.014f), Scale = Math.Max(0.3f, 3 * radius),
            Roughness = 0.3f, Reflectance = 0.06f, Sweep = 0,
        },
        Backdrop = new()
        {
            Zenith = new(0.003f, 0.005f, 0.014f), Horizon = new(0.012f, 0.015f, 0.034f), Glow = new(0.1f, 0.055f, 0.03f), GlowSize = 0.35f,
            GlowDirection = Towards(0.1f, 0.02f), Lamps = 60, Ambient = 1.4f,
        },
        Matter = Matter.Stone,
        Surface = new(0.6, 0.4, 1),
        Key = new(0.85f, 0.92f, 1.1f),
        Fill = (accent * 0.5f) + new Vector3(0.08f),
        Rim = new(0.7f, 1.3f, 2.2f),
        Warmth = -0.2f,
        Exposure = 1.1f,
    };

    private static Vector3 Towards(float right, float up) => Vector3.Normalize(new(right, up, -1));
}
