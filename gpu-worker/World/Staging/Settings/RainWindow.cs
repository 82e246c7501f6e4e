using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

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
                Pattern = GroundPattern.Wood, Colour = new(0.2f, 0.13f, 0.085f), Second = new(0.11f, 0.066f, 0.04f), Scale = Math.Max(0.14f, 1.6f * brief.Radius),
                Roughness = 0.3f, Reflectance = 0.045f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.42f, 0.48f, 0.55f), Horizon = new(0.24f, 0.28f, 0.33f), Glow = new(0.2f, 0.24f, 0.3f), GlowSize = 0.7f,
                GlowDirection = Direction.Of(0, 20), Ambient = 0.8f,
                Panorama = brief.Panorama(PanoramaName.City, 20, 0, 0.55f, shown: true),
            },
            Matter = Matter.Wood,
            Surface = Grounds.Wood,
            Key = new(1.05f, 0.92f, 0.74f),
            Fill = new(0.6f, 0.66f, 0.75f),
            Rim = new(1.05f, 1.25f, 1.5f),
            Warmth = -0.12f,
            Atmosphere = Atmosphere.Clear,
        };
    }
}
