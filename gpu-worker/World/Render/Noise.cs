using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Smooth random patterns in the plane.</summary>
internal static class Noise
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>One random number in 0 to 1 for each cell.</summary>
    [MethodImpl(Inline)]
    public static Wide Cell(Wide x, Wide y, int seed) =>
        Hash(Vector512.ConvertToInt32(Vector512.Floor(x)), Vector512.ConvertToInt32(Vector512.Floor(y)), seed);

    /// <summary>Value noise, -1 to 1, wavelength about 2.</summary>
    [MethodImpl(Inline)]
    public static Wide Value(Wide x, Wide y, int seed)
    {
        var x0 = Vector512.Floor(x);
        var y0 = Vector512.Floor(y);
        var fx = x - x0;
        var fy = y - y0;
        fx = fx * fx * fx * Fma(fx, Fma(fx, All(6), All(-15)), All(10));
        fy = fy * fy * fy * Fma(fy, Fma(fy, All(6), All(-15)), All(10));
        var xi = Vector512.ConvertToInt32(x0);
        var yi = Vector512.ConvertToInt32(y0);
        var top = Lerp(Hash(xi, yi, seed), Hash(xi + WideInt.One, yi, seed), fx);
        var bottom = Lerp(Hash(xi, yi + WideInt.One, seed), Hash(xi + WideInt.One, yi + WideInt.One, seed), fx);
        return Fma(Lerp(top, bottom, fy), All(2), All(-1));
    }

    /// <summary>
    /// A sum of octaves, about -1 to 1, each left out smoothly where the eye (or the lens) cannot resolve it, so that it never flickers.
    /// </summary>
    /// <param name="x">In wavelengths of the first octave, halved.</param>
    /// <param name="y">Likewise.</param>
    /// <param name="footprint">Size of a pixel in the same unit.</param>
    /// <param name="octaves">How many.</param>
    /// <param name="seed">Which pattern.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide Fractal(Wide x, Wide y, Wide footprint, int octaves, int seed)
    {
        var sum = Wide.Zero;
        var amplitude = 0.55f;
        for (var octave = 0; octave < octaves; octave++)
        {
            var fade = Saturate(All(1.5f) - footprint - footprint);
            if (!Any(Vector512.GreaterThan(fade, Wide.Zero))) break;
            sum = Fma(Value(x, y, seed + octave), fade * amplitude, sum);
            // Turned by an angle without small multiples, so that the lattices do not line up.
            var turned = Fma(x, All(1.6f), y * 1.2f);
            y = Fma(y, All(1.6f), x * -1.2f) + All(17.3f);
            x = turned + All(5.7f);
            footprint += footprint;
            amplitude *= 0.5f;
        }

        return sum;
    }

    [MethodImpl(Inline)]
    private static Wide Hash(WideInt x, WideInt y, int seed)
    {
        var h = x * Vector512.Create(374761393) + y * Vector512.Create(668265263) + Vector512.Create(seed * 974634777);
        h = (h ^ Vector512.ShiftRightLogical(h, 13)) * Vector512.Create(1274126177);
        h = (h ^ Vector512.ShiftRightLogical(h, 16)) * Vector512.Create(0x45d9f3b);
        return Vector512.ConvertToSingle(Vector512.ShiftRightLogical(h, 9)) * (1f / (1 << 23));
    }
}
