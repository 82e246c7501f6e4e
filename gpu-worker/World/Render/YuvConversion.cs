using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>R'G'B' to Y'CbCr by ITU-R BT.709-6, 8 bits, limited range, one chroma sample for two by two pixels.</summary>
internal static unsafe class YuvConversion
{
    private const float Kr = 0.2126f;
    private const float Kb = 0.0722f;

    /// <summary>Luma, 16 to 235, before rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Luma(in Wide3 c) => Fma(Weighted(c), All(219), All(16));

    /// <summary>Blue difference, 16 to 240, before rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Blue(in Wide3 c) => Fma(c.Z - Weighted(c), All(112 / (1 - Kb)), All(128));

    /// <summary>Red difference, 16 to 240, before rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Red(in Wide3 c) => Fma(c.X - Weighted(c), All(112 / (1 - Kr)), All(128));

    /// <summary>Rounds sixteen values into bytes.</summary>
    /// <param name="value">0 to 255.</param>
    /// <param name="to">Where to.</param>
    /// <param name="count">How many of the sixteen.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide value, byte* to, int count)
    {
        var whole = Whole(Min(Max(value + All(0.5f), Wide.Zero), All(255)));
        var bytes = Avx512F.IsSupported ? Avx512F.ConvertToVector128Byte(whole) : Narrowed(whole);
        if (count >= 16)
        {
            bytes.Store(to);
            return;
        }

        for (var i = 0; i < count; i++) to[i] = bytes.GetElement(i);
    }

    private static Vector128<byte> Narrowed(WideInt whole)
    {
        var shorts = Vector256.Narrow(whole.GetLower(), whole.GetUpper());
        return Vector128.Narrow(shorts.GetLower().AsUInt16(), shorts.GetUpper().AsUInt16());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Weighted(in Wide3 c) => Fma(c.X, All(Kr), Fma(c.Y, All(1 - Kr - Kb), c.Z * Kb));
}
