using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Wet asphalt at night with lights out of focus.</summary>
internal static class NightStreet
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var radius = brief.Radius;
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.WetAsphalt, Colour = new(0.028f, 0.03f, 0.036f), Second = new(0.01f, 0.011f, 0.014f), Scale = Math.Max(0.3f, 3 * radius),
                Roughness = 0.3f, Reflectance = 0.06f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.003f, 0.005f, 0.014f), Horizon = new(0.012f, 0.015f, 0.034f), Glow = new(0.1f, 0.055f, 0.03f), GlowSize = 0.35f,
                GlowDirection = Direction.Of(6, 1), Lamps = 60, Ambient = 1.4f,
                Panorama = brief.Panorama(PanoramaName.Esplanade, 10, 0, 0.16f),
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(0.85f, 0.92f, 1.1f),
            Fill = (brief.Accent * 0.5f) + new Vector3(0.08f),
            Rim = new(0.7f, 1.3f, 2.2f),
            Warmth = -0.2f,
            Exposure = 1.25f,
            Haze = 0.004f,
            Scenery = Street(brief),
        };
    }

    private static IReadOnlyList<Fixture> Street(SetBrief brief)
    {
        var near = brief.Behind(2.5f);
        var lamp = new Vector3(7, 4.4f, 1.9f);
        return
        [
            .. LampPost.Make(1.25f * near, Substances.Black, lamp).Far(new(-1.2f * near, 0, -3 * near)),
            .. LampPost.Make(1.25f * near, Substances.Black, lamp).Far(new(2.1f * near, 0, -6 * near)),
            .. LampPost.Make(1.25f * near, Substances.Black, lamp).Far(new(-3.4f * near, 0, -10 * near)),
            .. LampPost.Make(1.25f * near, Substances.Black, lamp).Far(new(4.6f * near, 0, -15 * near)),
            .. LampPost.Make(1.25f * near, Substances.Black, lamp).Far(new(-5.2f * near, 0, -20 * near)),
            .. LampPost.Make(1.25f * near, Substances.Black, lamp).Far(new(0.8f * near, 0, -22 * near)),
        ];
    }
}
