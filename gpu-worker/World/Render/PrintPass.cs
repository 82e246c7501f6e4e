using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Prints the developed film: as I420 or as R, G, B; a film of half the size is enlarged.</summary>
internal sealed unsafe class PrintPass
{
    private readonly Film film;
    private readonly Development development;
    private readonly Enlargement[] planes;
    private readonly int width;
    private readonly int height;

    /// <param name="film">The film, of the size of the print or half of it.</param>
    /// <param name="development">How it is developed.</param>
    /// <param name="width">Pixels of the print across.</param>
    /// <param name="height">Pixels down.</param>
    public PrintPass(Film film, Development development, int width, int height)
    {
        (this.film, this.development, this.width, this.height) = (film, development, width, height);
        Enlarges = film.Width < width;
        planes = [.. Enumerable.Range(0, Enlarges ? 3 : 0).Select(_ => new Enlargement(film.Width, film.Height))];
        Yuv = GC.AllocateArray<byte>(width * height * 3 / 2, pinned: true);
        Rgb = GC.AllocateArray<byte>(width * height * 3, pinned: true);
    }

    /// <summary>Whether the film has to go through <see cref="SmallYuv"/> or <see cref="SmallRgb"/> first.</summary>
    public bool Enlarges { get; }

    public byte[] Yuv { get; }

    public byte[] Rgb { get; }

    /// <summary>Prints two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void YuvRows(int pair)
    {
        var luma = Pin(Yuv);
        var blue = luma + width * height;
        var red = blue + width * height / 4;
        for (var x = 0; x < width; x += 16)
        {
            if (Enlarges)
            {
                StoreLuma(planes[0].Read(x, 2 * pair), luma, x, 2 * pair);
                StoreLuma(planes[0].Read(x, 2 * pair + 1), luma, x, 2 * pair + 1);
                continue;
            }

            var upper = development.Pixels(x, 2 * pair);
            var lower = development.Pixels(x, 2 * pair + 1);
            StoreLuma(YuvConversion.Luma(upper), luma, x, 2 * pair);
            StoreLuma(YuvConversion.Luma(lower), luma, x, 2 * pair + 1);
            var to = pair * width / 2 + x / 2;
            StoreChroma(Halve((upper + lower) * 0.5f), Ramp + All(x), pair, blue + to, red + to, Math.Min(8, (width - x) / 2));
        }
    }

    /// <summary>Develops a row of a film of half the size: its chroma is printed, its luma waits for <see cref="YuvRows"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SmallYuv(int row)
    {
        var blue = Pin(Yuv) + width * height;
        var red = blue + width * height / 4;
        for (var x = 0; x < film.Width; x += 16)
        {
            var colour = development.Pixels(x, row);
            planes[0].Write(x, row, YuvConversion.Luma(colour));
            var to = row * film.Width + x;
            StoreChroma(colour, Ramp + All(x), row, blue + to, red + to, Math.Min(16, film.Width - x));
        }

        planes[0].Finish(row);
    }

    /// <summary>Develops a row of a film of half the size, for <see cref="RgbRow"/>.</summary>
    public void SmallRgb(int row)
    {
        for (var x = 0; x < film.Width; x += 16)
        {
            var colour = development.Pixels(x, row);
            planes[0].Write(x, row, colour.X);
            planes[1].Write(x, row, colour.Y);
            planes[2].Write(x, row, colour.Z);
        }

        foreach (var plane in planes) plane.Finish(row);
    }

    /// <summary>Prints a row.</summary>
    [SkipLocalsInit]
    public void RgbRow(int row)
    {
        var values = stackalloc float[48];
        for (var x = 0; x < width; x += 16)
        {
            var colour = Enlarges
                ? new Wide3(planes[0].Read(x, row), planes[1].Read(x, row), planes[2].Read(x, row))
                : development.Pixels(x, row);
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
