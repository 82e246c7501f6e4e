using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A white cyclorama under a wide light.</summary>
internal static class WhiteStudio
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var sweep = 6 * brief.Radius;
        return new()
        {
            Ground = new() { Colour = new(0.68f), Roughness = 0.3f, Reflectance = 0.035f, Sweep = sweep },
            Backdrop = new()
            {
                Zenith = new(0.84f), Horizon = new(0.94f), Glow = new(0.1f), GlowSize = 0.42f, GlowDirection = Direction.Of(0, 6), Ambient = 0.2f,
            },
            Matter = Matter.Plastic,
            Surface = Grounds.Floor,
            Key = new(0.8f),
            Fill = new(0.7f),
            Overhead = new(0.75f),
            Exposure = 1.14f,
        };
    }
}
