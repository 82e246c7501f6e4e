using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A swimming pool in the sun, seen from its edge.</summary>
internal static class Pool
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Water, Colour = new(0.05f, 0.42f, 0.5f), Second = new(0.4f, 0.75f, 0.78f), Scale = 0.15f,
                Roughness = 0.05f, Reflectance = 0.02f, Sweep = 0, WaveHeight = 0.012f, WaveLength = 0.5f, Depth = 1.3f,
            },
            Backdrop = new()
            {
                Zenith = new(0.13f, 0.33f, 0.72f), Horizon = new(0.68f, 0.82f, 0.95f), Glow = new(0.5f, 0.45f, 0.35f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(27, 19), Ambient = 0.85f,
                Panorama = brief.Panorama(PanoramaName.Sky, 34, -112, 0.9f, shown: true),
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(1.5f, 1.38f, 1.18f),
            Fill = new(0.55f, 0.68f, 0.75f),
            Rim = new(1.1f, 1.05f, 0.95f),
            Source = Direction.Of(-112, 48),
            Softness = 0.35f,
            Warmth = 0.05f,
        };
    }
}
