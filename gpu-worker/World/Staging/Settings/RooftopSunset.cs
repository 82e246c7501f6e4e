using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A flat roof at sunset, the sun low behind on the right.</summary>
internal static class RooftopSunset
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var radius = brief.Radius;
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Concrete, Colour = new(0.22f, 0.21f, 0.21f), Second = new(0.11f, 0.105f, 0.105f), Scale = Math.Max(0.5f, 6 * radius),
                Roughness = 0.5f, Reflectance = 0.04f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.06f, 0.1f, 0.3f), Horizon = new(0.5f, 0.2f, 0.12f), Glow = new(4f, 1.9f, 0.6f), GlowSize = 0.08f,
                GlowDirection = Direction.Of(12, 4), Ambient = 0.5f,
                Panorama = brief.Panorama(PanoramaName.Sunset, 36, 12, 0.9f, shown: true),
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(1.02f, 0.95f, 0.9f),
            Fill = new(0.5f, 0.58f, 0.85f),
            Rim = new(2.4f, 1.3f, 0.6f),
            Source = Direction.Of(40, 22),
            Warmth = 0.1f,
            Haze = 0.002f,
            Scenery = City(brief),
        };
    }

    // The ledge of the roof, low enough to leave the sunset free, and the towers of the town.
    private static IReadOnlyList<Fixture> City(SetBrief brief)
    {
        var (rail, far, random) = (brief.Behind(2.2f), 60 * brief.Behind(2.2f), new Random(8));
        var parapet = new MeshBuilder();
        Beam.Draw(parapet, new(0, 0.35f * brief.Radius, 0), new(2 * brief.Across(rail), 0.9f * brief.Radius, 0.12f * rail), 0.05f * brief.Radius);
        Material wall = new() { Colour = new(0.1f, 0.085f, 0.09f), Roughness = 0.8f };
        return
        [
            .. new[] { (parapet.Build(), wall) }.Far(new(0, 0, -rail)),
            .. Skyline.Make(2.4f * far, 0.11f * far, 0.0035f * far, wall, new(0.7f, 0.42f, 0.2f), random).Far(new(0, -0.02f * far, -far)),
        ];
    }
}
