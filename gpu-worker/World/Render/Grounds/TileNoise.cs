using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>Random patterns that repeat after a whole number of cells, for tiles that are painted once.</summary>
internal static class TileNoise
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Gradient noise, -1 to 1 (Perlin, "Improving Noise", 2002).</summary>
    /// <param name="x">In cells.</param>
    /// <param name="y">In cells.</param>
    /// <param name="periodX">Cells after which it repeats.</param>
    /// <param name="periodY">Likewise.</param>
    /// <param name="seed">Which pattern.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide Gradient(Wide x, Wide y, int periodX, int periodY, int seed)
    {
        var x0 = Vector512.Floor(x);
        var y0 = Vector512.Floor(y);
        var (fx, fy) = (x - x0, y - y0);
        var left = Wrap(x0, periodX);
        var right = Wrap(x0 + Wide.One, periodX);
        var top = Wrap(y0, periodY);
        var bottom = Wrap(y0 + Wide.One, periodY);
        var (gx, gy) = (fx - Wide.One, fy - Wide.One);
        var a = Lerp(Slope(left, top, fx, fy, seed), Slope(right, top, gx, fy, seed), Fade(fx));
        var b = Lerp(Slope(left, bottom, fx, gy, seed), Slope(right, bottom, gx, gy, seed), Fade(fx));
        return Lerp(a, b, Fade(fy)) * 1.5f;
    }

    /// <summary>A sum of octaves of <see cref="Gradient"/>, about -1 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide Fractal(Wide x, Wide y, int periodX, int periodY, int octaves, int seed)
    {
        var (sum, amplitude) = (Wide.Zero, 0.6f);
        for (var octave = 0; octave < octaves; octave++)
        {
            sum = Fma(Gradient(x, y, periodX, periodY, seed + 7 * octave), All(amplitude), sum);
            // Half a cell aside, so that the zeros at the corners of the cells do not coincide.
            (x, y) = (Fma(x, All(2), All(0.5f)), Fma(y, All(2), All(0.5f)));
            (periodX, periodY, amplitude) = (2 * periodX, 2 * periodY, amplitude * 0.5f);
        }

        return sum;
    }

    /// <summary>A number of 0 to 1 for each cell.</summary>
    [MethodImpl(Inline)]
    public static Wide Cell(Wide x, Wide y, int periodX, int periodY, int seed) =>
        Hash(Wrap(Vector512.Floor(x), periodX), Wrap(Vector512.Floor(y), periodY), seed);

    /// <summary>Scattered points, one in each cell (Worley, "A Cellular Texture Basis Function", 1996).</summary>
    /// <param name="x">In cells.</param>
    /// <param name="y">In cells.</param>
    /// <param name="period">Cells after which they repeat.</param>
    /// <param name="seed">Which points.</param>
    /// <param name="nearest">The nearest point.</param>
    /// <param name="next">Distance of the second nearest.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Points(Wide x, Wide y, int period, int seed, out Scattered nearest, out Wide next)
    {
        var (cellX, cellY) = (Vector512.Floor(x), Vector512.Floor(y));
        var (best, second) = (All(9), All(9));
        nearest = default;
        for (var j = -1; j <= 1; j++)
        for (var i = -1; i <= 1; i++)
        {
            var (cx, cy) = (cellX + All(i), cellY + All(j));
            var (wx, wy) = (Wrap(cx, period), Wrap(cy, period));
            var dx = x - (cx + Fma(Hash(wx, wy, seed), All(0.84f), All(0.08f)));
            var dy = y - (cy + Fma(Hash(wx, wy, seed + 1), All(0.84f), All(0.08f)));
            var square = Fma(dx, dx, dy * dy);
            var nearer = Vector512.LessThan(square, best);
            second = Select(nearer, best, Min(second, square));
            best = Select(nearer, square, best);
            nearest.X = Select(nearer, dx, nearest.X);
            nearest.Y = Select(nearer, dy, nearest.Y);
            nearest.Chance = Select(nearer, Hash(wx, wy, seed + 2), nearest.Chance);
        }

        nearest.Distance = Sqrt(best);
        next = Sqrt(second);
    }

    [MethodImpl(Inline)]
    private static Wide Fade(Wide t) => t * t * t * Fma(t, Fma(t, All(6), All(-15)), All(10));

    [MethodImpl(Inline)]
    private static WideInt Wrap(Wide whole, int period) =>
        Vector512.ConvertToInt32(whole - Vector512.Floor((whole + All(0.5f)) * (1f / period)) * period);

    [MethodImpl(Inline)]
    private static Wide Slope(WideInt x, WideInt y, Wide dx, Wide dy, int seed)
    {
        var h = Mixed(x, y, seed);
        var gx = Fma(Vector512.ConvertToSingle(h & Vector512.Create(0xffff)), All(2 / 65535f), All(-1));
        var gy = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(h, 16)), All(2 / 65535f), All(-1));
        return Fma(gx, dx, gy * dy);
    }

    [MethodImpl(Inline)]
    private static Wide Hash(WideInt x, WideInt y, int seed) =>
        Vector512.ConvertToSingle(Vector512.ShiftRightLogical(Mixed(x, y, seed), 9)) * (1f / (1 << 23));

    [MethodImpl(Inline)]
    private static WideInt Mixed(WideInt x, WideInt y, int seed)
    {
        var h = x * Vector512.Create(374761393) + y * Vector512.Create(668265263) + Vector512.Create(unchecked(seed * 974634777));
        h = (h ^ Vector512.ShiftRightLogical(h, 13)) * Vector512.Create(1274126177);
        h = (h ^ Vector512.ShiftRightLogical(h, 16)) * Vector512.Create(0x45d9f3b);
        return h ^ Vector512.ShiftRightLogical(h, 15);
    }
}
