using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Moss, soil and leaves under trees, the sun through the leaves.</summary>
internal static class ForestFloor
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Forest, Colour = new(0.12f, 0.085f, 0.05f), Second = new(0.1f, 0.16f, 0.04f), Scale = Math.Max(0.12f, 1.2f * brief.Radius),
                Roughness = 0.9f, Reflectance = 0.02f, Sweep = 0,
            },
            Backdrop = new()
            {
                Zenith = new(0.3f, 0.4f, 0.2f), Horizon = new(0.12f, 0.16f, 0.06f), Glow = new(0.8f, 0.75f, 0.35f), GlowSize = 0.4f,
                GlowDirection = Direction.Of(25, 22), Ambient = 0.9f,
                Panorama = brief.Panorama(PanoramaName.Forest, 27, 20, 1.2f, shown: true),
            },
            Matter = Matter.Organic,
            Surface = Grounds.Moss,
            Key = new(1.1f, 1.04f, 0.88f),
            Fill = new(0.75f, 0.8f, 0.62f),
            Rim = new(1.7f, 1.5f, 0.95f),
            Source = Direction.Of(42, 42),
            Softness = 0.6f,
            Warmth = 0.1f,
            Haze = 0.01f,
            Atmosphere = Atmosphere.Dust,
            Density = 0.6f,
            Scenery = Wood(brief),
        };
    }

    // Trunks, ferns and mossy rocks behind the subject; a bough of fern leans in from the side.
    private static IReadOnlyList<Fixture> Wood(SetBrief brief)
    {
        var (unit, random) = (brief.Behind(0.9f) / 8.5f, new Random(10));
        Material moss = new() { Colour = new(0.09f, 0.13f, 0.03f), Roughness = 0.95f };
        List<Fixture> all = [];
        (float X, float Z, float Radius)[] trunks = [(-9, -14, 1.5f), (7.5f, -19, 1.7f), (-19, -26, 2.2f), (18, -13, 1.6f), (-2.5f, -33, 1.8f), (24, -34, 2.4f), (11, -44, 2)];
        foreach (var (x, z, radius) in trunks)
        {
            all.AddRange(Trunk.Make(radius * unit, 26 * unit, Substances.Bark, random).Far(new(x * unit, 0, z * unit), 360 * random.NextSingle()));
        }

        (float X, float Z, float Size)[] ferns = [(-7, -9.5f, 3.4f), (9.5f, -10.5f, 4), (-13, -17, 5), (3.5f, -21, 4.5f), (15, -22, 5), (-6, -27, 5)];
        foreach (var (x, z, size) in ferns)
        {
            all.AddRange(Plants.Fern(size * unit, 10, Substances.Foliage, random).Far(new(x * unit, 0, z * unit), 360 * random.NextSingle()));
        }

        all.AddRange(Boulder.Make(new Vector3(3.2f, 1.7f, 2.4f) * unit, 0.7f, moss, random).Far(new(-11.5f * unit, 0, -11 * unit)));
        all.AddRange(Boulder.Make(new Vector3(5, 2.4f, 4) * unit, 0.7f, moss, random).Far(new(13 * unit, 0, -17 * unit), 50));
        return all;
    }
}
