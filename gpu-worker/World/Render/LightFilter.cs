using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Brings the samples of neighbouring places of the same surface together, first along rows, then along columns. The kernel 1/2, 1, 1, 1,
/// 1/2 gives every place of the 4 by 4 interleaving the same weight, so on an even surface nothing of the sampling pattern is left.
/// </summary>
/// <param name="take">The scene.</param>
/// <param name="planes">The planes to filter, at most <see cref="LightMap.Planes"/>.</param>
internal sealed unsafe class LightFilter(Take take, params int[] planes)
{
    /// <summary>Filters one row of blocks, four rows of places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Row(int block)
    {
        for (var column = 0; column < take.Map.Columns; column += 16)
        {
            if (IsEven(column / 4, block)) Copy(column, 4 * block);
            else Filter(column, 4 * block);
        }
    }

    /// <summary>Whether four blocks and all around them have the same numbers all over.</summary>
    private bool IsEven(int column, int row)
    {
        var code = LightMap.Neutral;
        for (var y = row - 1; y <= row + 1; y++)
        for (var x = column - 1; x <= column + 4; x++)
        {
            var state = take.Map.State(x, y);
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
    private void Filter(int column, int row)
    {
        var map = take.Map;
        var stride = map.Stride;
        var count = planes.Length;
        var weights = stackalloc Wide[4];
        var rows = stackalloc float[16 * 8 * LightMap.Planes];
        for (var y = 0; y < 8; y++)
        {
            var at = (row + y - 2) * stride + column;
            var total = Weights(at, 1, weights);
            for (var k = 0; k < count; k++)
            {
                var from = map.Raw(planes[k]) + at;
                var sum = Vector512.Load(from);
                sum = Fma(Vector512.Load(from - 2), weights[0], sum);
                sum = Fma(Vector512.Load(from - 1), weights[1], sum);
                sum = Fma(Vector512.Load(from + 1), weights[2], sum);
                sum = Fma(Vector512.Load(from + 2), weights[3], sum);
                (sum * total).Store(rows + 16 * (8 * k + y));
            }
        }

        for (var y = 0; y < 4; y++)
        {
            var at = (row + y) * stride + column;
            var total = Weights(at, stride, weights);
            for (var k = 0; k < count; k++)
            {
                var from = rows + 16 * (8 * k + y + 2);
                var sum = Vector512.Load(from);
                sum = Fma(Vector512.Load(from - 32), weights[0], sum);
                sum = Fma(Vector512.Load(from - 16), weights[1], sum);
                sum = Fma(Vector512.Load(from + 16), weights[2], sum);
                sum = Fma(Vector512.Load(from + 32), weights[3], sum);
                (sum * total).Store(map.Smooth(planes[k]) + at);
            }
        }
    }

    /// <summary>Weights of the neighbours two before, one before, one after and two after.</summary>
    /// <returns>One over the sum of all weights.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Weights(int at, int step, Wide* weights)
    {
        var map = take.Map;
        var id = Vector512.Load(map.Ids + at);
        var n = new Wide3(Vector512.Load(map.Guide(0) + at), Vector512.Load(map.Guide(1) + at), Vector512.Load(map.Guide(2) + at));
        var depth = Vector512.Load(map.Guide(3) + at);
        var tolerance = Inverse(Fma(Max(depth, Wide.Zero), All(0.02f), All(1e-3f)));
        var bodies = Vector512.GreaterThanAny(id, Vector512.Create(-1));
        var sum = Wide.One;
        for (var k = 0; k < 4; k++)
        {
            var tap = at + step * (k < 2 ? k - 2 : k - 1);
            var weight = All(k is 0 or 3 ? 0.5f : 1) & Vector512.Equals(Vector512.Load(map.Ids + tap), id).AsSingle();
            if (bodies)
            {
                var other = new Wide3(
                    Vector512.Load(map.Guide(0) + tap), Vector512.Load(map.Guide(1) + tap), Vector512.Load(map.Guide(2) + tap));
                var alike = Saturate(Fma(Wide3.Dot(n, other), All(8), All(-7)));
                var apart = Saturate(All(1.5f) - Vector512.Abs(Vector512.Load(map.Guide(3) + tap) - depth) * tolerance);
                // The ground is flat: it needs no such care.
                weight = Select(Vector512.LessThan(id, WideInt.Zero).AsSingle(), weight, weight * alike * apart);
            }

            weights[k] = weight;
            sum += weight;
        }

        return Inverse(sum);
    }
}
