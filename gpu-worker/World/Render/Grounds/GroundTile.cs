using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>
/// A pattern painted once on a tile that repeats, with levels of half the size each: however rich it is, looking at it costs the same.
/// A texel is two words of four bytes: square roots of red, green, blue, and roughness; slopes along x and z, reflectance, and nothing.
/// </summary>
internal sealed unsafe class GroundTile
{
    /// <summary>Steepest slope that a texel holds.</summary>
    private const float Steepest = 1.5f;

    /// <summary>Strongest reflection that a texel holds.</summary>
    private const float Strongest = 0.25f;

    private readonly int[] words;
    private readonly int[] offsets;
    private readonly float perMetre;
    private readonly float side;

    public GroundTile(Painting painting, Ground ground, int seed)
    {
        side = painting.Side;
        perMetre = 1 / (MathF.Max(0.005f, ground.Scale) * painting.Period);
        var canvas = Canvas.Painted(painting, ground, seed);
        var levels = BitOperations.Log2((uint)painting.Side) + 1;
        offsets = new int[levels];
        words = GC.AllocateArray<int>(2 * (painting.Side * painting.Side * 4 / 3 + levels), pinned: true);
        for (int level = 0, start = 0; level < levels; level++)
        {
            offsets[level] = start;
            if (level > 0) canvas.Halve();
            for (var i = 0; i < canvas.Side * canvas.Side; i++) Pack(canvas, i, start + 2 * i);
            start += 2 * canvas.Side * canvas.Side;
        }

        Mean = canvas.Colour(0);
    }

    /// <summary>Its colour from far away.</summary>
    public Vector3 Mean { get; }

    /// <summary>Texels to a metre.</summary>
    public float Density => perMetre * side;

    /// <summary>The pattern at points of the plane.</summary>
    /// <param name="x">Metres.</param>
    /// <param name="z">Metres.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    /// <param name="sample">The result; its normal tilted by the slopes but not of unit length: (-dh/dx, 1, -dh/dz).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void At(Wide x, Wide z, Wide footprint, out GroundSample sample)
    {
        var (u, v) = (x * perMetre, z * perMetre);
        u -= Vector512.Floor(u);
        v -= Vector512.Floor(v);
        var level = Min(Max(Log2(Max(footprint * Density, All(1e-3f))) - All(0.2f), Wide.Zero), All(offsets.Length - 1.001f));
        var whole = Vector512.Floor(level);
        Look(u, v, Vector512.ConvertToInt32(whole), out var a, out var b);
        var rest = level - whole;
        if (Any(Vector512.GreaterThan(rest, All(0.01f))))
        {
            Look(u, v, Vector512.ConvertToInt32(whole) + WideInt.One, out var c, out var d);
            a = Four.Lerp(a, c, rest);
            b = Four.Lerp(b, d, rest);
        }

        const float byteSquared = 1 / (255f * 255f);
        sample.Albedo = new Wide3(a.X * a.X, a.Y * a.Y, a.Z * a.Z) * byteSquared;
        sample.Roughness = a.W * (1 / 255f);
        sample.Normal = new Wide3(
            Fma(b.X, All(-2 * Steepest / 254), All(Steepest)), Wide.One, Fma(b.Y, All(-2 * Steepest / 254), All(Steepest)));
        sample.Reflectance = b.Z * (Strongest / 255);
        sample.Emission = Wide3.Zero;
    }

