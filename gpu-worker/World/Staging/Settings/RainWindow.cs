using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A sill before a window that rain runs down, the lamps of the town behind it at dusk.</summary>
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
                Zenith = new(0.1f, 0.13f, 0.18f), Horizon = new(0.13f, 0.16f, 0.2f), Glow = new(0.05f, 0.06f, 0.08f), GlowSize = 0.7f,
                GlowDirection = Direction.Of(0, 20), Ambient = 0.9f, Lamps = 44,
            },
            Matter = Matter.Wood,
            Surface = Grounds.Wood,
            Key = new(1.3f, 1f, 0.68f),
            Fill = new(0.4f, 0.5f, 0.66f),
            Rim = new(0.6f, 0.8f, 1.1f),
            Warmth = -0.05f,
            Atmosphere = Atmosphere.Rain,
            Density = 2.5f,
            Outdoors = 1.25f * brief.Behind(0.4f),
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
        Material board = new() { Colour = new(0.12f, 0.066f, 0.036f), Roughness = 0.38f };
        return
        [
            .. new[] { (sill.Build(), board) }.Near(default),
            .. new[] { (wall.Build(), paint) }.Far(new(0, 0, -1.05f * glass)),
            .. Window.Make(wide, high, 2, 1, frame).Far(new(-wide / 2, -0.12f * glass, -glass)),
            .. Window.Make(wide, high, 2, 1, frame).Far(new(wide / 2, -0.12f * glass, -glass)),
            .. Beads.Make(1.9f * wide, 0.9f * high, 620, 0.026f * glass, random).Far(new(0, 0.1f * high, -0.98f * glass)),
        ];
    }
}
