using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A sill before a window that rain runs down, the town behind it in the grey of the day.</summary>
internal static class RainWindow
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.WetAsphalt, Colour = new(0.1f), Second = new(0.06f), Scale = 1, Roughness = 0.4f, Reflectance = 0.04f, Sweep = 0,
                Level = -8 * brief.Behind(0.4f),
            },
            Backdrop = new()
            {
                Zenith = new(0.42f, 0.48f, 0.55f), Horizon = new(0.24f, 0.28f, 0.33f), Glow = new(0.2f, 0.24f, 0.3f), GlowSize = 0.7f,
                GlowDirection = Direction.Of(0, 20), Ambient = 0.8f,
                Panorama = brief.Panorama(PanoramaName.Venice, 20, 0, 0.75f, shown: true),
            },
            Matter = Matter.Wood,
            Surface = Grounds.Wood,
            Key = new(1.4f, 1.16f, 0.84f),
            Fill = new(0.6f, 0.66f, 0.75f),
            Rim = new(1.05f, 1.25f, 1.5f),
            Warmth = -0.05f,
            Atmosphere = Atmosphere.Clear,
            Scenery = View(brief),
        };
    }

    // The sill is a board of its own: what lies beyond the window lies far below.
    private static IReadOnlyList<Fixture> View(SetBrief brief)
    {
        var (glass, random) = (brief.Behind(0.4f), new Random(15));
        var (wide, high, across) = (2.6f * glass, 2.2f * glass, brief.Across(glass));
        var (sill, wall) = (new MeshBuilder(), new MeshBuilder());
        Beam.Draw(sill, new(0, -0.06f * glass, 12 * glass), new(across, 0.12f * glass, 26 * glass), 0.01f * glass);
        foreach (var side in new[] { -1, 1 })
        {
            Beam.Draw(wall, new(side * (wide + (0.25f * across)), high / 2, 0), new(0.5f * across, 2 * high, 0.2f * glass), 0.01f * glass);
        }

        Material frame = new() { Colour = new(0.62f, 0.6f, 0.56f), Roughness = 0.4f }, paint = new() { Colour = new(0.3f, 0.31f, 0.33f), Roughness = 0.9f };
        Material board = new() { Colour = new(0.15f, 0.09f, 0.055f), Roughness = 0.4f };
        return
        [
            .. new[] { (sill.Build(), board) }.Near(default),
            .. new[] { (wall.Build(), paint) }.Far(new(0, 0, -1.05f * glass)),
            .. Window.Make(wide, high, 2, 1, frame).Far(new(-wide / 2, 0, -glass)),
            .. Window.Make(wide, high, 2, 1, frame).Far(new(wide / 2, 0, -glass)),
            .. Beads.Make(1.9f * wide, 0.9f * high, 420, 0.018f * glass, random).Far(new(0, 0.1f * high, -0.98f * glass)),
        ];
    }
}
