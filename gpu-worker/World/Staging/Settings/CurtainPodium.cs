using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A round podium before draped curtains in the primary colour of the look.</summary>
internal static class CurtainPodium
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var primary = brief.Primary;
        return new()
        {
            Ground = new() { Colour = primary * 0.55f, Roughness = 0.25f, Reflectance = 0.05f, Sweep = Math.Max(0.4f, 5 * brief.Radius) },
            Backdrop = new()
            {
                Zenith = primary * 0.3f, Horizon = primary * 0.4f, Glow = primary * 0.4f, GlowSize = 0.5f,
                GlowDirection = Direction.Of(0, 8), Ambient = 0.6f,
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Overhead = new(0.4f),
            Key = new(0.98f, 0.95f, 0.9f),
        };
    }
}
