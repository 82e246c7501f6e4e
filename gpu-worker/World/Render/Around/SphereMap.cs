using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>
/// An equirectangular picture of all directions, its middle towards -z. It is read through cubic B-splines, so that its texels never
/// show however much it is enlarged, from levels of half the size each for what is out of focus.
/// </summary>
internal sealed unsafe class SphereMap
{
    private const int Smallest = 16;
    private readonly int[] texels;
    private readonly int[] offsets;
    private readonly int width;
    private readonly int height;
    private readonly float turn;

    /// <param name="rgb">Linear colours, rows from straight up.</param>
    /// <param name="width">Pixels across, even.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="turn">Turn about the vertical in radians.</param>
    public SphereMap(Vector3[] rgb, int width, int height, float turn = 0)
    {
        (this.width, this.height, this.turn) = (width, height, turn / (2 * MathF.PI) + 0.5f);
        var (levels, total) = (0, 0);
        for (var w = width; levels == 0 || w >= Smallest; w /= 2, levels++) total += Stored(levels);
        offsets = new int[levels];
        texels = GC.AllocateArray<int>(total, pinned: true);
        for (int level = 0, start = 0; level < levels; start += Stored(level), level++)
        {
            offsets[level] = start;
            if (level > 0) rgb = Halved(rgb, Across(level - 1), Down(level - 1));
            Fill(rgb, level);
        }
    }

    /// <summary>The size of a texel, as an angle, of the levels that are read.</summary>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    public float Finest(float blur) => MathF.Max(2 * MathF.PI / width, 0.35f * blur);

    /// <summary>Radiance from sixteen directions.</summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Radiance(in Wide3 direction, float blur = 0)
    {
        var u = Fma(Angles.Atan2(direction.X, -direction.Z), All(0.5f / MathF.PI), All(turn));
        u -= Vector512.Floor(u);
        var level = Math.Clamp(MathF.Log2(MathF.Max(1e-6f, blur * 0.35f * width / (2 * MathF.PI))), 0, offsets.Length - 1);
        var whole = (int)level;
        var flat = Sqrt(Fma(direction.X, direction.X, direction.Z * direction.Z));
        var v = Fma(Angles.Atan2(direction.Y, flat), All(-1 / MathF.PI), All(0.5f));
        var fine = Cubic(u, v, whole);
        return level - whole < 0.01f || whole + 1 >= offsets.Length ? fine : Wide3.Lerp(fine, Cubic(u, v, whole + 1), All(level - whole));
    }

    private int Across(int level) => Math.Max(1, width >> level);

    private int Down(int level) => Math.Max(1, height >> level);

    private int Stored(int level) => (Across(level) + 4) * (Down(level) + 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Cubic(Wide u, Wide v, int level)
    {
        var (across, down) = (Across(level), Down(level));
        var x = Fma(u, All(across), All(-0.5f));
        var y = Fma(v, All(down), All(-0.5f));
        var x0 = Vector512.Floor(x);
        var y0 = Vector512.Floor(y);
        Weights(x - x0, out var a0, out var a1, out var a2, out var a3);
        Weights(y - y0, out var b0, out var b1, out var b2, out var b3);
        // Each row is stored with two more texels at either side, and two more rows at either end.
        var row = across + 4;
        var at = Vector512.ConvertToInt32(y0 + Wide.One) * row + (Vector512.ConvertToInt32(x0) + WideInt.One);
        var data = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(texels)) + offsets[level];
        var sum = Line(data, at, a0, a1, a2, a3) * b0;
        sum += Line(data + row, at, a0, a1, a2, a3) * b1;
        sum += Line(data + 2 * row, at, a0, a1, a2, a3) * b2;
        return sum + Line(data + 3 * row, at, a0, a1, a2, a3) * b3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Line(int* data, WideInt at, Wide a0, Wide a1, Wide a2, Wide a3) =>
        SharedExponent.Unpack(Gather(data, at)) * a0 + SharedExponent.Unpack(Gather(data + 1, at)) * a1
        + SharedExponent.Unpack(Gather(data + 2, at)) * a2 + SharedExponent.Unpack(Gather(data + 3, at)) * a3;

    /// <summary>The uniform cubic B-spline.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Weights(Wide t, out Wide a, out Wide b, out Wide c, out Wide d)
    {
        var s = Wide.One - t;
        a = s * s * s * (1 / 6f);
        d = t * t * t * (1 / 6f);
        b = Fma(t * t, Fma(t, All(0.5f), All(-1)), All(2 / 3f));
        c = Wide.One - a - b - d;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(Vector3[] rgb, int level)
    {
        var (across, down) = (Across(level), Down(level));
        for (var y = -2; y < down + 2; y++)
        for (var x = -2; x < across + 2; x++)
        {
            // Beyond a pole lies the other side.
            var over = y < 0 || y >= down;
            var row = Math.Clamp(y < 0 ? -1 - y : over ? 2 * down - 1 - y : y, 0, down - 1);
            var column = (x + across * 2 + (over ? across / 2 : 0)) % across;
            texels[offsets[level] + (y + 2) * (across + 4) + x + 2] = SharedExponent.Pack(rgb[row * across + column]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector3[] Halved(Vector3[] from, int across, int down)
    {
        var (w, h) = (Math.Max(1, across / 2), Math.Max(1, down / 2));
        var to = new Vector3[w * h];
        for (var y = 0; y < h; y++)
        for (var x = 0; x < w; x++)
        {
            var at = Math.Min(2 * y, down - 1) * across + 2 * x;
            var under = Math.Min(2 * y + 1, down - 1) * across + 2 * x;
            var next = across > 1 ? 1 : 0;
            to[y * w + x] = (from[at] + from[at + next] + from[under] + from[under + next]) * 0.25f;
        }

        return to;
    }
}
