using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Round wet stones beside running water.</summary>
internal static class RiverStones
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Gravel, Colour = new(0.24f, 0.23f, 0.21f), Second = new(0.09f, 0.088f, 0.08f), Scale = Math.Clamp(0.5f * brief.Radius, 0.02f, 0.09f),
                Roughness = 0.3f, Reflectance = 0.04f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.36f, 0.44f, 0.4f), Horizon = new(0.16f, 0.2f, 0.12f), Glow = new(0.6f, 0.62f, 0.4f), GlowSize = 0.45f,
                GlowDirection = Direction.Of(-20, 20), Ambient = 0.8f,
                Panorama = brief.Panorama(PanoramaName.Forest, 27, -70, 1.2f, shown: true),
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(1.1f, 1.08f, 0.98f),
            Fill = new(0.6f, 0.7f, 0.66f),
            Source = Direction.Of(-120, 50),
            Softness = 0.7f,
            Warmth = -0.05f,
        };
    }
}
