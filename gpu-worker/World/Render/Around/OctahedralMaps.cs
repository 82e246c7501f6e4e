using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>
/// Octahedral maps ready to be read between their texels: each texel lies with its neighbours to the right, below, and across, so that one
/// read brings all four, and each map has a border of one texel.
/// </summary>
internal sealed unsafe class OctahedralMaps
{
    private readonly int[] packed;
    private readonly WideInt starts;
    private readonly Wide sizes;

    /// <param name="sides">Texels along a side of each map, at most 16 of them.</param>
    public OctahedralMaps(params ReadOnlySpan<int> sides)
    {
        var (total, offsets, lengths) = (0, new int[16], new float[16]);
        for (var map = 0; map < sides.Length; map++)
        {
            (offsets[map], lengths[map]) = (total, sides[map]);
            total += (sides[map] + 2) * (sides[map] + 2);
        }

        (starts, sizes) = (Vector512.Create(offsets), Vector512.Create(lengths));
        packed = GC.AllocateArray<int>(4 * total, pinned: true);
    }

    /// <summary>Takes over a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="number">Which it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(Octahedron map, int number)
    {
        var row = map.Size + 2;
        for (var y = 0; y < row; y++)
        for (var x = 0; x < row; x++)
        {
            var texel = SharedExponent.Pack(map.Beyond(x - 1, y - 1));
            var at = 4 * (starts[number] + y * row + x);
            packed[at] = texel;
            if (x > 0) packed[at - 3] = texel;
            if (y > 0) packed[at - 4 * row + 2] = texel;
            if (x > 0 && y > 0) packed[at - 4 * row - 1] = texel;
        }
    }

    /// <summary>Where directions lie on the square from -1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fold(in Wide3 direction, out Wide x, out Wide z)
    {
        var inverse = Inverse(Vector512.Abs(direction.X) + Vector512.Abs(direction.Y) + Vector512.Abs(direction.Z));
        x = direction.X * inverse;
        z = direction.Z * inverse;
        var below = Vector512.LessThan(direction.Y, Wide.Zero);
        var foldX = Vector512.CopySign(Wide.One - Vector512.Abs(z), x);
        var foldZ = Vector512.CopySign(Wide.One - Vector512.Abs(x), z);
        x = Select(below, foldX, x);
        z = Select(below, foldZ, z);
    }

    /// <summary>Colours between the texels of maps.</summary>
    /// <param name="x">Place on the square.</param>
    /// <param name="z">Likewise.</param>
    /// <param name="number">Which map.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Look(Wide x, Wide z, WideInt number)
    {
        var size = Vector512.Shuffle(sizes, number);
        var u = Fma(Fma(x, All(0.5f), All(0.5f)), size, All(0.5f));
        var v = Fma(Fma(z, All(0.5f), All(0.5f)), size, All(0.5f));
        var u0 = Min(Vector512.Floor(u), size);
        var v0 = Min(Vector512.Floor(v), size);
        var fx = u - u0;
        var fy = v - v0;
        var at = Vector512.Shuffle(starts, number) + Whole(Fma(v0, size + All(2), u0));
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(packed));
        Gather4(data, at * 4, out var a, out var b, out var c, out var d);
        var below = fx * fy;
        return Texel(a) * (Wide.One - fx - fy + below) + Texel(b) * (fx - below) + Texel(c) * (fy - below) + Texel(d) * below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Texel(Wide word) => SharedExponent.Unpack(word.AsInt32());
}
