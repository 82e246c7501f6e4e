using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A polished marble counter in a bright room with a window on the left.</summary>
internal static class MarbleCounter
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        var radius = brief.Radius;
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Marble, Colour = new(0.55f, 0.54f, 0.52f), Second = new(0.22f, 0.215f, 0.22f), Scale = Math.Max(0.3f, 3.5f * radius),
                Roughness = 0.1f, Reflectance = 0.05f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.5f, 0.52f, 0.55f), Horizon = new(0.4f, 0.37f, 0.34f), Glow = new(0.8f, 0.72f, 0.6f), GlowSize = 0.4f,
                GlowDirection = Direction.Of(-22, 13), Ambient = 0.5f,
                Panorama = brief.Panorama(PanoramaName.Apartment, 112, 0, 0.5f, shown: true),
            },
            Overhead = new(0.35f),
            Key = new(0.95f, 0.92f, 0.88f),
            Source = Direction.Of(-128, 42),
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Warmth = 0.1f,
            Scenery = Plant(brief),
        };
    }

    // A pot of fern out of focus on the right: something alive, and a green against the white.
    private static IReadOnlyList<Fixture> Plant(SetBrief brief)
    {
        var (back, random) = (brief.Behind(0.7f), new Random(4));
        var size = 0.34f * back;
        Vector3 place = new(0.42f * back, 0, -back);
        return
        [
            .. Plinth.Make(0.36f * size, 0.55f * size, 1, Substances.White).Near(place),
            .. Plants.Fern(1.1f * size, 11, Substances.Foliage, random).Far(place + new Vector3(0, 0.5f * size, 0)),
        ];
    }
}
