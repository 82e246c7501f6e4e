using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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
    public const int Strip = 8;

    private const int Tall = 4 * Strip + 8;
    private readonly int reach = slow ? 4 : 2;

    /// <summary>The kernel from its middle outwards, where there is only ground.</summary>
    private readonly float[] kernel = slow ? [0.125f, 0.125f, 0.125f, 0.125f, 0.0625f] : [0.25f, 0.25f, 0.125f];

    /// <summary>Filters some rows of blocks, each of four rows of places.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="end">The one after the last, at most <see cref="Strip"/> farther.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Rows(int first, int end)
    {
        for (var column = 0; column < take.Map.Columns; column += 16)
        for (var block = first; block < end;)
        {
            if (Even(column / 4, block) is var code and not 0)
            {
                Fill(column, 4 * block++, code);
                continue;
            }

            var start = block++;
            while (block < end && Even(column / 4, block) == 0) block++;
            Filter(column, 4 * start, 4 * (block - start));
        }
    }

    /// <summary>The state of four blocks if they and all around them have the same numbers all over, else 0.</summary>
    private byte Even(int column, int row)
    {
        var code = LightMap.Neutral;
        for (var y = row - 1; y <= row + 1; y++)
        for (var x = column - 1; x <= column + 4; x++)
        {
            var state = take.Map.State(states, x, y);
            if (state == LightMap.Neutral) continue;
            if (state == 0 || code != LightMap.Neutral && code != state) return 0;
            code = state;
        }

        return code;
    }

    private void Fill(int column, int row, byte code)
    {
        var map = take.Map;
        foreach (var plane in planes)
        {
            var value = All(LightMap.EvenValue(plane, code));
            var to = map.Smooth(plane) + row * map.Stride + column;
            for (var y = 0; y < 4; y++) value.Store(to + y * map.Stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Filter(int column, int row, int height)
    {
        var map = take.Map;
        var stride = map.Stride;
        var count = planes.Length;
        var all = stackalloc Wide[9];
        var weights = all + 4;
        var room = stackalloc float[16 * Tall * 4 + 16];
        var rows = (float*)((nint)(room + 15) & ~63);
        var plain = 0ul;
        for (var y = 0; y < height + 2 * reach; y++)
        {
            var at = (row + y - reach) * stride + column;
            // Planes lie far apart, their rows too: the processor does not see the next ones coming.
            for (var k = 0; k < count && Sse.IsSupported; k++) Sse.Prefetch0(map.Raw(planes[k]) + at + 2 * stride);
            if (IsGround(at))
            {
                plain |= 1ul << y;
                for (var k = 0; k < count; k++) Plain(map.Raw(planes[k]) + at, 1).Store(rows + 16 * (Tall * k + y));
                continue;
            }

            var (total, far) = Weights(at, 1, 0, weights);
            for (var k = 0; k < count; k++)
            {
                var from = map.Raw(planes[k]) + at;
                var sum = Vector512.Load(from);
                for (var i = 1; i <= far; i++)
                    sum = Fma(Vector512.Load(from - i), weights[-i], Fma(Vector512.Load(from + i), weights[i], sum));
                (sum * total).Store(rows + 16 * (Tall * k + y));
            }
        }

        var window = (2ul << 2 * reach) - 1;
        for (var y = 0; y < height; y++)
        {
            var at = (row + y) * stride + column;
            if ((plain >> y & window) == window)
            {
                for (var k = 0; k < count; k++) Plain(rows + 16 * (Tall * k + y + reach), 16).Store(map.Smooth(planes[k]) + at);
                continue;
            }

            var (total, far) = Weights(at, stride, 2, weights);
            for (var k = 0; k < count; k++)
            {
                var from = rows + 16 * (Tall * k + y + reach);
                var sum = Vector512.Load(from);
                for (var i = 1; i <= far; i++)
                    sum = Fma(Vector512.Load(from - 16 * i), weights[-i], Fma(Vector512.Load(from + 16 * i), weights[i], sum));
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

    /// <summary>Weights of the places before and after, where each place itself has 1.</summary>
    /// <param name="at">The place.</param>
    /// <param name="step">To the next one.</param>
    /// <param name="bond">The bond to the next one.</param>
    /// <param name="weights">Its middle.</param>
    /// <returns>One over their sum, and how far they go.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Wide Total, int Far) Weights(int at, int step, int bond, Wide* weights)
    {
        var map = take.Map;
        var id = Vector512.Load(map.Ids + at);
        var ground = Vector512.LessThan(id, WideInt.Zero).AsSingle();
        var sum = Wide.One;
        var near = map.Bond(bond) + at;
        var next = map.Bond(bond + 1) + at;
        weights[1] = Vector512.Load(near);
        weights[-1] = Vector512.Load(near - step);
        weights[2] = Vector512.Load(next) * 0.5f;
        weights[-2] = Vector512.Load(next - 2 * step) * 0.5f;
        var far = 2;
        if (Any(ground))
        {
            far = reach;
            // The ground is flat: it needs no more care than to stay on it.
            for (var i = 1; i <= reach; i++)
            {
                var part = All(kernel[i] / kernel[0]);
                var after = part & Vector512.Equals(Vector512.Load(map.Ids + at + i * step), id).AsSingle();
                var before = part & Vector512.Equals(Vector512.Load(map.Ids + at - i * step), id).AsSingle();
                weights[i] = i <= 2 ? Select(ground, after, weights[i]) : after & ground;
                weights[-i] = i <= 2 ? Select(ground, before, weights[-i]) : before & ground;
            }
        }

        for (var i = 1; i <= far; i++) sum += weights[i] + weights[-i];
        return (Inverse(sum), far);
    }
}
