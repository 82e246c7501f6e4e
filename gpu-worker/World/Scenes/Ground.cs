using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>The endless plane below everything.</summary>
public sealed record Ground
{
    /// <summary>
    /// Height of the plane in metres, 0 or below: what stands at y = 0 on a rock, a jetty or a plinth has water below it. Heights of
    /// <see cref="WaterSurface"/> count from here.
    /// </summary>
    public float Level { get; init; }

    /// <summary>What it looks like.</summary>
    public GroundPattern Pattern { get; init; } = GroundPattern.Plain;

    /// <summary>Linear main colour.</summary>
    public Vector3 Colour { get; init; } = new(0.75f);

    /// <summary>Linear second colour: veins, gaps, grain.</summary>
    public Vector3 Second { get; init; } = new(0.6f);

    /// <summary>Size of the pattern in metres: width of a board, distance of veins.</summary>
    public float Scale { get; init; } = 0.12f;

    /// <summary>Perceptual roughness of its reflection.</summary>
    public float Roughness { get; init; } = 0.3f;

    /// <summary>Mirror reflection at normal incidence, 0.02 (water) to 0.2 (polished).</summary>
    public float Reflectance { get; init; } = 0.04f;

    /// <summary>
    /// Distance in metres from the origin at which a studio floor bends up into the backdrop without a visible seam; 0 for an open
    /// ground with a horizon.
    /// </summary>
    public float Sweep { get; init; } = 1.2f;

    /// <summary>Height of the highest waves above their mean in metres, for <see cref="GroundPattern.Water"/>.</summary>
    public float WaveHeight { get; init; }

    /// <summary>Distance from crest to crest of the longest waves in metres.</summary>
    public float WaveLength { get; init; } = 1;

    /// <summary>How deep the bottom lies below clear water, in metres; 0 for water that shows no bottom.</summary>
    public float Depth { get; init; }

    /// <summary>What the bottom below clear water looks like; <see cref="Second"/> is its colour and <see cref="Scale"/> its scale.</summary>
    public GroundPattern Bottom { get; init; } = GroundPattern.Tiles;
}
