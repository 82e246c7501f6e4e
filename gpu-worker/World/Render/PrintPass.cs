using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Prints the developed film: as I420 or as R, G, B.</summary>
/// <param name="film">The film.</param>
/// <param name="development">How it is developed.</param>
internal sealed unsafe class PrintPass(Film film, Development development)
{
    private readonly int width = film.Width;
    private readonly int height = film.Height;

    public byte[] Yuv { get; } = GC.AllocateArray<byte>(film.Width * film.Height * 3 / 2, pinned: true);

    public byte[] Rgb { get; } = GC.AllocateArray<byte>(film.Width * film.Height * 3, pinned: true);

    /// <summary>Prints two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void YuvRows(int pair)
    {
        var luma = Pin(Yuv);
        var blue = luma + width * height;
        var red = blue + width * height / 4;
        for (var x = 0; x < width; x += 16)
        {
            development.Pixels(x, 2 * pair, out var upper, out var lower);
            StoreLuma(YuvConversion.Luma(upper), luma, x, 2 * pair);
            StoreLuma(YuvConversion.Luma(lower), luma, x, 2 * pair + 1);
            var to = pair * width / 2 + x / 2;
            StoreChroma(Halve((upper + lower) * 0.5f), Ramp + All(x), pair, blue + to, red + to, Math.Min(8, (width - x) / 2));
        }
    }

    /// <summary>Prints a row.</summary>
    public void RgbRow(int row)
    {
        var values = stackalloc float[48];
        for (var x = 0; x < width; x += 16)
        {
            var colour = development.Pixels(x, row);
            var dither = Development.Dither(Ramp + All(x), All(row)) + All(0.5f);
            Fma(colour.X, All(255), dither).Store(values);
            Fma(colour.Y, All(255), dither).Store(values + 16);
            Fma(colour.Z, All(255), dither).Store(values + 32);
            for (var i = 0; i < Math.Min(16, width - x); i++)
            for (var k = 0; k < 3; k++)
                Rgb[(row * width + x + i) * 3 + k] = (byte)Math.Clamp((int)values[16 * k + i], 0, 255);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void StoreLuma(Wide value, byte* luma, int x, int y)
    {
        var dithered = Min(Max(value + Development.Dither(Ramp + All(x), All(y)), All(16)), All(235));
        YuvConversion.Store(dithered, luma + y * width + x, width - x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreChroma(in Wide3 colour, Wide columns, int row, byte* blue, byte* red, int count)
    {
        var dither = Development.Dither(columns + All(77), All(row + 31));
        YuvConversion.Store(YuvConversion.Blue(colour) + dither, blue, count);
        YuvConversion.Store(YuvConversion.Red(colour) + dither, red, count);
    }

    /// <summary>Means of neighbouring lanes, in the lower eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Halve(in Wide3 c)
    {
        var even = Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 0, 2, 4, 6, 8, 10, 12, 14);
        var odd = Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 1, 3, 5, 7, 9, 11, 13, 15);
        return new Wide3(
            (Vector512.Shuffle(c.X, even) + Vector512.Shuffle(c.X, odd)) * 0.5f,
            (Vector512.Shuffle(c.Y, even) + Vector512.Shuffle(c.Y, odd)) * 0.5f,
            (Vector512.Shuffle(c.Z, even) + Vector512.Shuffle(c.Z, odd)) * 0.5f);
    }

    private static byte* Pin(byte[] array) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
