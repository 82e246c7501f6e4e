using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

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
            Key = new(0.85f, 0.8f, 0.78f),
            Fill = new(0.4f, 0.5f, 0.8f),
            Rim = new(2.4f, 1.3f, 0.6f),
            Source = Direction.Of(40, 22),
            Warmth = 0.1f,
            Haze = 0.004f,
        };
    }
}