    /// <summary>The pattern's colour alone, from the nearest level: for what is seen through something that is never at rest.</summary>
    /// <param name="x">Metres.</param>
    /// <param name="z">Metres.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Colour(Wide x, Wide z, Wide footprint)
    {
        var (u, v) = (x * perMetre, z * perMetre);
        var level = Min(Max(Log2(Max(footprint * Density, All(1e-3f))) + All(0.5f), Wide.Zero), All(offsets.Length - 1));
        Corners(u - Vector512.Floor(u), v - Vector512.Floor(v), Vector512.ConvertToInt32(level), out var a, out var b, out var c, out var d, out var fx, out var fy);
        var texel = Blend((int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(words)), a, b, c, d, fx, fy);
        return new Wide3(texel.X * texel.X, texel.Y * texel.Y, texel.Z * texel.Z) * (1 / (255f * 255f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(Wide u, Wide v, WideInt level, out Four first, out Four second)
    {
        Corners(u, v, level, out var a, out var b, out var c, out var d, out var fx, out var fy);
        var data = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(words));
        first = Blend(data, a, b, c, d, fx, fy);
        second = Blend(data + 1, a, b, c, d, fx, fy);
    }

    /// <summary>Places of the four texels round a point, and where it lies between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Corners(
        Wide u, Wide v, WideInt level, out WideInt a, out WideInt b, out WideInt c, out WideInt d, out Wide fx, out Wide fy)
    {
        // The side is a power of two: its half per level is a change of exponent.
        var size = (All(side).AsInt32() - Vector512.ShiftLeft(level, 23)).AsSingle();
        var last = Vector512.ConvertToInt32(size) - WideInt.One;
        var x = Fma(u, size, All(-0.5f));
        var y = Fma(v, size, All(-0.5f));
        var (x0, y0) = (Vector512.Floor(x), Vector512.Floor(y));
        (fx, fy) = (x - x0, y - y0);
        var left = Vector512.ConvertToInt32(x0) & last;
        var right = left + WideInt.One & last;
        var top = Vector512.ConvertToInt32(y0) & last;
        var bottom = top + WideInt.One & last;
        var row = last + WideInt.One;
        fixed (int* starts = offsets)
        {
            var start = Gather(starts, level);
            var (up, down) = (top * row, bottom * row);
            a = start + (up + left) * 2;
            b = start + (up + right) * 2;
            c = start + (down + left) * 2;
            d = start + (down + right) * 2;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Four Blend(int* data, WideInt a, WideInt b, WideInt c, WideInt d, Wide fx, Wide fy) => Four.Lerp(
        Four.Lerp(Four.Unpack(Gather(data, a)), Four.Unpack(Gather(data, b)), fx),
        Four.Lerp(Four.Unpack(Gather(data, c)), Four.Unpack(Gather(data, d)), fx), fy);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(Canvas canvas, int i, int at)
    {
        var colour = canvas.Colour(i);
        words[at] = Byte(MathF.Sqrt(colour.X)) | Byte(MathF.Sqrt(colour.Y)) << 8 | Byte(MathF.Sqrt(colour.Z)) << 16 | Byte(canvas.RoughnessOf(i)) << 24;
        words[at + 1] = Slope(canvas.SlopeX[i]) | Slope(canvas.SlopeZ[i]) << 8 | Byte(canvas.Reflectance[i] / Strongest) << 16;
    }

    private static int Byte(float unit) => (int)(Math.Clamp(unit, 0, 1) * 255 + 0.5f);

    private static int Slope(float slope) => (int)(Math.Clamp(slope / Steepest, -1, 1) * 127 + 127.5f);

    /// <summary>The four bytes of sixteen words.</summary>
    private readonly struct Four(Wide x, Wide y, Wide z, Wide w)
    {
        public readonly Wide X = x;
        public readonly Wide Y = y;
        public readonly Wide Z = z;
        public readonly Wide W = w;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Four Unpack(WideInt word)
        {
            var low = Vector512.Create(255);
            return new Four(
                Vector512.ConvertToSingle(word & low), Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 8) & low),
                Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 16) & low), Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 24)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Four Lerp(in Four a, in Four b, Wide t) => new(
            WideMath.Lerp(a.X, b.X, t), WideMath.Lerp(a.Y, b.Y, t), WideMath.Lerp(a.Z, b.Z, t), WideMath.Lerp(a.W, b.W, t));
    }
}
