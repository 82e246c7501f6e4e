using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A shelf of wet tiles before a tiled wall, mist in the air.</summary>
internal static class BathroomShelf
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Tiles, Colour = new(0.46f, 0.51f, 0.51f), Second = new(0.3f, 0.34f, 0.35f), Scale = Math.Max(0.1f, 1.4f * brief.Radius),
                Roughness = 0.12f, Reflectance = 0.05f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.66f, 0.7f, 0.72f), Horizon = new(0.55f, 0.6f, 0.62f), Glow = new(0.4f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(20, 20), Ambient = 0.55f,
                Panorama = brief.Panorama(PanoramaName.Apartment, 40, -110, 0.5f),
            },
            Matter = Matter.Ceramic,
            Surface = Grounds.Glazed,
            Key = new(0.92f, 0.97f, 1f),
            Fill = new(0.9f),
            Overhead = new(0.4f),
            Source = Direction.Of(-130, 44),
            Warmth = -0.08f,
            Haze = 0.05f,
            Atmosphere = Atmosphere.Steam,
            Density = 0.5f,
            Scenery = Fittings(brief),
        };
    }

    private static IReadOnlyList<Fixture> Fittings(SetBrief brief)
    {
        var (wall, random) = (brief.Behind(0.5f), new Random(9));
        Material glaze = new() { Colour = new(0.34f, 0.52f, 0.52f), Roughness = 0.1f, ClearCoat = 1 }, grout = new() { Colour = new(0.62f, 0.66f, 0.66f), Roughness = 0.9f };
        Vector3 fern = new(-0.62f * wall, 0, -0.8f * wall), stones = new(0.6f * wall, 0, -0.78f * wall);
        Material stone = new() { Colour = new(0.16f, 0.17f, 0.17f), Roughness = 0.35f };
        return
        [
            .. TiledWall.Make(brief.Across(wall), 2.2f * wall, new Vector2(0.16f) * Math.Max(0.5f, wall), glaze, grout, false, random).Far(new(0, 0, -wall)),
            .. Plinth.Make(0.1f * wall, 0.16f * wall, 1, Substances.White).Near(fern),
            .. Plants.Fern(0.36f * wall, 11, Substances.Foliage, random).Far(fern + new Vector3(0, 0.14f * wall, 0)),
            .. Boulder.Make(new Vector3(0.24f, 0.08f, 0.18f) * wall, 1, stone, random).Near(stones),
            .. Boulder.Make(new Vector3(0.18f, 0.065f, 0.14f) * wall, 1, stone, random).Near(stones + new Vector3(0.01f, 0.065f, 0) * wall, 40),
        ];
    }
}
