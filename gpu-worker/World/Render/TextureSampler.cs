using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// A picture made ready for filtering: linear light, colour premultiplied by alpha, 16 bits a channel, with all its smaller levels.
/// </summary>
internal sealed unsafe class TextureSampler
{
    private readonly int[] texels;
    private readonly int[] offsets;
    private readonly int[] widths;
    private readonly int[] heights;

    public TextureSampler(Texture picture)
    {
        var levels = 1 + (int)Math.Log2(Math.Max(picture.Width, picture.Height));
        offsets = GC.AllocateArray<int>(levels, pinned: true);
        widths = GC.AllocateArray<int>(levels, pinned: true);
        heights = GC.AllocateArray<int>(levels, pinned: true);
        var total = 0;
        for (var level = 0; level < levels; level++)
        {
            widths[level] = Math.Max(1, picture.Width >> level);
            heights[level] = Math.Max(1, picture.Height >> level);
            offsets[level] = total;
            total += 2 * widths[level] * heights[level];
        }

        texels = GC.AllocateArray<int>(total, pinned: true);
        Linearise(picture.Rgba, MemoryMarshal.Cast<int, ushort>(texels.AsSpan()));
        for (var level = 1; level < levels; level++) Halve(level);
    }

    /// <summary>Texels in the picture.</summary>
    public float Area => (float)widths[0] * heights[0];

    /// <summary>Samples with trilinear filtering.</summary>
    /// <param name="u">Across; outside 0 to 1 the picture repeats.</param>
    /// <param name="v">Down.</param>
    /// <param name="level">0 for the picture itself, 1 for half its size, ...</param>
    /// <param name="alpha">Coverage.</param>
    /// <returns>Linear colour, premultiplied.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Sample(Wide u, Wide v, Wide level, out Wide alpha)
    {
        level = Min(Max(level, Wide.Zero), All(widths.Length - 1));
        var whole = Vector512.Floor(level);
        var blend = level - whole;
        var index = Vector512.ConvertToInt32(whole);
        var colour = Bilinear(u, v, index, out alpha);
        if (!Any(Vector512.GreaterThan(blend, All(0.02f)))) return colour;
        var coarse = Bilinear(u, v, Vector512.Min(index + WideInt.One, Vector512.Create(widths.Length - 1)), out var coarseAlpha);
        alpha = Lerp(alpha, coarseAlpha, blend);
        return Wide3.Lerp(colour, coarse, blend);
    }

    /// <summary>Whether the picture covers a point of a triangle.</summary>
    /// <param name="triangle">The triangle's record in <see cref="MeshIndex.Attributes"/>.</param>
    /// <param name="u">Weight of the second corner.</param>
    /// <param name="v">Weight of the third corner.</param>
    public Wide Solid(float* triangle, Wide u, Wide v)
    {
        var x = Fma(u, All(triangle[11] - triangle[9]), Fma(v, All(triangle[13] - triangle[9]), All(triangle[9])));
        var y = Fma(u, All(triangle[12] - triangle[10]), Fma(v, All(triangle[14] - triangle[10]), All(triangle[10])));
        Bilinear(x, y, WideInt.Zero, out var alpha);
        return Vector512.GreaterThanOrEqual(alpha, All(0.5f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Wrap(Wide x)
    {
        var outside = Vector512.LessThan(x, Wide.Zero) | Vector512.GreaterThan(x, Wide.One);
        return Select(outside, x - Vector512.Floor(x), x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Wide3 Bilinear(Wide u, Wide v, WideInt level, out Wide alpha)
    {
        var width = Gather(Pin(widths), level);
        var height = Gather(Pin(heights), level);
        var offset = Gather(Pin(offsets), level);
        var x = Wrap(u) * Vector512.ConvertToSingle(width) - All(0.5f);
        var y = Wrap(v) * Vector512.ConvertToSingle(height) - All(0.5f);
        var x0 = Vector512.Floor(x);
        var y0 = Vector512.Floor(y);
        var fx = x - x0;
        var fy = y - y0;
        var left = Vector512.Max(Vector512.ConvertToInt32(x0), WideInt.Zero);
        var right = Vector512.Min(Vector512.ConvertToInt32(x0) + WideInt.One, width - WideInt.One);
        var above = offset + 2 * (Vector512.Max(Vector512.ConvertToInt32(y0), WideInt.Zero) * width);
        var below = offset + 2 * (Vector512.Min(Vector512.ConvertToInt32(y0) + WideInt.One, height - WideInt.One) * width);
        var w11 = fx * fy;
        var w01 = fx - w11;
        var w10 = fy - w11;
        var w00 = Wide.One - fx - w10;
        Wide r = Wide.Zero, g = Wide.Zero, b = Wide.Zero, a = Wide.Zero;
        Tap(above + 2 * left, w00, ref r, ref g, ref b, ref a);
        Tap(above + 2 * right, w01, ref r, ref g, ref b, ref a);
        Tap(below + 2 * left, w10, ref r, ref g, ref b, ref a);
        Tap(below + 2 * right, w11, ref r, ref g, ref b, ref a);
        var unit = All(1 / 65535f);
        alpha = a * unit;
        return new Wide3(r * unit, g * unit, b * unit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Tap(WideInt at, Wide weight, ref Wide r, ref Wide g, ref Wide b, ref Wide a)
    {
        var low = Vector512.Create(0xffff);
        var rg = Gather(Pin(texels), at);
        var ba = Gather(Pin(texels), at + WideInt.One);
        r = Fma(Vector512.ConvertToSingle(rg & low), weight, r);
        g = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(rg, 16)), weight, g);
        b = Fma(Vector512.ConvertToSingle(ba & low), weight, b);
        a = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(ba, 16)), weight, a);
    }

    private static int* Pin(int[] array) => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));

    private static void Linearise(ReadOnlySpan<byte> rgba, Span<ushort> linear)
    {
        var curve = new float[256];
        for (var i = 0; i < 256; i++) curve[i] = ColourSpace.FromSrgb(i / 255f);
        for (var i = 0; i < rgba.Length; i += 4)
        {
            var a = rgba[i + 3] / 255f;
            for (var k = 0; k < 3; k++) linear[i + k] = (ushort)(curve[rgba[i + k]] * a * 65535f + 0.5f);
            linear[i + 3] = (ushort)(a * 65535f + 0.5f);
        }
    }

    private void Halve(int level)
    {
        var from = MemoryMarshal.Cast<int, ushort>(texels.AsSpan(offsets[level - 1]));
        var to = MemoryMarshal.Cast<int, ushort>(texels.AsSpan(offsets[level]));
        var (fw, fh, w, h) = (widths[level - 1], heights[level - 1], widths[level], heights[level]);
        for (var y = 0; y < h; y++)
        for (var x = 0; x < w; x++)
        for (var k = 0; k < 4; k++)
        {
            var (x1, y1) = (Math.Min(2 * x + 1, fw - 1), Math.Min(2 * y + 1, fh - 1));
            var sum = from[4 * (2 * y * fw + 2 * x) + k] + from[4 * (2 * y * fw + x1) + k]
                + from[4 * (y1 * fw + 2 * x) + k] + from[4 * (y1 * fw + x1) + k];
            to[4 * (y * w + x) + k] = (ushort)((sum + 2) / 4);
        }
    }
}
