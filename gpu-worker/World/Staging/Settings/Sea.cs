using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Panoramas;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Forms.Scenery;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Open water up to the horizon, the sun high on the left.</summary>
internal static class Sea
{
    /// <summary>Designs it.</summary>
    public static SetDesign Design(SetBrief brief)
    {
        return new()
        {
            Ground = new()
            {
                Pattern = GroundPattern.Water, Colour = new(0.012f, 0.07f, 0.12f), Second = new(0.03f, 0.16f, 0.2f), Scale = 0.3f,
                Roughness = 0.06f, Reflectance = 0.02f, Sweep = 0, Level = brief.Afloat ? 0 : -brief.Rise, WaveHeight = Math.Min(0.05f, 0.3f * brief.Rise), WaveLength = Math.Clamp(8 * brief.Radius, 0.5f, 1.6f),
            },
            Backdrop = new()
            {
                Zenith = new(0.11f, 0.28f, 0.62f), Horizon = new(0.44f, 0.65f, 0.86f), Glow = new(0.9f, 0.8f, 0.6f), GlowSize = 0.5f,
                GlowDirection = Direction.Of(-30, 24), Ambient = 0.85f,
            },
            Matter = Matter.Stone,
            Surface = Grounds.Stone,
            Key = new(1.45f, 1.34f, 1.16f),
            Fill = new(0.5f, 0.62f, 0.78f),
            Rim = new(1.2f, 1.1f, 0.95f),
            Source = Direction.Of(-122, 46),
            Softness = 0.35f,
            Haze = 0.0008f,
            Scenery = Stand(brief),
        };
    }

    // What carries the subject: a dark rock, or a jetty.
    private static IReadOnlyList<Fixture> Stand(SetBrief brief) => brief.Standing switch
    {
        Standing.Afloat => [],
        Standing.Alone =>
        [
            .. Ledge.Make(1.6f * brief.Footprint, 2 * brief.Rise, Rock, new(7)).Near(default),
            .. Boulder.Make(new Vector3(3.4f, 1.5f, 2.6f) * brief.Radius, 0.4f, Rock, new(8)).Far(new(-7.5f * brief.Radius, -1.2f * brief.Rise, -9 * brief.Radius), 20),
        ],
        _ => [.. Deck.Make(brief.Across(8 * brief.Radius), 40 * brief.Radius, Math.Max(0.14f, 1.2f * brief.Radius), 0.6f * brief.Rise, Substances.Wood(new(0.2f, 0.16f, 0.125f), new(1)), new(1))
            .Near(new(0, 0, -8 * brief.Radius))],
    };

    private static Material Rock { get; } = new() { Colour = new(0.085f, 0.078f, 0.07f), Roughness = 0.6f };
}
