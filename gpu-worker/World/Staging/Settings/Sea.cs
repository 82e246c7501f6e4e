using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Open water up to the horizon, the sun high on the left.</summary>
internal static class Sea
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Water, Colour = new(0.012f, 0.07f, 0.12f), Second = new(0.03f, 0.16f, 0.2f), Scale = 0.3f,
                Roughness = 0.06f, Reflectance = 0.02f, Sweep = 0, WaveHeight = 0.05f, WaveLength = 1.6f,
            },
            Backdrop = new()
            {
                Zenith = new(0.11f, 0.28f, 0.62f), Horizon = new(0.62f, 0.78f, 0.92f), Glow = new(0.9f, 0.8f, 0.6f), GlowSize = 0.5f,
                GlowDirection = Direction.Of(-30, 24), Ambient = 0.85f,
                Panorama = brief.Panorama(PanoramaName.Sky, 34, -104, 0.9f, shown: true),
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(1.45f, 1.34f, 1.16f),
            Fill = new(0.5f, 0.62f, 0.78f),
            Rim = new(1.2f, 1.1f, 0.95f),
            Source = Direction.Of(-104, 48),
            Softness = 0.35f,
            Haze = 0.0015f,
        };
    }
}
