using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>A square of numbers, each kept with its neighbours to the right, below and across, so that one read brings all four.</summary>
/// <param name="side">Numbers along a side, a power of two where the square is repeated.</param>
internal sealed unsafe class Quads(int side)
{
    private readonly float[] quads = GC.AllocateArray<float>(4 * side * side, pinned: true);

    /// <summary>Takes over the numbers, row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(ReadOnlySpan<float> values)
    {
        for (var y = 0; y < side; y++)
        {
            var row = values.Slice(y * side, side);
            var next = values.Slice((y + 1) % side * side, side);
            var to = quads.AsSpan(4 * y * side, 4 * side);
            for (var x = 0; x < row.Length; x++)
            {
                var right = x + 1 < row.Length ? x + 1 : 0;
                Vector128.Create(row[x], row[right], next[x], next[right]).CopyTo(to[(4 * x)..]);
            }
        }
    }

    /// <summary>Between the numbers around points of the square, which is repeated in all directions.</summary>
    /// <param name="x">Along the rows: 0 at the first number, 1 at the next.</param>
    /// <param name="y">From row to row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Repeated(Wide x, Wide y)
    {
        var (x0, y0) = (Vector512.Floor(x), Vector512.Floor(y));
        var last = Vector512.Create(side - 1);
        return Between((Whole(y0) & last) * side + (Whole(x0) & last), x - x0, y - y0);
    }

    /// <summary>Between a number and its neighbours.</summary>
    /// <param name="at">Which numbers.</param>
    /// <param name="right">How far to the right, 0 to 1.</param>
    /// <param name="down">How far down, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Between(WideInt at, Wide right, Wide down)
    {
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(quads));
        Gather4(data, at * 4, out var a, out var b, out var c, out var d);
        return Lerp(Lerp(a, b, right), Lerp(c, d, right), down);
    }
}
