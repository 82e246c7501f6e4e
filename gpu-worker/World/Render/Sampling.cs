using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Points spread evenly over the unit square: the (0, 2)-sequence of van der Corput and Sobol (Kollig and Keller, "Efficient
/// Multidimensional Sampling", 2002). Sixteen pixels of a 4 by 4 block share one run of the sequence, so that any 4 by 4 window of the
/// picture holds all of it (Keller and Heidrich, "Interleaved Sampling", 2001). Every frame uses the same points: what stands still
/// does not flicker.
/// </summary>
internal static class Sampling
{
    /// <summary>
    /// The place of each of 16 lanes (a 4 by 4 block, row by row) in the run, in the order of a Bayer matrix: neighbours are far apart.
    /// </summary>
    public static WideInt Places
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5);
    }

    /// <summary>The point with the given number, below 2^16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Point(WideInt number, out Wide x, out Wide y)
    {
        x = ToUnit(Reverse(number));
        // The second dimension's digits are those of the first times Pascal's triangle modulo 2: shifts and exclusive ors.
        var n = number ^ Vector512.ShiftRightLogical(number & Vector512.Create(0xaaaa), 1);
        n ^= Vector512.ShiftRightLogical(n & Vector512.Create(0xcccc), 2);
        n ^= Vector512.ShiftRightLogical(n & Vector512.Create(0xf0f0), 4);
        n ^= Vector512.ShiftRightLogical(n & Vector512.Create(0xff00), 8);
        y = ToUnit(Reverse(n));
    }

    /// <summary>
    /// Maps the unit square to the unit disc so that what is even stays even (Shirley and Chiu, "A Low Distortion Map Between Disk and
    /// Square", 1997).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Disc(Wide u, Wide v, out Wide x, out Wide y)
    {
        var a = Fma(u, All(2), All(-1));
        var b = Fma(v, All(2), All(-1));
        var steep = Vector512.LessThan(Vector512.Abs(a), Vector512.Abs(b));
        var radius = Select(steep, b, a);
        var ratio = Select(steep, a, b) * Inverse(Select(Vector512.Equals(radius, Wide.Zero), Wide.One, radius));
        // An eighth of a turn either side of the axis.
        SinCos(Fma(ratio, All(0.125f), All(0.5f)), out var sin, out var cos);
        x = radius * Select(steep, -sin, -cos);
        y = radius * Select(steep, -cos, -sin);
    }

    /// <summary>Unit directions about the z axis, spread by the cosine of their angle to it: points of the disc, lifted to the sphere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide3 Hemisphere(Wide u, Wide v)
    {
        Disc(u, v, out var x, out var y);
        return new Wide3(x, y, Sqrt(Wide.One - x * x - y * y));
    }

    /// <summary>Sine and cosine of a number of turns between 0 and 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Wide turns, out Wide sin, out Wide cos)
    {
        sin = Sine(turns);
        var shifted = turns + All(0.25f);
        cos = Sine(shifted - Vector512.Floor(shifted));
    }

    /// <summary>sin(2 pi t) for t in 0 to 1, error below 2e-5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Sine(Wide t)
    {
        // Fold into -1/4 .. 1/4, then the odd polynomial of the sine.
        var x = All(0.5f) - t;
        x = Select(Vector512.GreaterThan(x, All(0.25f)), All(0.5f) - x, x);
        x = Select(Vector512.LessThan(x, All(-0.25f)), All(-0.5f) - x, x);
        var a = x * (2 * MathF.PI);
        var q = a * a;
        return a * Fma(Fma(Fma(Fma(All(2.6e-6f), q, All(-1.980741872e-4f)), q, All(8.333025139e-3f)), q, All(-0.1666665668f)), q, Wide.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide ToUnit(WideInt bits16) => Vector512.ConvertToSingle(bits16) * (1 / 65536f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WideInt Reverse(WideInt n)
    {
        n = Vector512.ShiftLeft(n & Vector512.Create(0x5555), 1) | Vector512.ShiftRightLogical(n, 1) & Vector512.Create(0x5555);
        n = Vector512.ShiftLeft(n & Vector512.Create(0x3333), 2) | Vector512.ShiftRightLogical(n, 2) & Vector512.Create(0x3333);
        n = Vector512.ShiftLeft(n & Vector512.Create(0x0f0f), 4) | Vector512.ShiftRightLogical(n, 4) & Vector512.Create(0x0f0f);
        return Vector512.ShiftLeft(n & Vector512.Create(0x00ff), 8) | Vector512.ShiftRightLogical(n, 8) & Vector512.Create(0x00ff);
    }
}
