using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A warm room with wrapped boxes, ribbons and small lights.</summary>
internal static class GiftRoom
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Wood, Colour = new(0.3f, 0.15f, 0.075f), Second = new(0.15f, 0.07f, 0.033f), Scale = Math.Max(0.14f, 2 * brief.Radius),
                Roughness = 0.3f, Reflectance = 0.045f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.07f, 0.03f, 0.015f), Horizon = new(0.13f, 0.055f, 0.025f), Glow = new(0.5f, 0.25f, 0.09f), GlowSize = 0.4f,
                GlowDirection = Direction.Of(-15, 10), Ambient = 1.1f, Lamps = 50,
            },
            Matter = Matter.Wood,
            Surface = Grounds.Wood,
            Key = new(1.3f, 1.15f, 0.95f),
            Fill = new(0.8f, 0.62f, 0.45f),
            Rim = new(1.3f, 0.95f, 0.6f),
            Warmth = 0.3f,
            Scenery = Presents(brief),
        };
    }

    // Wrapped boxes on both sides, a lit tree on the left and a string of lights across.
    private static IReadOnlyList<Fixture> Presents(SetBrief brief)
    {
        var (unit, random) = (brief.Behind(0.6f) / 8.5f, new Random(20));
        Material red = Paper(new(0.42f, 0.03f, 0.035f)), green = Paper(new(0.025f, 0.14f, 0.07f)), cream = Paper(new(0.62f, 0.52f, 0.38f)), gold = Ribbon(new(0.75f, 0.52f, 0.2f));
        Material own = Paper(Vector3.Lerp(brief.Accent, new(0.3f), 0.2f)), white = Ribbon(new(0.75f));
        var bulbs = new Vector3(6, 3.6f, 1.5f);
        return
        [
            .. Gift.Make(new Vector3(4, 3, 3.4f) * unit, red, gold).Near(new(-8.6f * unit, 0, -8.6f * unit), 24),
            .. Gift.Make(new Vector3(2.6f, 2.2f, 2.4f) * unit, cream, Ribbon(new(0.5f, 0.04f, 0.05f))).Near(new(-5 * unit, 0, -11 * unit), -18),
            .. Gift.Make(new Vector3(3.4f, 4, 3.2f) * unit, green, gold).Near(new(8.2f * unit, 0, -9.5f * unit), -22),
            .. Gift.Make(new Vector3(2.4f, 1.6f, 2.2f) * unit, own, white).Near(new(5.2f * unit, 0, -8.8f * unit), 30),
            .. Gift.Make(new Vector3(4.5f, 3.2f, 4) * unit, cream, gold).Near(new(13 * unit, 0, -13 * unit), 12),
            .. Plants.Pine(26 * unit, new Material { Colour = new(0.03f, 0.07f, 0.035f), Roughness = 0.7f }, Substances.Bark, random).Far(new(-13 * unit, 0, -21 * unit)),
            .. FairyLights.Make(new Vector3(-22, 11, -15) * unit, new Vector3(2, 8.5f, -18) * unit, 3.4f * unit, 26, 0.16f * unit, bulbs).Far(default),
            .. FairyLights.Make(new Vector3(1, 9, -19) * unit, new Vector3(24, 12, -14) * unit, 4 * unit, 26, 0.16f * unit, bulbs).Far(default),
            .. FairyLights.Make(new Vector3(-19, 3, -18) * unit, new Vector3(-7, 12, -18) * unit, 1.5f * unit, 16, 0.16f * unit, bulbs).Far(default),
        ];
    }

    private static Material Paper(Vector3 colour) => new() { Colour = colour, Roughness = 0.45f, ClearCoat = 0.4f };

    private static Material Ribbon(Vector3 colour) => new() { Colour = colour, Roughness = 0.3f, ClearCoat = 0.5f };
}
