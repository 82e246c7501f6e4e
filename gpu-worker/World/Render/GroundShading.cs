using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Grounds;
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
}

/// <summary>The patterns of the ground, each filtered to the size of a pixel.</summary>
internal sealed class GroundShading
{
    private readonly Ground ground;
    private readonly Painting? painting;
    private readonly GroundTile? tile;
    private readonly Variation? variation;

    public GroundShading(Ground ground, long seed)
    {
        this.ground = ground;
        painting = Painting.Of(ground.Pattern);
        MeanColour = ground.Pattern == GroundPattern.None ? Vector3.Zero : ground.Colour;
        if (painting is null) return;
        var pattern = unchecked((int)(seed * 2654435761 >> 7)) & 0xffff;
        tile = new GroundTile(painting, ground, pattern);
        MeanColour = tile.Mean;
        if (painting.Variation > 0) variation = new Variation(painting.Variation, 0.31f / (MathF.Max(0.005f, ground.Scale) * painting.Period), pattern);
    }

    /// <summary>Whether light on it varies so slowly that it can be found for several pixels at once.</summary>
    public bool Flat => ground.Pattern != GroundPattern.Water;

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
        if (tile is null || painting is null)
        {
            sample.Albedo = Wide3.All(ground.Colour);
            sample.Normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
            sample.Roughness = All(Math.Clamp(ground.Roughness, 0.03f, 1));
            sample.Reflectance = All(ground.Reflectance);
            return;
        }

        tile.At(x, z, footprint, out sample);
        if (variation is not null) sample.Albedo *= variation.At(x, z);
        if (painting.Polished)
        {
            sample.Normal = Wide3.Normalize(sample.Normal);
            return;
        }

        sample.Albedo *= Relief.Light(sample.Normal);
        sample.Normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
    }
}
