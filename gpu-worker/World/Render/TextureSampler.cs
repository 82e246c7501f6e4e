using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// A picture made ready for filtering: four bytes a texel, so that one read brings all of it, with all its smaller levels. Colours are
/// premultiplied by alpha and stored as square roots of linear light, which are finer than sRGB everywhere; measures stay as they are.
/// </summary>
internal sealed unsafe class TextureSampler
{
    private readonly int[] texels;
    private readonly WideInt offsets;
    private readonly WideInt widths;
    private readonly WideInt heights;
    private readonly int levels;
    private readonly Tiling across;
    private readonly Tiling down;
    private readonly bool data;

    public TextureSampler(Texture picture)
    {
        (across, down, data) = (picture.Across, picture.Down, picture.IsData);
        levels = Math.Min(16, 1 + (int)Math.Log2(Math.Max(picture.Width, picture.Height)));
        var (starts, wide, high) = (new int[16], new int[16], new int[16]);
        var total = 0;
        for (var level = 0; level < levels; level++)
        {
            wide[level] = Math.Max(1, picture.Width >> level);
            high[level] = Math.Max(1, picture.Height >> level);
            starts[level] = total;
            total += (wide[level] + 1) * high[level];
        }

        (offsets, widths, heights) = (Vector512.Create(starts), Vector512.Create(wide), Vector512.Create(high));
        Area = (float)wide[0] * high[0];
        // Rows end with one more, what is beside the last: two neighbours always lie together.
        texels = GC.AllocateArray<int>(total, pinned: true);
        var linear = Linear(picture);
        for (var level = 0; level < levels; level++)
        {
            if (level > 0) linear = Halved(linear, wide[level - 1], high[level - 1], wide[level], high[level]);
            var row = wide[level] + 1;
            for (var y = 0; y < high[level]; y++)
            {
                var to = texels.AsSpan(starts[level] + y * row, row);
                Pack(linear.AsSpan(4 * y * wide[level], 4 * wide[level]), to[..^1]);
                to[^1] = across == Tiling.Repeat ? to[0] : to[^2];
            }
        }
    }

    /// <summary>Texels in the picture.</summary>
    public float Area { get; }

    /// <summary>Samples with trilinear filtering.</summary>
    /// <param name="u">Across.</param>
    /// <param name="v">Down.</param>
    /// <param name="level">0 for the picture itself, 1 for half its size, ...</param>
    /// <param name="alpha">Coverage.</param>
    /// <returns>Linear colour, premultiplied; or measures.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Sample(Wide u, Wide v, Wide level, out Wide alpha)
    {
        level = Min(Max(level, Wide.Zero), All(levels - 1));
        var whole = Vector512.Floor(level);
        // Nothing is seen of a level that weighs a tenth: what is left is blended a little faster.
        var blend = Saturate(Fma(level - whole, All(1.25f), All(-0.125f)));
        var index = Whole(whole);
        var nearer = Vector512.LessThan(blend, Wide.One);
        if (!Any(nearer)) return Bilinear(u, v, index + WideInt.One, out alpha);
        var colour = Bilinear(u, v, index, out alpha);
        if (!Any(Vector512.GreaterThan(blend, Wide.Zero))) return colour;
        var coarse = Bilinear(u, v, Vector512.Min(index + WideInt.One, Vector512.Create(levels - 1)), out var coarseAlpha);
        alpha = Lerp(alpha, coarseAlpha, blend);
        return Wide3.Lerp(colour, coarse, blend);
    }

    /// <summary>Coverage at points of the picture.</summary>
    public Wide Alpha(Wide u, Wide v)
    {
        Bilinear(u, v, WideInt.Zero, out var alpha);
        return alpha;
    }

