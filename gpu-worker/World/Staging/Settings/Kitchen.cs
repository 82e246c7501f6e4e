using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

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
                Pattern = GroundPattern.Wood, Colour = new(0.56f, 0.38f, 0.22f), Second = new(0.4f, 0.25f, 0.13f), Scale = Math.Max(0.05f, 0.7f * brief.Radius),
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
            Scenery = Fittings(brief),
        };
    }

    // Glazed tiles behind the worktop, cupboards on the wall above, a jar and herbs at the sides.
    private static IReadOnlyList<Fixture> Fittings(SetBrief brief)
    {
        var (wall, random) = (brief.Behind(0.75f), new Random(5));
        var (across, tall) = (brief.Across(wall), 0.75f * wall);
        Material glaze = new() { Colour = new(0.7f, 0.69f, 0.64f), Roughness = 0.15f, ClearCoat = 0.8f }, grout = new() { Colour = new(0.5f, 0.48f, 0.44f), Roughness = 0.9f };
        Material door = new() { Colour = new(0.16f, 0.24f, 0.2f), Roughness = 0.4f };
        Vector3 herbs = new(0.62f * wall, 0, -0.82f * wall), jar = new(-0.66f * wall, 0, -0.86f * wall);
        return
        [
            .. TiledWall.Make(across, tall, new Vector2(0.3f, 0.1f) * Math.Max(0.5f, wall), glaze, grout, true, random).Far(new(0, 0, -wall)),
            .. Cupboards.Make(across, 1.1f * wall, (int)MathF.Ceiling(across / (0.55f * wall)), door, Substances.Brass, true).Far(new(0, tall, -0.7f * wall)),
            .. Plinth.Make(0.075f * wall, 0.13f * wall, 1, Substances.White).Near(herbs),
            .. Plants.Fern(0.24f * wall, 10, Substances.Foliage, random).Far(herbs + new Vector3(0, 0.12f * wall, 0)),
            .. Plinth.Make(0.07f * wall, 0.24f * wall, 1, new Material { Colour = new(0.55f, 0.42f, 0.28f), Roughness = 0.4f }).Near(jar),
        ];
    }
}
