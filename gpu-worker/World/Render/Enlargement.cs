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
        var sum = Wide.Zero;
        for (var k = 0; k < 4; k++)
        {
            var row = Row(Math.Clamp(first + k, 0, height - 1)) + x / 2 - 2;
            sum = Fma(Vector512.Load(row), All(Weight(odd ? k : 3 - k)), sum);
        }

        var places = Vector512.Create(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8);
        var result = Wide.Zero;
        for (var k = 0; k < 4; k++)
        {
            var (right, left) = (Weight(k), Weight(3 - k));
            var weights = Vector512.Create(
                left, right, left, right, left, right, left, right, left, right, left, right, left, right, left, right);
            result = Fma(Vector512.Shuffle(sum, places + Vector512.Create(k)), weights, result);
        }

        return result;
    }

    /// <summary>The cubic's weights a quarter of the way from the second to the third of four pixels.</summary>
    private static float Weight(int k) => k switch { 0 => -0.0703125f, 1 => 0.8671875f, 2 => 0.2265625f, _ => -0.0234375f };

    private float* Row(int y) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(values)) + y * stride + Margin;
}
