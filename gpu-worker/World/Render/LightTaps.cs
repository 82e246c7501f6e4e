using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Reads the light map for a block of 4 by 4 pixels: between the four places around each pixel, those of other surfaces left out
/// (Kopf et al., "Joint Bilateral Upsampling", 2007).
/// </summary>
internal unsafe struct LightTaps : IPlaces
{
    private readonly LightMap map;
    private readonly int column;
    private readonly int row;
    private Wide w00;
    private Wide w01;
    private Wide w10;
    private Wide w11;
    private Wide turned;
    private ulong lost;
    private fixed int instead[16];

    /// <param name="map">The map.</param>
    /// <param name="x">Left edge of the block in pixels.</param>
    /// <param name="y">Top edge.</param>
    public LightTaps(LightMap map, int x, int y)
    {
        this.map = map;
        (column, row) = (x / 2 - 1, y / 2 - 1);
        Between(out w00, out w01, out w10, out w11);
    }

    /// <summary>Weights of the four places around each pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Between(out Wide w00, out Wide w01, out Wide w10, out Wide w11)
    {
        var fx = Vector512.Create(0.75f, 0.25f, 0.75f, 0.25f, 0.75f, 0.25f, 0.75f, 0.25f, 0.75f, 0.25f, 0.75f, 0.25f, 0.75f, 0.25f, 0.75f, 0.25f);
        var fy = Vector512.Create(0.75f, 0.75f, 0.75f, 0.75f, 0.25f, 0.25f, 0.25f, 0.25f, 0.75f, 0.75f, 0.75f, 0.75f, 0.25f, 0.25f, 0.25f, 0.25f);
        w11 = fx * fy;
        w01 = fx - w11;
        w10 = fy - w11;
        w00 = Wide.One - fx - w10;
    }

    /// <summary>Whether the surfaces of all lanes have their response at places beside them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Respond()
    {
        var (c0, c1, r0, r1) = (column >> 2, column + 3 >> 2, row >> 2, row + 3 >> 2);
        return lost == 0 && map.Responds(c0, r0) && map.Responds(c1, r1) && map.Responds(c1, r0) && map.Responds(c0, r1);
    }

