using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Fresh snow under a pale sky.</summary>
internal static class Snow
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Snow, Colour = new(0.66f, 0.69f, 0.74f), Second = new(0.5f, 0.57f, 0.7f), Scale = Math.Max(0.15f, 1.6f * brief.Radius),
                Roughness = 0.85f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.42f, 0.52f, 0.66f), Horizon = new(0.66f, 0.7f, 0.76f), Glow = new(0.35f, 0.28f, 0.18f), GlowSize = 0.5f,
                GlowDirection = Direction.Of(40, 12), Ambient = 0.6f,
            },
            Matter = Matter.Fabric,
            Surface = Grounds.Snow,
            Key = new(1f, 0.95f, 0.86f),
            Fill = new(0.55f, 0.65f, 0.85f),
            Rim = new(1.2f, 1.1f, 0.95f),
            Source = Direction.Of(125, 30),
            Softness = 0.8f,
            Warmth = -0.15f,
            Haze = 0.012f,
            Atmosphere = Atmosphere.Snow,
        };
    }
}
