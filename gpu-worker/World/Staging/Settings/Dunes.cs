using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Desert sand in long waves under a hard sun.</summary>
internal static class Dunes
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var sun = Direction.Of(-104, 27);
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Dunes, Colour = new(0.68f, 0.42f, 0.2f), Second = new(0.5f, 0.27f, 0.11f), Scale = Math.Max(0.06f, 0.6f * brief.Radius),
                Roughness = 0.95f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.1f, 0.26f, 0.6f), Horizon = new(0.72f, 0.72f, 0.66f), Glow = new(0.3f, 0.22f, 0.1f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(-30, 10), Ambient = 0.7f, Sky = new(sun, 3.2f, 0.9f),
            },
            Matter = Matter.Fabric,
            Surface = Grounds.Sand,
            Key = new(1.3f, 1.12f, 0.88f),
            Fill = new(0.5f, 0.5f, 0.55f),
            Rim = new(1.2f, 1f, 0.75f),
            Source = sun,
            Softness = 0.25f,
            Warmth = 0.2f,
            Haze = 0.003f,
            Scenery = Hills(brief),
        };
    }

    private static IReadOnlyList<Fixture> Hills(SetBrief brief)
    {
        var (far, random) = (brief.Behind(5), new Random(11));
        Material sand = new() { Colour = new(0.66f, 0.4f, 0.19f), Roughness = 0.95f };
        return
        [
            .. Ridge.Make(5 * far, 0.13f * far, 1.1f * far, sand, random).Far(new(-1.5f * far, 0, -1.8f * far), -14),
            .. Ridge.Make(9 * far, 0.3f * far, 2.2f * far, sand, random).Far(new(2.6f * far, 0, -4 * far), 16),
            .. Ridge.Make(20 * far, 0.75f * far, 4.5f * far, sand, random).Far(new(-3.5f * far, 0, -9 * far), -8),
            .. Ridge.Make(40 * far, 1.5f * far, 8 * far, sand, random).Far(new(7 * far, 0, -19 * far), 6),
        ];
    }
}
