using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Moss, soil and leaves under trees, the sun through the leaves.</summary>
internal static class ForestFloor
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Forest, Colour = new(0.12f, 0.085f, 0.05f), Second = new(0.1f, 0.16f, 0.04f), Scale = Math.Max(0.12f, 1.2f * brief.Radius),
                Roughness = 0.9f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.3f, 0.4f, 0.2f), Horizon = new(0.12f, 0.16f, 0.06f), Glow = new(0.8f, 0.75f, 0.35f), GlowSize = 0.4f,
                GlowDirection = Direction.Of(25, 22), Ambient = 0.9f,
                Panorama = brief.Panorama(PanoramaName.Forest, 27, 60, 1.3f, shown: true),
            },
            Matter = Matter.Organic,
            Surface = Grounds.Moss,
            Key = new(1.25f, 1.15f, 0.9f),
            Fill = new(0.55f, 0.65f, 0.5f),
            Rim = new(1.3f, 1.2f, 0.8f),
            Source = Direction.Of(60, 45),
            Softness = 0.6f,
            Warmth = 0.1f,
            Haze = 0.01f,
            Atmosphere = Atmosphere.Dust,
            Density = 0.6f,
        };
    }
}
