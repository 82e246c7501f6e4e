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
        var sun = Direction.Of(-110, 34);
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
                GlowDirection = Direction.Of(-30, 10), Ambient = 0.7f, Sky = new(sun, 3.2f),
            },
            Matter = Matter.Fabric,
            Surface = Grounds.Sand,
            Key = new(1.6f, 1.38f, 1.05f),
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
        var (far, random) = (brief.Behind(6), new Random(11));
        Material sand = new() { Colour = new(0.66f, 0.4f, 0.19f), Roughness = 0.95f };
        return
        [
            .. Ridge.Make(6 * far, 0.34f * far, 1.6f * far, sand, random).Far(new(-1.4f * far, 0, -2.1f * far), -8),
            .. Ridge.Make(8 * far, 0.6f * far, 2.4f * far, sand, random).Far(new(1.9f * far, 0, -3.6f * far), 10),
            .. Ridge.Make(16 * far, 1.1f * far, 4 * far, sand, random).Far(new(-1.5f * far, 0, -7.5f * far), -4),
        ];
    }
}
