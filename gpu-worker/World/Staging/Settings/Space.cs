using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Weightless, before stars and the rim of a planet.</summary>
internal static class Space
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new() { Pattern = GroundPattern.None, Sweep = 0, Colour = Vector3.Zero },
            Backdrop = new()
            {
                Zenith = new(0.001f, 0.0012f, 0.003f), Horizon = new(0.0015f, 0.0018f, 0.005f), Glow = new(0.015f, 0.02f, 0.05f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(-30, -10), Ambient = 1, Stars = 2600,
            },
            Matter = Matter.Metal,
            Surface = Grounds.Stone,
            Key = new(1.15f, 1.12f, 1.05f),
            Fill = new(0.35f, 0.5f, 0.9f),
            Rim = new(0.9f, 1.2f, 1.8f),
            Source = Direction.Of(118, 28),
            Softness = 0.45f,
            Exposure = 1.05f,
            Scenery = [.. Planet.Make(30, new(0.02f, 0.07f, 0.2f), new(0.1f, 0.14f, 0.05f), new(21)).Far(new(-14, -33, -46), 60)],
        };
    }
}