    private int* Texels => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(texels));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Wide3 Bilinear(Wide u, Wide v, WideInt level, out Wide alpha)
    {
        var width = Vector512.Shuffle(widths, level);
        var height = Vector512.Shuffle(heights, level);
        var offset = Vector512.Shuffle(offsets, level);
        Place(v, height, down, out var above, out var below, out var fy);
        Beside(u, width, across, out var left, out var fx);
        var row = width + WideInt.One;
        above = above * row + offset + left;
        below = below * row + offset + left;
        Ahead(below + Vector512.ShiftLeft(row, 2));
        Gather2(Texels, above, out var p00, out var p01);
        Gather2(Texels, below, out var p10, out var p11);
        var w11 = fx * fy;
        var w01 = fx - w11;
        var w10 = fy - w11;
        var w00 = Wide.One - fx - w10;
        Wide r = Wide.Zero, g = Wide.Zero, b = Wide.Zero, a = Wide.Zero;
        Add(p00, w00, ref r, ref g, ref b, ref a);
        Add(p01, w01, ref r, ref g, ref b, ref a);
        Add(p10, w10, ref r, ref g, ref b, ref a);
        Add(p11, w11, ref r, ref g, ref b, ref a);
        alpha = a * (1 / 255f);
        var unit = data ? 1 / 255f : 1 / 65025f;
        return new Wide3(r, g, b) * unit;
    }

    /// <summary>What the next four rows of pixels will ask for, where they are about as large as texels: pictures lie far from the processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ahead(WideInt places)
    {
        if (!Sse.IsSupported) return;
        var data = Texels;
        Sse.Prefetch0(data + places.GetElement(0));
        Sse.Prefetch0(data + places.GetElement(4));
        Sse.Prefetch0(data + places.GetElement(8));
        Sse.Prefetch0(data + places.GetElement(12));
    }

    /// <summary>The two texels around a place, and how far it lies from the first to the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Place(Wide u, WideInt size, Tiling tiling, out WideInt first, out WideInt second, out Wide part)
    {
        var last = size - WideInt.One;
        var x = Along(u, size, tiling);
        var x0 = Vector512.Floor(x);
        part = x - x0;
        first = Whole(x0);
        second = first + WideInt.One;
        if (tiling == Tiling.Repeat)
        {
            first = Vector512.ConditionalSelect(Vector512.LessThan(first, WideInt.Zero), last, first);
            second = Vector512.ConditionalSelect(Vector512.GreaterThan(second, last), WideInt.Zero, second);
            return;
        }

        first = Vector512.Max(first, WideInt.Zero);
        second = Vector512.Min(second, last);
    }

    /// <summary>The first of two texels that lie together in a row, and how far a place is from the first to the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Beside(Wide u, WideInt size, Tiling tiling, out WideInt first, out Wide part)
    {
        var x = Along(u, size, tiling);
        var x0 = Vector512.Floor(x);
        var before = Vector512.LessThan(x0, Wide.Zero);
        part = x - x0;
        first = Whole(x0);
        if (tiling == Tiling.Repeat)
        {
            first = Select(before, size - WideInt.One, first);
            return;
        }

        first = Vector512.Max(first, WideInt.Zero);
        part &= ~before;
    }

    /// <summary>A place in texels, 0 in the middle of the first, no farther than the edges of the picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Along(Wide u, WideInt size, Tiling tiling)
    {
        if (tiling == Tiling.Mirror)
        {
            var turn = u * 0.5f;
            turn = (turn - Vector512.Floor(turn)) * 2;
            u = Min(turn, All(2) - turn);
        }
        else if (tiling == Tiling.Repeat)
        {
            var outside = Vector512.LessThan(u, Wide.Zero) | Vector512.GreaterThan(u, Wide.One);
            u = Select(outside, u - Vector512.Floor(u), u);
        }

        var x = Fma(u, Vector512.ConvertToSingle(size), All(-0.5f));
        return Min(Max(x, All(-0.5f)), Vector512.ConvertToSingle(size) - All(0.5f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(WideInt word, Wide weight, ref Wide r, ref Wide g, ref Wide b, ref Wide a)
    {
        var low = Vector512.Create(0xff);
        var red = Vector512.ConvertToSingle(word & low);
        var green = Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 8) & low);
        var blue = Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 16) & low);
        a = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 24)), weight, a);
        if (data)
        {
            r = Fma(red, weight, r);
            g = Fma(green, weight, g);
            b = Fma(blue, weight, b);
            return;
        }

        r = Fma(red * red, weight, r);
        g = Fma(green * green, weight, g);
        b = Fma(blue * blue, weight, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] Linear(Texture picture)
    {
        var rgba = picture.Rgba;
        var curve = new float[256];
        for (var i = 0; i < 256; i++) curve[i] = data ? i / 255f : ColourSpace.FromSrgb(i / 255f);
        var linear = new float[4 * picture.Width * picture.Height];
        for (var i = 0; i < linear.Length; i += 4)
        {
            var a = rgba[i + 3] / 255f;
            for (var k = 0; k < 3; k++) linear[i + k] = curve[rgba[i + k]] * (data ? 1 : a);
            linear[i + 3] = a;
        }

        return linear;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(ReadOnlySpan<float> from, Span<int> to)
    {
        for (var i = 0; i < to.Length; i++)
        {
            var texel = from.Slice(4 * i, 4);
            to[i] = (int)(texel[3] * 255 + 0.5f) << 24;
            for (var k = 0; k < 3; k++) to[i] |= (int)((data ? texel[k] : MathF.Sqrt(texel[k])) * 255 + 0.5f) << 8 * k;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float[] Halved(float[] from, int fw, int fh, int w, int h)
    {
        var to = new float[4 * w * h];
        for (var y = 0; y < h; y++)
        for (var x = 0; x < w; x++)
        for (var k = 0; k < 4; k++)
        {
            var (x1, y1) = (Math.Min(2 * x + 1, fw - 1), Math.Min(2 * y + 1, fh - 1));
            to[4 * (y * w + x) + k] = 0.25f * (from[4 * (2 * y * fw + 2 * x) + k] + from[4 * (2 * y * fw + x1) + k]
                + from[4 * (y1 * fw + 2 * x) + k] + from[4 * (y1 * fw + x1) + k]);
        }

        return to;
    }
}
