using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A black studio: a glossy floor, a faint glow in the accent colour, bright edges.</summary>
internal static class DarkStudio
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var sweep = 6 * brief.Radius;
        return new()
        {
            Ground = new() { Colour = new(0.012f), Roughness = 0.1f, Reflectance = 0.07f, Sweep = sweep },
            Backdrop = new()
            {
                Zenith = new(0.004f), Horizon = new(0.008f), GlowSize = 0.22f, GlowDirection = Direction.Of(0, 5), Ambient = 0.6f,
                Glow = Vector3.Lerp(new(0.07f), brief.Accent * 0.25f, 0.5f),
            },
            Matter = Matter.Plastic,
            Surface = Grounds.Floor,
            Key = new(1.05f),
            Fill = new(0.8f),
            Rim = new(1.9f),
            Exposure = 1.2f,
            Haze = 0.004f,
        };
    }
}
