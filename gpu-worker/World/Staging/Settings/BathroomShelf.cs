using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

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
                Pattern = GroundPattern.Tiles, Colour = new(0.62f, 0.68f, 0.68f), Second = new(0.4f, 0.44f, 0.45f), Scale = Math.Max(0.1f, 1.4f * brief.Radius),
                Roughness = 0.12f, Reflectance = 0.05f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.66f, 0.7f, 0.72f), Horizon = new(0.55f, 0.6f, 0.62f), Glow = new(0.4f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(20, 20), Ambient = 0.55f,
                Panorama = brief.Panorama(PanoramaName.Apartment, 40, 70, 0.5f),
            },
            Matter = Matter.Ceramic,
            Surface = Grounds.Glazed,
            Key = new(0.92f, 0.97f, 1f),
            Fill = new(0.9f),
            Overhead = new(0.4f),
            Source = Direction.Of(130, 44),
            Warmth = -0.08f,
            Haze = 0.05f,
            Atmosphere = Atmosphere.Steam,
            Density = 0.5f,
        };
    }
}
