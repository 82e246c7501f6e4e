global using Wide = System.Runtime.Intrinsics.Vector512<float>;
global using WideInt = System.Runtime.Intrinsics.Vector512<int>;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SoraFunctions.World.Render;

/// <summary>
/// Arithmetic on sixteen numbers at once. A mask is a <see cref="Wide"/> whose lanes are all ones or all zeros. On machines without
/// 512-bit registers the runtime splits each operation in two or four; the results agree.
/// </summary>
internal static unsafe class WideMath
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>0, 1, ... 15.</summary>
    public static Wide Ramp
    {
        [MethodImpl(Inline)]
        get => Vector512.Create(0f, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>0, 1, ... 15.</summary>
    public static WideInt Lanes
    {
        [MethodImpl(Inline)]
        get => Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>The column of each lane in a block of 4 by 4.</summary>
    public static Wide Columns
    {
        [MethodImpl(Inline)]
        get => Vector512.Create(0f, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
    }

    /// <summary>The row of each lane in a block of 4 by 4.</summary>
    public static Wide Rows
    {
        [MethodImpl(Inline)]
        get => Vector512.Create(0f, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
    }

    /// <summary>The whole part, which must be a number within the range of int; a quarter of the work of the conversion that minds others.</summary>
    [MethodImpl(Inline)]
    public static WideInt Whole(Wide x) => Vector512.ConvertToInt32Native(x);

    [MethodImpl(Inline)]
    public static Wide All(float value) => Vector512.Create(value);

    [MethodImpl(Inline)]
    public static Wide Fma(Wide a, Wide b, Wide c) => Vector512.FusedMultiplyAdd(a, b, c);

    /// <summary>a * b - c.</summary>
    [MethodImpl(Inline)]
    public static Wide Fms(Wide a, Wide b, Wide c) =>
        Avx512F.IsSupported ? Avx512F.FusedMultiplySubtract(a, b, c) : Vector512.FusedMultiplyAdd(a, b, -c);

    [MethodImpl(Inline)]
    public static Wide Select(Wide mask, Wide yes, Wide no) => Vector512.ConditionalSelect(mask, yes, no);

    [MethodImpl(Inline)]
    public static WideInt Select(Wide mask, WideInt yes, WideInt no) =>
        Vector512.ConditionalSelect(mask.AsInt32(), yes, no);

    [MethodImpl(Inline)]
    public static bool Any(Wide mask) => Vector512.ExtractMostSignificantBits(mask) != 0;

    [MethodImpl(Inline)]
    public static ulong Bits(Wide mask) => Vector512.ExtractMostSignificantBits(mask);

    [MethodImpl(Inline)]
    public static Wide Min(Wide a, Wide b) => Vector512.MinNative(a, b);

    [MethodImpl(Inline)]
    public static Wide Max(Wide a, Wide b) => Vector512.MaxNative(a, b);

    [MethodImpl(Inline)]
    public static Wide Saturate(Wide x) => Min(Max(x, Wide.Zero), Wide.One);

    [MethodImpl(Inline)]
    public static Wide Lerp(Wide a, Wide b, Wide t) => Fma(b - a, t, a);

    [MethodImpl(Inline)]
    public static Wide SmoothStep(Wide edge0, Wide edge1, Wide x)
    {
        var t = Saturate((x - edge0) * Inverse(edge1 - edge0));
        return t * t * (All(3) - t - t);
    }

    [MethodImpl(Inline)]
    public static Wide Sqrt(Wide x) => Vector512.Sqrt(Max(x, Wide.Zero));

    /// <summary>1 / sqrt(x) to about 23 bits: the 14-bit estimate and one step of Newton.</summary>
    [MethodImpl(Inline)]
    public static Wide InverseSqrt(Wide x)
    {
        if (!Avx512F.IsSupported) return Wide.One / Vector512.Sqrt(x);
        var y = Avx512F.ReciprocalSqrt14(x);
        return y * Avx512F.FusedMultiplyAddNegated(All(0.5f) * x * y, y, All(1.5f));
    }

    /// <summary>1 / sqrt(x) to 14 bits: for what ends as a byte.</summary>
    [MethodImpl(Inline)]
    public static Wide RoughInverseSqrt(Wide x) => Avx512F.IsSupported ? Avx512F.ReciprocalSqrt14(x) : Wide.One / Vector512.Sqrt(x);

    /// <summary>1 / x to about 23 bits: the 14-bit estimate and one step of Newton.</summary>
    [MethodImpl(Inline)]
    public static Wide Inverse(Wide x)
    {
        if (!Avx512F.IsSupported) return Wide.One / x;
        var y = Avx512F.Reciprocal14(x);
        return y * Avx512F.FusedMultiplyAddNegated(x, y, All(2));
    }

    /// <summary>2 to the power x, |x| below 120; relative error below 4e-6 (interpolated at Chebyshev's nodes within an octave).</summary>
    [MethodImpl(Inline)]
    public static Wide Exp2(Wide x)
    {
        x = Min(Max(x, All(-120)), All(120));
        var whole = Vector512.Floor(x);
        var f = x - whole;
        var p = Fma(Fma(Fma(Fma(All(0.0136703095f), f, All(0.0517449978f)), f, All(0.241604357f)), f, All(0.692972922f)), f, All(1.00000349f));
        return Vector512.ShiftLeft(Whole(whole) + Vector512.Create(127), 23).AsSingle() * p;
    }

    /// <summary>
    /// Base-2 logarithm of x above 0, absolute error below 2e-5 (interpolated at Chebyshev's nodes within an octave): enough for levels
    /// of detail and exponents of lobes.
    /// </summary>
    [MethodImpl(Inline)]
    public static Wide Log2(Wide x)
    {
        var bits = x.AsInt32();
        var exponent = Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(bits, 23) - Vector512.Create(127));
        var f = ((bits & Vector512.Create(0x7fffff)) | Vector512.Create(0x3f800000)).AsSingle() - Wide.One;
        var p = Fma(Fma(Fma(All(0.0430049578f), f, All(-0.187488604f)), f, All(0.409470299f)), f, All(-0.706486449f));
        return exponent + Fma(Fma(p, f, All(1.44149241f)), f, All(1.65146708e-5f));
    }

    [MethodImpl(Inline)]
    public static Wide Power(Wide x, Wide exponent) => Exp2(Log2(Max(x, All(1e-12f))) * exponent);

    /// <summary>The least of sixteen numbers.</summary>
    [MethodImpl(Inline)]
    public static float Least(Wide x)
    {
        var eight = Vector256.MinNative(x.GetLower(), x.GetUpper());
        var four = Vector128.MinNative(eight.GetLower(), eight.GetUpper());
        var two = Vector128.MinNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return MathF.Min(two[0], two[1]);
    }

    /// <summary>Reads sixteen floats at the given places.</summary>
    [MethodImpl(Inline)]
    public static Wide Gather(float* source, WideInt index)
    {
        if (Avx2.IsSupported)
            return Vector512.Create(Avx2.GatherVector256(source, index.GetLower(), 4),
                Avx2.GatherVector256(source, index.GetUpper(), 4));
        var result = Wide.Zero;
        for (var lane = 0; lane < 16; lane++) result = result.WithElement(lane, source[index.GetElement(lane)]);
        return result;
    }

    /// <summary>Reads four floats in a row at each of sixteen places; cheaper than four gathers, even than two.</summary>
    [MethodImpl(Inline)]
    public static void Gather4(float* source, WideInt index, out Wide a, out Wide b, out Wide c, out Wide d)
    {
        if (!Avx512F.IsSupported)
        {
            (a, b, c, d) = (Gather(source, index), Gather(source + 1, index), Gather(source + 2, index), Gather(source + 3, index));
            return;
        }

        var places = index;
        var at = (int*)&places;
        var (first, second, third, fourth) = (Fours(source, at), Fours(source, at + 1), Fours(source, at + 2), Fours(source, at + 3));
        var low = Avx512F.UnpackLow(first, second).AsDouble();
        var low2 = Avx512F.UnpackLow(third, fourth).AsDouble();
        var high = Avx512F.UnpackHigh(first, second).AsDouble();
        var high2 = Avx512F.UnpackHigh(third, fourth).AsDouble();
        a = Avx512F.UnpackLow(low, low2).AsSingle();
        b = Avx512F.UnpackHigh(low, low2).AsSingle();
        c = Avx512F.UnpackLow(high, high2).AsSingle();
        d = Avx512F.UnpackHigh(high, high2).AsSingle();
    }

    /// <summary>Reads two words in a row at each of sixteen places; cheaper than one gather.</summary>
    [MethodImpl(Inline)]
    public static void Gather2(int* source, WideInt index, out WideInt a, out WideInt b)
    {
        if (!Avx512F.IsSupported)
        {
            (a, b) = (Gather(source, index), Gather(source + 1, index));
            return;
        }

        var places = index;
        var at = (int*)&places;
        var (low, high) = (Twos(source, at), Twos(source, at + 8));
        a = Avx512F.PermuteVar16x32x2(low, Lanes + Lanes, high);
        b = Avx512F.PermuteVar16x32x2(low, Lanes + Lanes + WideInt.One, high);
    }

    /// <summary>Two words in a row at eight places.</summary>
    [MethodImpl(Inline)]
    private static WideInt Twos(int* source, int* at) => Vector512.Create(
        Vector256.Create(Two(source, at), Two(source, at + 2)), Vector256.Create(Two(source, at + 4), Two(source, at + 6))).AsInt32();

    [MethodImpl(Inline)]
    private static Vector128<double> Two(int* source, int* at) =>
        Sse2.LoadHigh(Sse2.LoadScalarVector128((double*)(source + at[0])), (double*)(source + at[1]));

    /// <summary>Four floats in a row at every fourth place.</summary>
    [MethodImpl(Inline)]
    private static Wide Fours(float* source, int* at) => Vector512.Create(
        Vector256.Create(Vector128.Load(source + at[0]), Vector128.Load(source + at[4])),
        Vector256.Create(Vector128.Load(source + at[8]), Vector128.Load(source + at[12])));

    /// <summary>Reads sixteen integers at the given places.</summary>
    [MethodImpl(Inline)]
    public static WideInt Gather(int* source, WideInt index) => Gather((float*)source, index).AsInt32();

    [MethodImpl(Inline)]
    public static int FirstLane(ulong bits) => BitOperations.TrailingZeroCount(bits);
}
