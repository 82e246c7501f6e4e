using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Weightless, before stars and the rim of a planet.</summary>
internal static class Space
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var sun = Direction.Of(-142, 30);
        return new()
        {
            Ground = new() { Pattern = GroundPattern.None, Sweep = 0, Colour = Vector3.Zero },
            Backdrop = new()
            {
                Zenith = new(0.001f, 0.0012f, 0.003f), Horizon = new(0.0015f, 0.0018f, 0.005f), Glow = new(0.015f, 0.02f, 0.05f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(-30, -10), Ambient = 1, Stars = 2600,
                Panorama = brief.Panorama(PanoramaName.Studio, -40, 0, 0.14f),
                Planet = new(Direction.Of(30, -30), 0.62f, sun),
            },
            Matter = Matter.Metal,
            Surface = Grounds.Stone,
            Key = new(1.3f, 1.26f, 1.18f),
            Fill = new(0.7f, 0.9f, 1.4f),
            Rim = new(0.9f, 1.2f, 1.8f),
            Source = sun,
            Softness = 0.45f,
            Exposure = 1.15f,
        };
    }
}
