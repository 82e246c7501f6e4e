using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Round wet stones beside running water.</summary>
internal static class RiverStones
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = brief.Standing == Standing.Amid ? Gravel(brief) : Stream(brief),
            Backdrop = new()
            {
                Zenith = new(0.36f, 0.44f, 0.4f), Horizon = new(0.16f, 0.2f, 0.12f), Glow = new(0.6f, 0.62f, 0.4f), GlowSize = 0.45f,
                GlowDirection = Direction.Of(-20, 20), Ambient = 0.8f,
                Panorama = brief.Panorama(PanoramaName.Forest, 27, -70, 1.2f, shown: true),
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(1.1f, 1.08f, 0.98f),
            Fill = new(0.6f, 0.7f, 0.66f),
            Source = Direction.Of(-120, 50),
            Softness = 0.7f,
            Warmth = -0.05f,
            Scenery = [.. Stand(brief), .. Bank(brief)],
        };
    }

    private static Ground Gravel(SetBrief brief) => new()
    {
        Pattern = GroundPattern.Gravel, Colour = new(0.24f, 0.23f, 0.21f), Second = new(0.09f, 0.088f, 0.08f), Scale = Math.Clamp(0.5f * brief.Radius, 0.02f, 0.09f),
        Roughness = 0.3f, Reflectance = 0.04f, Sweep = 0,
    };

    private static Ground Stream(SetBrief brief) => new()
    {
        Pattern = GroundPattern.Water, Colour = new(0.06f, 0.085f, 0.06f), Second = new(0.16f, 0.17f, 0.11f), Scale = 0.1f, Roughness = 0.06f, Reflectance = 0.02f,
        Sweep = 0, Level = brief.Afloat ? 0 : -brief.Rise, WaveHeight = Math.Min(0.01f, 0.1f * brief.Rise), WaveLength = 0.3f, Depth = 0.25f,
    };

    private static IEnumerable<Fixture> Stand(SetBrief brief) => brief.Standing == Standing.Alone
        ? Ledge.Make(1.5f * brief.Footprint, 2 * brief.Rise, Wet(0.075f), new(7)).Near(default)
        : [];

    // Round stones behind and at the sides, a few of them mossy, and ferns on the bank.
    private static IReadOnlyList<Fixture> Bank(SetBrief brief)
    {
        var (unit, random) = (brief.Behind(0.3f) / 8.5f, new Random(14));
        Material moss = new() { Colour = new(0.08f, 0.11f, 0.03f), Roughness = 0.95f };
        List<Fixture> all = [];
        (float X, float Z, float Size)[] stones =
            [(-9, -9, 4.2f), (-4.6f, -12, 3.4f), (-12.5f, -5, 3), (8.5f, -8.5f, 3.6f), (12.5f, -12, 6), (3.6f, -16, 5), (-14, -17, 8), (16, -20, 9), (-1, -23, 6)];
        foreach (var (x, z, size) in stones)
        {
            var stone = z < -15 ? moss : Wet(0.05f + (0.08f * random.NextSingle()));
            all.AddRange(Boulder.Make(new Vector3(1, 0.62f, 0.85f) * (size * unit), 1, stone, random)
                .Far(new(x * unit, (brief.Standing == Standing.Alone ? -brief.Rise : 0) - (0.1f * size * unit), z * unit), 360 * random.NextSingle()));
        }

        all.AddRange(Plants.Fern(6 * unit, 12, Substances.Foliage, random).Far(new(-18 * unit, 0, -24 * unit)));
        all.AddRange(Plants.Fern(5 * unit, 12, Substances.Foliage, random).Far(new(9 * unit, 0, -26 * unit)));
        return all;
    }

    private static Material Wet(float grey) => new() { Colour = new Vector3(1, 0.97f, 0.92f) * grey, Roughness = 0.4f };
}
