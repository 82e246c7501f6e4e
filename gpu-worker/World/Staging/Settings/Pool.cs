using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>A swimming pool in the sun, seen from its edge.</summary>
internal static class Pool
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Water, Colour = new(0.03f, 0.3f, 0.36f), Second = new(0.4f, 0.75f, 0.78f), Scale = 0.15f,
                Roughness = 0.05f, Reflectance = 0.02f, Sweep = 0, Level = brief.Afloat ? 0 : -brief.Rise, WaveHeight = Math.Min(0.012f, 0.2f * brief.Rise), WaveLength = 0.5f, Depth = 1.3f,
            },
            Backdrop = new()
            {
                Zenith = new(0.13f, 0.33f, 0.72f), Horizon = new(0.52f, 0.73f, 0.9f), Glow = new(0.5f, 0.45f, 0.35f), GlowSize = 0.6f,
                GlowDirection = Direction.Of(27, 19), Ambient = 0.85f,
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(1.45f, 1.36f, 1.2f),
            Fill = new(0.55f, 0.68f, 0.75f),
            Rim = new(1.1f, 1.05f, 0.95f),
            Source = Direction.Of(-124, 48),
            Softness = 0.35f,
            Warmth = 0.05f,
            Scenery = [.. Edge(brief), .. Garden(brief)],
        };
    }

    // What carries the subject: a white stone that rises from the water, or boards along the pool.
    private static IEnumerable<Fixture> Edge(SetBrief brief) => brief.Standing switch
    {
        Standing.Afloat => [],
        Standing.Alone => Plinth.Make(2.2f * brief.Footprint, brief.Rise + (0.4f * brief.Radius), 1, Stone).Near(new(0, -brief.Rise - (0.4f * brief.Radius), 0)),
        _ => Deck.Make(brief.Across(8 * brief.Radius), 40 * brief.Radius, Math.Max(0.12f, 1.1f * brief.Radius), brief.Rise, Substances.Wood(new(0.3f, 0.19f, 0.11f), new(1)), new(1))
            .Near(new(0, 0, -8 * brief.Radius)),
    };

    private static Material Stone { get; } = new() { Colour = new(0.56f, 0.55f, 0.53f), Roughness = 0.55f };

    // On the far side a low white wall, hedges and palms behind it.
    private static IReadOnlyList<Fixture> Garden(SetBrief brief)
    {
        var (far, random) = (4 * brief.Behind(3), new Random(12));
        var wall = new MeshBuilder();
        Beam.Draw(wall, new(0, 0.01f * far, 0), new(2 * brief.Across(far), 0.05f * far, 0.1f * far), 0.004f * far);
        List<Fixture> all = [.. new[] { (wall.Build(), Substances.White) }.Far(new(0, 0, -far))];
        (float X, float Z, float Height)[] palms = [(-0.62f, 1.5f, 0.42f), (-0.3f, 2.1f, 0.5f), (0.48f, 1.35f, 0.38f), (0.95f, 2, 0.55f), (-1.5f, 2.2f, 0.6f)];
        foreach (var (x, z, height) in palms)
        {
            all.AddRange(Plants.Palm(height * far, Substances.Foliage, Substances.Bark, random).Far(new(x * far, 0, -z * far), 360 * random.NextSingle()));
        }

        foreach (var x in new[] { -0.75f, -0.45f, -0.1f, 0.2f, 0.6f, 0.85f })
        {
            all.AddRange(Plants.Grass(0.1f * far, 0.09f * far, 260, Substances.Foliage, random).Far(new(x * far, 0, -1.15f * far)));
        }

        return all;
    }
}
