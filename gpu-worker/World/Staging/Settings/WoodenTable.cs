using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A wooden table in a room with a window on the left.</summary>
internal static class WoodenTable
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var radius = brief.Radius;
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Wood, Colour = new(0.36f, 0.19f, 0.085f), Second = new(0.17f, 0.08f, 0.035f), Scale = Math.Max(0.12f, 1.7f * radius),
                Roughness = 0.38f, Reflectance = 0.04f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.3f, 0.26f, 0.22f), Horizon = new(0.24f, 0.19f, 0.145f), Glow = new(1.6f, 1.35f, 1f), GlowSize = 0.34f,
                GlowDirection = Direction.Of(-27, 13), Ambient = 0.7f,
                Panorama = brief.Panorama(PanoramaName.Apartment, 84, 0, 0.42f, shown: true),
            },
            Matter = Matter.Wood,
            Surface = Grounds.Wood,
            Key = new(1.1f, 1f, 0.86f),
            Fill = new(0.8f),
            Source = Direction.Of(-122, 36),
            Warmth = 0.25f,
            Atmosphere = Atmosphere.Clear,
            Scenery = StillLife(brief),
        };
    }

    // Out of focus: a vase with green on the right, a stack of two bowls on the left.
    private static IReadOnlyList<Fixture> StillLife(SetBrief brief)
    {
        var (back, random) = (brief.Behind(0.6f), new Random(6));
        var size = 0.3f * back;
        Material clay = new() { Colour = new(0.42f, 0.2f, 0.11f), Roughness = 0.7f };
        Vector3 right = new(0.45f * back, 0, -1.05f * back), left = new(-0.5f * back, 0, -0.9f * back);
        return
        [
            .. Plinth.Make(0.3f * size, 0.7f * size, 1, clay).Near(right),
            .. Plants.Fern(size, 9, Substances.Foliage, random).Far(right + new Vector3(0, 0.66f * size, 0)),
            .. Plinth.Make(0.34f * size, 0.34f * size, 2, Substances.White).Near(left),
        ];
    }
}
