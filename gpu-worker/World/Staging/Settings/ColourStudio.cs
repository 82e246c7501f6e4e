using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A cyclorama in the primary colour of the look.</summary>
internal static class ColourStudio
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var (primary, sweep) = (brief.Primary, 6 * brief.Radius);
        return new()
        {
            Ground = new() { Colour = primary * 0.9f, Roughness = 0.28f, Reflectance = 0.04f, Sweep = sweep },
            Backdrop = new()
            {
                Zenith = primary * 0.95f, Horizon = primary * 1.05f, Glow = (primary * 0.5f) + new Vector3(0.06f), GlowSize = 0.5f,
                GlowDirection = Direction.Of(0, 8), Ambient = 0.46f,
            },
            Overhead = new(0.6f),
            Key = new(0.9f),
            Matter = Matter.Plastic,
            Surface = Grounds.Floor,
        };
    }
}
