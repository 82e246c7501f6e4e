using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Paints sixteen points of a pattern.</summary>
/// <param name="x">In units of the ground's scale, within the period.</param>
/// <param name="z">Likewise.</param>
/// <param name="ground">Its colours.</param>
/// <param name="seed">Which pattern.</param>
/// <param name="texel">Comes with the ground's plain look.</param>
internal delegate void Painter(Wide x, Wide z, Ground ground, int seed, ref GroundTexel texel);

/// <summary>How a pattern is painted.</summary>
/// <param name="Painter">Its painter.</param>
/// <param name="Period">After how many units of the ground's scale it repeats.</param>
/// <param name="Side">Texels along a period, a power of two.</param>
/// <param name="Hollows">How much darker hollows are, 0 to 1.</param>
/// <param name="Variation">How much it varies over distances that no tile holds, 0 to 1.</param>
internal sealed record Painting(Painter Painter, int Period, int Side, float Hollows = 0, float Variation = 0)
{
    /// <summary>Whether its slopes tilt reflections, as of tiles and puddles; otherwise they only turn to and from the light.</summary>
    public bool Polished { get; init; }

    /// <summary>Whether rain stands on it.</summary>
    public bool Rained { get; init; }

    /// <summary>The painting of a pattern; null for one that is not painted.</summary>
    public static Painting? Of(GroundPattern pattern) => pattern switch
    {
        GroundPattern.Marble => new(Marble.Paint, 3, 1024),
        GroundPattern.Wood => new(Boards.Paint, 6, 1024),
        GroundPattern.Sand => new(RippledSand.Paint, 12, 1024, 0.2f, 0.1f),
        GroundPattern.Concrete => new(Slabs.Paint, 2, 1024, 0.3f, 0.1f),
        GroundPattern.WetAsphalt => new(Asphalt.Paint, 2, 1024, 0.4f, 0.2f) { Polished = true, Rained = true },
        GroundPattern.Tiles => new(GlazedTiles.Paint, 6, 1024, 0.3f) { Polished = true },
        GroundPattern.Snow => new(SnowCover.Paint, 8, 1024, 0.1f, 0.04f),
        GroundPattern.Forest => new(WoodlandFloor.Paint, 6, 1024, 0.8f, 0.2f),
        GroundPattern.Gravel => new(Pebbles.Paint, 16, 1024, 0.9f, 0.15f),
        GroundPattern.Dunes => new(WindRipples.Paint, 24, 1024, 0.15f, 0.1f),
        GroundPattern.Cloth => new(Weave.Paint, 16, 512, 0.5f, 0.05f),
        _ => null,
    };
}
