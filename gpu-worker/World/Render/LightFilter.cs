using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Brings the samples of neighbouring places of the same surface together, first along rows, then along columns. The kernel 1/2, 1, 1, 1,
/// 1/2 gives every place of the 4 by 4 interleaving the same weight, so on an even surface nothing of the sampling pattern is left. What
/// varies slowly on the ground takes that kernel twice over.
/// </summary>
/// <param name="take">The scene.</param>
/// <param name="slow">Whether the planes vary slowly on the ground.</param>
/// <param name="states">Which states of the map tell where the planes are even.</param>
/// <param name="planes">The planes to filter, at most four.</param>
internal sealed unsafe class LightFilter(Take take, bool slow, int states, params int[] planes)
{
    /// <summary>Rows of blocks that are filtered at once: what is summed along a row then serves the rows above and below it.</summary>
    public const int Strip = 4;

    private const int Tall = 4 * Strip + 8;
    private readonly int reach = slow ? 4 : 2;

    /// <summary>The kernel from its middle outwards, where there is only ground.</summary>
    private readonly float[] kernel = slow ? [3.5f / 16, 3f / 16, 2f / 16, 1f / 16, 0.25f / 16] : [0.25f, 0.25f, 0.125f];

    /// <summary>Filters some rows of blocks, each of four rows of places.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="end">The one after the last, at most <see cref="Strip"/> farther.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Rows(int first, int end)
    {
        for (var column = 0; column < take.Map.Columns; column += 16)
        for (var block = first; block < end;)
        {
            if (IsEven(column / 4, block))
            {
                Copy(column, 4 * block++);
                continue;
            }

            var start = block++;
            while (block < end && !IsEven(column / 4, block)) block++;
            Filter(column, 4 * start, 4 * (block - start));
        }
    }

    /// <summary>Whether four blocks and all around them have the same numbers all over.</summary>
    private bool IsEven(int column, int row)
    {
        var code = LightMap.Neutral;
        for (var y = row - 1; y <= row + 1; y++)
        for (var x = column - 1; x <= column + 4; x++)
        {
            var state = take.Map.State(states, x, y);
            if (state == LightMap.Neutral) continue;
            if (state == 0 || code != LightMap.Neutral && code != state) return false;
            code = state;
        }

        return true;
    }

    private void Copy(int column, int row)
    {
        var map = take.Map;
        foreach (var plane in planes)
        {
            var from = map.Raw(plane) + row * map.Stride + column;
            var to = map.Smooth(plane) + row * map.Stride + column;
            for (var y = 0; y < 4; y++) Vector512.Load(from + y * map.Stride).Store(to + y * map.Stride);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Filter(int column, int row, int height)
    {
        var map = take.Map;
        var stride = map.Stride;
        var count = planes.Length;
        var weights = stackalloc Wide[9];
        var rows = stackalloc float[16 * Tall * 4];
        var plain = 0u;
        for (var y = 0; y < height + 2 * reach; y++)
        {
            var at = (row + y - reach) * stride + column;
            if (IsGround(at))
            {
                plain |= 1u << y;
                for (var k = 0; k < count; k++) Plain(map.Raw(planes[k]) + at, 1).Store(rows + 16 * (Tall * k + y));
                continue;
            }

            var total = Weights(at, 1, weights);
            for (var k = 0; k < count; k++)
            {
                var from = map.Raw(planes[k]) + at - reach;
                var sum = Wide.Zero;
                for (var i = 0; i <= 2 * reach; i++) sum = Fma(Vector512.Load(from + i), weights[i], sum);
                (sum * total).Store(rows + 16 * (Tall * k + y));
            }
        }

        var window = (2u << 2 * reach) - 1;
        for (var y = 0; y < height; y++)
        {
            var at = (row + y) * stride + column;
            if ((plain >> y & window) == window)
            {
                for (var k = 0; k < count; k++) Plain(rows + 16 * (Tall * k + y + reach), 16).Store(map.Smooth(planes[k]) + at);
                continue;
            }

            var total = Weights(at, stride, weights);
            for (var k = 0; k < count; k++)
            {
                var from = rows + 16 * (Tall * k + y);
                var sum = Wide.Zero;
                for (var i = 0; i <= 2 * reach; i++) sum = Fma(Vector512.Load(from + 16 * i), weights[i], sum);
                (sum * total).Store(map.Smooth(planes[k]) + at);
            }
        }
    }

    /// <summary>Whether the places and all that their kernels reach along the row are ground.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsGround(int at)
    {
        var ground = Vector512.Create(LightMap.GroundId);
        var ids = take.Map.Ids + at;
        return Vector512.EqualsAll(Vector512.Load(ids - reach), ground) && Vector512.EqualsAll(Vector512.Load(ids + reach), ground);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Plain(float* from, int step)
    {
        var sum = Vector512.Load(from) * kernel[0];
        for (var i = 1; i <= reach; i++)
            sum = Fma(Vector512.Load(from + i * step) + Vector512.Load(from - i * step), All(kernel[i]), sum);
        return sum;
    }

    /// <summary>Weights of the places before, at and after.</summary>
    /// <returns>One over their sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Weights(int at, int step, Wide* weights)
    {
        var map = take.Map;
        var id = Vector512.Load(map.Ids + at);
        var ground = Vector512.LessThan(id, WideInt.Zero).AsSingle();
        var n = new Wide3(Vector512.Load(map.Guide(0) + at), Vector512.Load(map.Guide(1) + at), Vector512.Load(map.Guide(2) + at));
        var depth = Vector512.Load(map.Guide(3) + at);
        var tolerance = Inverse(Fma(Max(depth, Wide.Zero), All(0.02f), All(1e-3f)));
        var bodies = !Vector512.EqualsAll(ground, Wide.AllBitsSet);
        var sum = Wide.Zero;
        for (var i = 0; i <= 2 * reach; i++)
        {
            var away = Math.Abs(i - reach);
            var tap = at + step * (i - reach);
            var near = away > 2 ? 0 : away == 2 ? 0.5f : 1;
            var weight = Wide.One & Vector512.Equals(Vector512.Load(map.Ids + tap), id).AsSingle();
            if (away == 0) weight = Wide.One;
            else if (bodies && away <= 2)
            {
                var other = new Wide3(
                    Vector512.Load(map.Guide(0) + tap), Vector512.Load(map.Guide(1) + tap), Vector512.Load(map.Guide(2) + tap));
                var alike = Saturate(Fma(Wide3.Dot(n, other), All(8), All(-7)));
                var apart = Saturate(All(1.5f) - Vector512.Abs(Vector512.Load(map.Guide(3) + tap) - depth) * tolerance);
                // The ground is flat: it needs no such care.
                weight = Select(ground, weight, weight * alike * apart);
            }

            weights[i] = weight * (slow ? Select(ground, All(Twice(away)), All(near)) : All(near));
            sum += weights[i];
        }

        return Inverse(sum);
    }

    /// <summary>The kernel applied to itself.</summary>
    private static float Twice(int away) => away switch { 0 => 1, 1 => 3 / 3.5f, 2 => 2 / 3.5f, 3 => 1 / 3.5f, _ => 0.25f / 3.5f };
}
