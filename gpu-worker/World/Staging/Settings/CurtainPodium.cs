using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A round podium before draped curtains in the primary colour of the look.</summary>
internal static class CurtainPodium
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var primary = brief.Primary;
        return new()
        {
            Ground = new() { Colour = primary * 0.75f, Roughness = 0.25f, Reflectance = 0.05f, Sweep = 0, Level = brief.Standing == Standing.Alone ? -brief.Rise : 0 },
            Backdrop = new()
            {
                Zenith = primary * 0.3f, Horizon = primary * 0.4f, Glow = primary * 0.4f, GlowSize = 0.5f,
                GlowDirection = Direction.Of(0, 8), Ambient = 1.1f,
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Overhead = new(0.5f),
            Key = new(1.15f, 1.1f, 1.04f),
            Exposure = 1.06f,
            Scenery = [.. Podium(brief), .. Drapes(brief)],
        };
    }

    private static IEnumerable<Fixture> Podium(SetBrief brief)
    {
        Material stone = new() { Colour = Vector3.Lerp(brief.Primary, new(0.7f), 0.6f), Roughness = 0.35f, ClearCoat = 0.2f };
        return brief.Standing == Standing.Alone
            ? Plinth.Make(1.9f * brief.Footprint, brief.Rise, 2, stone).Near(new(0, -brief.Rise, 0))
            : [];
    }

    // Three lengths of cloth, the middle one behind, so that the folds frame the subject.
    private static IReadOnlyList<Fixture> Drapes(SetBrief brief)
    {
        var (back, random) = (8.5f * brief.Radius, new Random(16));
        var (width, height, low) = (0.45f * brief.Across(back), 24 * brief.Radius, brief.Standing == Standing.Alone ? -brief.Rise : 0);
        Material cloth = new() { Colour = brief.Primary * 0.95f, Roughness = 0.85f, Translucency = 0.1f };
        return
        [
            .. Curtain.Make(width, height, 13, cloth, random).Far(new(0, low, -1.25f * back)),
            .. Curtain.Make(width, height, 11, cloth, random).Far(new(-0.72f * width, low, -back)),
            .. Curtain.Make(width, height, 11, cloth, random).Far(new(0.72f * width, low, -back)),
        ];
    }
}
