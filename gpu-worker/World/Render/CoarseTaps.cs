using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Reads the coarse picture for a block of 4 by 4 pixels: between the four places around each pixel, those of other bodies left out.
/// </summary>
/// <param name="map">The light map, which holds it.</param>
/// <param name="x">Left edge of the block in pixels.</param>
/// <param name="y">Top edge.</param>
internal unsafe ref struct CoarseTaps(LightMap map, int x, int y)
{
    private readonly int column = x / 2 - 1;
    private readonly int row = y / 2 - 1;
    private Wide w00;
    private Wide w01;
    private Wide w10;
    private Wide w11;

    /// <summary>Looks for a surface.</summary>
    /// <param name="id">The body of each lane, or <see cref="LightMap.Nothing"/> for the ground and the backdrop.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <returns>Whether all of them are known; otherwise there is nothing to read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(WideInt id, Wide mask)
    {
        var (c0, c1, r0, r1) = (column >> 2, column + 3 >> 2, row >> 2, row + 3 >> 2);
        if (map.CoarseState(c0, r0) == LightMap.Fine || map.CoarseState(c1, r1) == LightMap.Fine
            || map.CoarseState(c1, r0) == LightMap.Fine || map.CoarseState(c0, r1) == LightMap.Fine) return false;
        LightTaps.Between(out w00, out w01, out w10, out w11);
        var known = map.Block((float*)map.Known, column, row).AsInt32();
        if (Vector512.EqualsAll(known, Vector512.Create(known.ToScalar()))) return !Any(mask & ~Vector512.Equals(known, id).AsSingle());
        var at = LightTaps.Corner;
        w00 &= Vector512.Equals(Vector512.Shuffle(known, at), id).AsSingle();
        w01 &= Vector512.Equals(Vector512.Shuffle(known, at + WideInt.One), id).AsSingle();
        w10 &= Vector512.Equals(Vector512.Shuffle(known, at + Vector512.Create(4)), id).AsSingle();
        w11 &= Vector512.Equals(Vector512.Shuffle(known, at + Vector512.Create(5)), id).AsSingle();
        var sum = w00 + w01 + w10 + w11;
        if (Any(Vector512.LessThan(sum, All(0.03f)) & mask)) return false;
        var scale = Inverse(Max(sum, All(0.03f)));
        w00 *= scale;
        w01 *= scale;
        w10 *= scale;
        w11 *= scale;
        return true;
    }

    /// <summary>Radiance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Wide3 Colour() => new(Read(0), Read(1), Read(2));

    /// <summary>Distance along the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Wide Depth() => Read(3);

    /// <summary>How bodies move over the picture while the shutter is open, in pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Motion(out Wide dx, out Wide dy) => (dx, dy) = (Read(4), Read(5));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Wide Read(int plane)
    {
        var block = map.Block(map.Coarse(plane), column, row);
        var at = LightTaps.Corner;
        var value = Vector512.Shuffle(block, at) * w00;
        value = Fma(Vector512.Shuffle(block, at + WideInt.One), w01, value);
        value = Fma(Vector512.Shuffle(block, at + Vector512.Create(4)), w10, value);
        return Fma(Vector512.Shuffle(block, at + Vector512.Create(5)), w11, value);
    }
}
