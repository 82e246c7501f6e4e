using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>
/// A pattern painted once on a tile that repeats, with levels of half the size each: however rich it is, looking at it costs the same.
/// A texel is two words of four bytes: square roots of red, green, blue, and roughness; slopes along x and z, reflectance, and nothing. Rows
/// end with their first texel once more, so that two neighbours always lie together.
/// </summary>
internal sealed unsafe class GroundTile
{
    /// <summary>Steepest slope that a texel holds.</summary>
    private const float Steepest = 1.5f;

    /// <summary>Strongest reflection that a texel holds.</summary>
    private const float Strongest = 0.25f;

    private readonly int[] words;
    private readonly WideInt starts;
    private readonly int levels;
    private readonly bool polished;
    private readonly float perMetre;
    private readonly float side;

    public GroundTile(Painting painting, Ground ground, int seed)
    {
        (side, polished) = (painting.Side, painting.Polished);
        perMetre = 1 / (MathF.Max(0.005f, ground.Scale) * painting.Period);
        var canvas = Canvas.Painted(painting, ground, seed);
        levels = BitOperations.Log2((uint)painting.Side) + 1;
        var offsets = new int[16];
        words = GC.AllocateArray<int>(2 * (painting.Side * painting.Side * 4 / 3 + 2 * painting.Side + levels), pinned: true);
        for (int level = 0, start = 0; level < levels; level++)
        {
            offsets[level] = start;
            if (level > 0) canvas.Halve();
            for (var y = 0; y < canvas.Side; y++)
            for (var x = 0; x <= canvas.Side; x++, start += 2)
                Pack(canvas, y * canvas.Side + x % canvas.Side, start);
        }

        starts = Vector512.Create(offsets);
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
        var level = Min(Max(Log2(Max(footprint * Density, All(1e-3f))) - All(0.2f), Wide.Zero), All(levels - 1.001f));
        var whole = Vector512.Floor(level);
        // Two levels where neither is right, in the middle between them; always where slopes mirror, or they would sparkle.
        var rest = polished ? level - whole : Saturate(Fma(level - whole, All(2), All(-0.5f)));
        var texel = new Texel();
        var fine = Vector512.LessThan(rest, Wide.One);
        if (Any(fine)) Look(u, v, Whole(whole), Wide.One - rest, ref texel);
        if (Any(Vector512.GreaterThan(rest, Wide.Zero))) Look(u, v, Whole(whole) + WideInt.One, rest, ref texel);
        const float byteSquared = 1 / (255f * 255f);
        sample.Albedo = new Wide3(texel.Red * texel.Red, texel.Green * texel.Green, texel.Blue * texel.Blue) * byteSquared;
        sample.Roughness = texel.Roughness * (1 / 255f);
        sample.Normal = new Wide3(
            Fma(texel.SlopeX, All(-2 * Steepest / 254), All(Steepest)), Wide.One, Fma(texel.SlopeZ, All(-2 * Steepest / 254), All(Steepest)));
        sample.Reflectance = texel.Reflectance * (Strongest / 255);
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
        var level = Min(Max(Log2(Max(footprint * Density, All(1e-3f))) + All(0.5f), Wide.Zero), All(levels - 1));
        var texel = new Texel();
        Look(u - Vector512.Floor(u), v - Vector512.Floor(v), Whole(level), Wide.One, ref texel);
        return new Wide3(texel.Red * texel.Red, texel.Green * texel.Green, texel.Blue * texel.Blue) * (1 / (255f * 255f));
    }

    /// <summary>Adds what lies between the four texels round a point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(Wide u, Wide v, WideInt level, Wide weight, ref Texel texel)
    {
        // The side is a power of two: its half per level is a change of exponent.
        var size = (All(side).AsInt32() - Vector512.ShiftLeft(level, 23)).AsSingle();
        var row = Whole(size) + WideInt.One;
        var last = row - Vector512.Create(2);
        var x = Fma(u, size, All(-0.5f));
        var y = Fma(v, size, All(-0.5f));
        var (x0, y0) = (Vector512.Floor(x), Vector512.Floor(y));
        var left = Whole(x0) & last;
        var top = Whole(y0) & last;
        var bottom = top + WideInt.One & last;
        var start = Vector512.Shuffle(starts, level) + left * 2;
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(words));
        var right = (x - x0) * weight;
        var below = y - y0;
        var belowRight = right * below;
        var belowLeft = weight * below - belowRight;
        Gather4(data, start + top * row * 2, out var a, out var a2, out var b, out var b2);
        texel.Add(a, a2, weight - right - belowLeft);
        texel.Add(b, b2, right - belowRight);
        Gather4(data, start + bottom * row * 2, out a, out a2, out b, out b2);
        texel.Add(a, a2, belowLeft);
        texel.Add(b, b2, belowRight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(Canvas canvas, int i, int at)
    {
        var colour = canvas.Colour(i);
        words[at] = Byte(MathF.Sqrt(colour.X)) | Byte(MathF.Sqrt(colour.Y)) << 8 | Byte(MathF.Sqrt(colour.Z)) << 16 | Byte(canvas.RoughnessOf(i)) << 24;
        words[at + 1] = Slope(canvas.SlopeX[i]) | Slope(canvas.SlopeZ[i]) << 8 | Byte(canvas.Reflectance[i] / Strongest) << 16;
    }

    private static int Byte(float unit) => (int)(Math.Clamp(unit, 0, 1) * 255 + 0.5f);

    private static int Slope(float slope) => (int)(Math.Clamp(slope / Steepest, -1, 1) * 127 + 127.5f);

    /// <summary>Sums of bytes.</summary>
    private struct Texel
    {
        public Wide Red;
        public Wide Green;
        public Wide Blue;
        public Wide Roughness;
        public Wide SlopeX;
        public Wide SlopeZ;
        public Wide Reflectance;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Wide first, Wide second, Wide weight)
        {
            var low = Vector512.Create(255);
            var (a, b) = (first.AsInt32(), second.AsInt32());
            Red = Fma(Vector512.ConvertToSingle(a & low), weight, Red);
            Green = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(a, 8) & low), weight, Green);
            Blue = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(a, 16) & low), weight, Blue);
            Roughness = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(a, 24)), weight, Roughness);
            SlopeX = Fma(Vector512.ConvertToSingle(b & low), weight, SlopeX);
            SlopeZ = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(b, 8) & low), weight, SlopeZ);
            Reflectance = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(b, 16)), weight, Reflectance);
        }
    }
}
