using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Sand by the sea under an open sky, the sun high on the right.</summary>
internal static class Beach
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var radius = brief.Radius;
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Sand, Colour = new(0.66f, 0.52f, 0.35f), Second = new(0.5f, 0.37f, 0.23f), Scale = Math.Max(0.07f, 0.8f * radius),
                Roughness = 0.95f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.13f, 0.33f, 0.72f), Horizon = new(0.68f, 0.82f, 0.95f), Glow = new(0.5f, 0.45f, 0.35f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(27, 19), Ambient = 0.85f,
                Panorama = brief.Panorama(PanoramaName.Sky, 34, 118, 0.9f, shown: true),
            },
            Matter = Matter.Fabric,
            Surface = Grounds.Sand,
            Key = new(1.5f, 1.35f, 1.1f),
            Fill = new(0.5f, 0.6f, 0.75f),
            Rim = new(1.1f, 1f, 0.85f),
            Source = Direction.Of(118, 48),
            Softness = 0.35f,
            Warmth = 0.15f,
        };
    }
}
