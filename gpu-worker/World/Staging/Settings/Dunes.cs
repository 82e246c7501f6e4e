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
        var sun = Direction.Of(-116, 24);
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Dunes, Colour = new(0.68f, 0.42f, 0.2f), Second = new(0.5f, 0.27f, 0.11f), Scale = Math.Max(0.06f, 0.6f * brief.Radius),
                Roughness = 0.95f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.07f, 0.2f, 0.52f), Horizon = new(0.62f, 0.56f, 0.46f), Glow = new(0.3f, 0.24f, 0.14f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(-30, 10), Ambient = 0.7f,
            },
            Matter = Matter.Fabric,
            Surface = Grounds.Sand,
            Key = new(1.15f, 1, 0.8f),
            Fill = new(0.4f, 0.42f, 0.5f),
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
            .. Ridge.Make(5 * far, 0.16f * far, 1.3f * far, sand, random).Far(new(-2.6f * far, 0, -2.6f * far), -52),
            .. Ridge.Make(9 * far, 0.32f * far, 2 * far, sand, random).Far(new(2.4f * far, 0, -5 * far), -38),
            .. Ridge.Make(20 * far, 0.17f * far, 2 * far, sand, random).Far(new(1.5f * far, 0, -3.6f * far), -5),
            .. Ridge.Make(20 * far, 0.55f * far, 4 * far, sand, random).Far(new(-4 * far, 0, -10 * far), -30),
            .. Ridge.Make(40 * far, 1.25f * far, 8 * far, sand, random).Far(new(7 * far, 0, -20 * far), 6),
        ];
    }
}
