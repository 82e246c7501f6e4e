using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A worktop in front of kitchen cupboards, in the light of the morning.</summary>
internal static class Kitchen
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Wood, Colour = new(0.56f, 0.38f, 0.22f), Second = new(0.4f, 0.25f, 0.13f), Scale = Math.Max(0.08f, 1.2f * brief.Radius),
                Roughness = 0.32f, Reflectance = 0.04f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.6f, 0.58f, 0.55f), Horizon = new(0.5f, 0.47f, 0.42f), Glow = new(0.9f, 0.75f, 0.5f), GlowSize = 0.5f,
                GlowDirection = Direction.Of(-40, 15), Ambient = 0.6f,
                Panorama = brief.Panorama(PanoramaName.Apartment, 40, -110, 0.6f),
            },
            Matter = Matter.Wood,
            Surface = Grounds.Wood,
            Key = new(1.1f, 0.99f, 0.84f),
            Fill = new(0.85f),
            Source = Direction.Of(-118, 30),
            Warmth = 0.18f,
        };
    }
}
