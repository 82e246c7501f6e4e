using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>A plane that is read at twice its size (Catmull and Rom's cubic, half a pixel at a time).</summary>
internal sealed unsafe class Enlargement
{
    private const int Margin = 8;
    private readonly int width;
    private readonly int height;
    private readonly int stride;
    private readonly float[] values;

    /// <param name="width">Pixels across, before it is enlarged.</param>
    /// <param name="height">Pixels down.</param>
    public Enlargement(int width, int height)
    {
        (this.width, this.height) = (width, height);
        stride = ((width + 15) & ~15) + 4 * Margin;
        values = GC.AllocateArray<float>(stride * height + 16, pinned: true);
    }

    /// <summary>Writes sixteen pixels of a row.</summary>
    public void Write(int x, int y, Wide value) => value.Store(Row(y) + x);

    /// <summary>Repeats the ends of a row that has been written, for pixels near them.</summary>
    public void Finish(int y)
    {
        var row = Row(y);
        for (var i = 1; i <= Margin; i++) (row[-i], row[width - 1 + i]) = (row[0], row[width - 1]);
    }

    /// <summary>Sixteen pixels at twice the size.</summary>
    /// <param name="x">From the left, even.</param>
    /// <param name="y">From the top.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide Read(int x, int y)
    {
        var (first, odd) = (y / 2 - 2 + (y & 1), (y & 1) != 0);
        var column = x / 2 - 2;
        var sum = Vector512.Load(Row(Clamped(first)) + column) * Weight(odd ? 0 : 3);
        sum = Fma(Vector512.Load(Row(Clamped(first + 1)) + column), All(Weight(odd ? 1 : 2)), sum);
        sum = Fma(Vector512.Load(Row(Clamped(first + 2)) + column), All(Weight(odd ? 2 : 1)), sum);
        sum = Fma(Vector512.Load(Row(Clamped(first + 3)) + column), All(Weight(odd ? 3 : 0)), sum);
        // Even pixels lie left of the middle of their four, odd ones right of it.
        var result = Vector512.ShuffleNative(sum, Vector512.Create(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8)) * Pair(Weight(3), Weight(0));
        result = Fma(Vector512.ShuffleNative(sum, Vector512.Create(1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9)), Pair(Weight(2), Weight(1)), result);
        result = Fma(Vector512.ShuffleNative(sum, Vector512.Create(2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10)), Pair(Weight(1), Weight(2)), result);
        return Fma(Vector512.ShuffleNative(sum, Vector512.Create(3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11)), Pair(Weight(0), Weight(3)), result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Pair(float even, float odd) =>
        Vector512.Create(even, odd, even, odd, even, odd, even, odd, even, odd, even, odd, even, odd, even, odd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Clamped(int row) => Math.Clamp(row, 0, height - 1);

    /// <summary>The cubic's weights a quarter of the way from the second to the third of four pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Weight(int k) => k switch { 0 => -0.0703125f, 1 => 0.8671875f, 2 => 0.2265625f, _ => -0.0234375f };

    private float* Row(int y) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(values)) + y * stride + Margin;
}
