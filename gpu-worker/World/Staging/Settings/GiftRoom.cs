using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A warm room with wrapped boxes, ribbons and small lights.</summary>
internal static class GiftRoom
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Wood, Colour = new(0.3f, 0.15f, 0.075f), Second = new(0.15f, 0.07f, 0.033f), Scale = Math.Max(0.1f, 1.3f * brief.Radius),
                Roughness = 0.3f, Reflectance = 0.045f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.07f, 0.03f, 0.015f), Horizon = new(0.13f, 0.055f, 0.025f), Glow = new(0.5f, 0.25f, 0.09f), GlowSize = 0.4f,
                GlowDirection = Direction.Of(-15, 10), Ambient = 1.1f, Lamps = 50,
            },
            Matter = Matter.Wood,
            Surface = Grounds.Wood,
            Key = new(1.1f, 0.96f, 0.78f),
            Fill = new(0.8f, 0.62f, 0.45f),
            Rim = new(1.3f, 0.95f, 0.6f),
            Warmth = 0.3f,
        };
    }
}
