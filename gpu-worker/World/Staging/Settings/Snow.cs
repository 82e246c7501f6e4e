using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Fresh snow under a pale sky.</summary>
internal static class Snow
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Snow, Colour = new(0.66f, 0.69f, 0.74f), Second = new(0.5f, 0.57f, 0.7f), Scale = Math.Max(0.15f, 1.6f * brief.Radius),
                Roughness = 0.85f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.2f, 0.34f, 0.6f), Horizon = new(0.5f, 0.6f, 0.74f), Glow = new(0.35f, 0.28f, 0.18f), GlowSize = 0.5f,
                GlowDirection = Direction.Of(-40, 12), Ambient = 0.42f,
            },
            Matter = Matter.Fabric,
            Surface = Grounds.Snow,
            Key = new(0.8f, 0.79f, 0.77f),
            Fill = new(0.4f, 0.5f, 0.72f),
            Rim = new(0.95f, 0.92f, 0.87f),
            Source = Direction.Of(-128, 32),
            Softness = 0.8f,
            Warmth = -0.15f,
            Haze = 0.012f,
            Exposure = 0.9f,
            Atmosphere = Atmosphere.Snow,
            Scenery = Winter(brief),
        };
    }

    // Spruces in the haze, soft drifts before them.
    private static IReadOnlyList<Fixture> Winter(SetBrief brief)
    {
        var (unit, random) = (brief.Behind(1.6f), new Random(13));
        Material snow = new() { Colour = new(0.68f, 0.71f, 0.76f), Roughness = 0.9f }, needles = new() { Colour = new(0.06f, 0.09f, 0.075f), Roughness = 0.8f };
        Material hills = new() { Colour = new(0.36f, 0.42f, 0.52f), Roughness = 0.9f };
        List<Fixture> all =
        [
            .. Ridge.Make(8 * unit, 0.13f * unit, 1.8f * unit, snow, random).Far(new(-1.5f * unit, -0.01f * unit, -2.6f * unit), -6),
            .. Ridge.Make(26 * unit, 0.8f * unit, 6 * unit, hills, random).Far(new(4 * unit, -0.02f * unit, -13 * unit), 8),
        ];
        (float X, float Z, float Height)[] trees = 
        [
            (-2.4f, -5.5f, 1.5f), (-3.6f, -7, 1.9f), (3, -6, 1.3f), (4.8f, -8, 2), (1.2f, -10, 1.2f), (-1.4f, -11, 1.5f), (-6, -12, 2.2f), (6.5f, -13, 2), (-3.4f, -15, 1.7f),
            (2.6f, -17, 1.8f), (-8.5f, -18, 2.4f), (9.5f, -19, 2.4f), (0, -20, 2),
        ];
        foreach (var (x, z, height) in trees)
        {
            all.AddRange(Plants.Pine(height * unit, needles, Substances.Bark, random).Far(new(x * unit, 0, z * unit), 360 * random.NextSingle()));
        }

        return all;
    }
}