    /// <summary>The response, where there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Response Response() => new(
        new Wide3(Read(map.Response(0), 0), Read(map.Response(1), 0), Read(map.Response(2), 0)),
        new Wide3(Read(map.Response(3), 0), Read(map.Response(4), 0), Read(map.Response(5), 0)));

    /// <summary>The first of the four places around each pixel in a block of 4 by 4; the others lie 1, 4 and 5 farther.</summary>
    public static WideInt Corner => Vector512.Create(0, 1, 1, 2, 4, 5, 5, 6, 4, 5, 5, 6, 8, 9, 9, 10);

    /// <summary>Leaves out all but the ground; a pixel without any beside it, as under the edge of a body, takes the nearest there is.</summary>
    /// <param name="needed">Lanes that count.</param>
    /// <returns>Lanes for which there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide OnlyGround(Wide needed)
    {
        var ids = map.Block((float*)map.Ids, column, row).AsInt32();
        var ground = Vector512.Equals(ids, Vector512.Create(LightMap.GroundId));
        if (Vector512.EqualsAll(ground, WideInt.AllBitsSet)) return Wide.Zero;
        Keep(Wide.One & ground.AsSingle());
        var none = Normalize() & needed;
        return Any(none) ? none & ~Replace(none, Vector512.Create(LightMap.GroundId)) : Wide.Zero;
    }

    /// <summary>Leaves out all but places of the same body, turned alike, at the same depth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OnlyAlike(WideInt body, in Wide3 normal, Wide depth, Wide mask)
    {
        var ids = map.Block((float*)map.Ids, column, row).AsInt32();
        var x = map.Block(map.Guide(0), column, row);
        var y = map.Block(map.Guide(1), column, row);
        var z = map.Block(map.Guide(2), column, row);
        var d = map.Block(map.Guide(3), column, row);
        var scale = Inverse(depth * 0.05f);
        w00 = Weigh(w00, 0, ids, x, y, z, d, body, normal, depth, scale);
        w01 = Weigh(w01, 1, ids, x, y, z, d, body, normal, depth, scale);
        w10 = Weigh(w10, 4, ids, x, y, z, d, body, normal, depth, scale);
        w11 = Weigh(w11, 5, ids, x, y, z, d, body, normal, depth, scale);
        turned = Normalize() & mask;
        Replace(turned, body);
    }

    /// <summary>Takes the nearest place of the same body in lanes that have none beside them.</summary>
    /// <returns>Lanes that now have one.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Wide Replace(Wide none, WideInt body)
    {
        lost = Bits(none);
        var found = Wide.Zero;
        for (var left = lost; left != 0; left &= left - 1)
        {
            var lane = FirstLane(left);
            instead[lane] = Nearest(body.GetElement(lane), lane & 3, lane >> 2);
            if (instead[lane] != int.MinValue) found = found.WithElement(lane, BitConverter.Int32BitsToSingle(-1));
        }

        return found;
    }

    /// <summary>Reads a plane.</summary>
    /// <param name="plane">Of the map.</param>
    /// <param name="unknown">For lanes whose surface has no place near by.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Wide Read(float* plane, float unknown)
    {
        var block = map.Block(plane, column, row);
        var at = Corner;
        var value = Vector512.Shuffle(block, at) * w00;
        value = Fma(Vector512.Shuffle(block, at + WideInt.One), w01, value);
        value = Fma(Vector512.Shuffle(block, at + Vector512.Create(4)), w10, value);
        value = Fma(Vector512.Shuffle(block, at + Vector512.Create(5)), w11, value);
        return lost == 0 ? value : Mend(value, plane, unknown);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Wide Mirrored(float* plane) => Read(plane, 0) & ~turned;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly Wide Mend(Wide value, float* plane, float unknown)
    {
        for (var left = lost; left != 0; left &= left - 1)
        {
            var lane = FirstLane(left);
            value = value.WithElement(lane, instead[lane] == int.MinValue ? unknown : plane[instead[lane]]);
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(Wide factor)
    {
        var at = Corner;
        w00 *= Vector512.Shuffle(factor, at);
        w01 *= Vector512.Shuffle(factor, at + WideInt.One);
        w10 *= Vector512.Shuffle(factor, at + Vector512.Create(4));
        w11 *= Vector512.Shuffle(factor, at + Vector512.Create(5));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Weigh(
        Wide weight, int step, WideInt ids, Wide x, Wide y, Wide z, Wide d, WideInt body, in Wide3 normal, Wide depth, Wide scale)
    {
        var at = Corner + Vector512.Create(step);
        var same = Vector512.Equals(Vector512.Shuffle(ids, at), body).AsSingle();
        var alike = Fma(Vector512.Shuffle(x, at), normal.X, Fma(Vector512.Shuffle(y, at), normal.Y, Vector512.Shuffle(z, at) * normal.Z));
        var apart = Vector512.Abs(Vector512.Shuffle(d, at) - depth) * scale;
        return ((weight + All(0.002f)) * Saturate(Fma(alike, All(2), All(-1))) * Saturate(All(1.5f) - apart)) & same;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Normalize()
    {
        var sum = w00 + w01 + w10 + w11;
        var none = Vector512.LessThan(sum, All(1e-4f));
        var scale = Inverse(Max(sum, All(1e-5f)));
        w00 *= scale;
        w01 *= scale;
        w10 *= scale;
        w11 *= scale;
        return none;
    }

    /// <summary>The nearest place of a body around a pixel, as an index, or int.MinValue.</summary>
    private readonly int Nearest(int body, int x, int y)
    {
        var (cx, cy) = (column + 1 + x / 2, row + 1 + y / 2);
        for (var ring = 1; ring <= 4; ring++)
        for (var k = 0; k < 8 * ring; k++)
        {
            var (side, along) = (k / (2 * ring), k % (2 * ring) - ring);
            var (dx, dy) = side switch { 0 => (along, -ring), 1 => (ring, along), 2 => (-along, ring), _ => (-ring, -along) };
            var (px, py) = (cx + dx, cy + dy);
            if (px < 0 || py < 0 || px >= map.Columns || py >= map.Rows) continue;
            if (map.Ids[py * map.Stride + px] == body) return py * map.Stride + px;
        }

        return int.MinValue;
    }
}
