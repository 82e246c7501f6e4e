using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Sand by the sea under an open sky, the sun high on the left.</summary>
internal static class Beach
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var radius = brief.Radius;
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Sand, Colour = new(0.54f, 0.42f, 0.28f), Second = new(0.42f, 0.31f, 0.19f), Scale = Math.Max(0.07f, 0.8f * radius),
                Roughness = 0.95f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.13f, 0.33f, 0.72f), Horizon = new(0.5f, 0.71f, 0.9f), Glow = new(0.5f, 0.45f, 0.35f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(-27, 19), Ambient = 0.85f,
            },
            Matter = Matter.Fabric,
            Surface = Grounds.Sand,
            Key = new(1.25f, 1.13f, 0.94f),
            Fill = new(0.5f, 0.6f, 0.75f),
            Rim = new(1.1f, 1f, 0.85f),
            Source = Direction.Of(-118, 48),
            Softness = 0.35f,
            Warmth = 0.15f,
            Scenery = Shore(brief),
        };
    }

    // The sea as a dark shining strip below the horizon, wet sand and foam before it, rocks on one side and palms on the other.
    private static IReadOnlyList<Fixture> Shore(SetBrief brief)
    {
        var (water, random) = (brief.Behind(5) * 1.6f, new Random(2));
        Material sea = new() { Colour = new(0.02f, 0.13f, 0.17f), Roughness = 0.24f }, wet = new() { Colour = new(0.24f, 0.17f, 0.1f), Roughness = 0.3f };
        Material foam = new() { Colour = new(0.85f, 0.88f, 0.9f), Roughness = 0.9f };
        Material rock = new() { Colour = new(0.13f, 0.115f, 0.1f), Roughness = 0.8f };
        var across = 1.5f * brief.Across(water);
        return
        [
            .. Strip.Make(across, 0.2f * water, 0.002f, 0.08f, wet, random).Far(new(0, 0, -0.88f * water)),
            .. Strip.Make(across, 0.035f * water, 0.003f, 0.4f, foam, random).Far(new(0, 0, -1.0f * water)),
            .. Strip.Make(40 * water, 60 * water, 0.0025f, 0.0002f, sea, random).Far(new(0, 0, -1.02f * water)),
            .. Boulder.Make(new Vector3(1.6f, 0.6f, 1.1f) * (0.14f * water), 0.4f, rock, random).Far(new(-0.42f * water, 0, -0.95f * water)),
            .. Boulder.Make(new Vector3(1.1f, 0.5f, 0.9f) * (0.1f * water), 0.4f, rock, random).Far(new(-0.3f * water, 0, -1.02f * water), 70),
            .. Plants.Palm(0.9f * water, Substances.Foliage, Substances.Bark, random).Far(new(1.9f * water, 0, -4.6f * water), 200),
        ];
    }
}
