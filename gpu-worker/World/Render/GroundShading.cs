using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Grounds;
using SoraFunctions.World.Render.Waters;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>What sixteen points of the ground are like.</summary>
internal struct GroundSample
{
    public Wide3 Albedo;
    public Wide3 Normal;
    public Wide Roughness;
    public Wide Reflectance;

    /// <summary>Light that comes from what is seen through it.</summary>
    public Wide3 Emission;
}

/// <summary>The patterns of the ground, each filtered to the size of a pixel.</summary>
internal sealed class GroundShading
{
    private readonly Ground ground;
    private readonly Painting? painting;
    private readonly GroundTile? tile;
    private readonly Variation? variation;
    private readonly Puddles? puddles;

    public GroundShading(Ground ground, long seed)
    {
        this.ground = ground;
        painting = Painting.Of(ground.Pattern);
        var pattern = unchecked((int)(seed * 2654435761 >> 7)) & 0xffff;
        if (ground.Pattern == GroundPattern.Water) Water = new WaterShading(ground, pattern);
        MeanColour = ground.Pattern == GroundPattern.None ? Vector3.Zero : ground.Colour;
        if (Water is not null) MeanColour = Water.MeanColour;
        if (painting is null) return;
        tile = new GroundTile(painting, ground, pattern);
        MeanColour = tile.Mean;
        if (painting.Rained)
        {
            MeanColour *= Puddles.MeanLight;
            puddles = new Puddles(MathF.Max(0.005f, ground.Scale), MathF.Max(ground.Reflectance, 0.025f), pattern);
        }

        if (painting.Variation > 0) variation = new Variation(painting.Variation, 0.31f / (MathF.Max(0.005f, ground.Scale) * painting.Period), pattern);
    }

    /// <summary>The water, where the ground is water.</summary>
    public WaterShading? Water { get; }

    /// <summary>Whether light on it varies so slowly that it can be found for several pixels at once.</summary>
    public bool Flat => Water is null;

    /// <summary>Whether its slopes tilt the light that it mirrors.</summary>
    public bool Polished => painting is { Polished: true };

    /// <summary>The colour that it has from far away.</summary>
    public Vector3 MeanColour { get; }

    /// <summary>How the light on it turns with its slopes.</summary>
    public Relief Relief { get; set; } = Relief.None;

    /// <summary>The ground at points of the plane.</summary>
    /// <param name="x">Metres.</param>
    /// <param name="z">Metres.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    /// <param name="sample">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void At(Wide x, Wide z, Wide footprint, out GroundSample sample)
    {
        if (Water is not null)
        {
            Water.At(x, z, footprint, out sample);
            return;
        }

        if (tile is null || painting is null)
        {
            sample.Albedo = Wide3.All(ground.Colour);
            sample.Normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
            sample.Roughness = All(Math.Clamp(ground.Roughness, 0.03f, 1));
            sample.Reflectance = All(ground.Reflectance);
            sample.Emission = Wide3.Zero;
            return;
        }

        tile.At(x, z, footprint, out sample);
        if (variation is not null) sample.Albedo *= variation.At(x, z);
        puddles?.Wet(x, z, footprint, ref sample);
        if (painting.Polished)
        {
            sample.Normal = Wide3.Normalize(sample.Normal);
            return;
        }

        sample.Albedo *= Relief.Light(sample.Normal);
        sample.Normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
    }
}
