namespace SoraFunctions.Models.Pictures;

/// <summary>A picture that lies in someone's memory.</summary>
public readonly ref struct RgbView
{
    /// <summary>Looks at a picture.</summary>
    /// <param name="pixels">Three bytes a pixel, red, green, blue, in rows from the top without gaps.</param>
    /// <param name="width">Pixels across, at least 1.</param>
    /// <param name="height">Pixels down, at least 1.</param>
    /// <exception cref="ArgumentException">The bytes are not that many pixels.</exception>
    public RgbView(ReadOnlySpan<byte> pixels, int width, int height)
    {
        if (width < 1 || height < 1 || pixels.Length != 3L * width * height)
            throw new ArgumentException($"{pixels.Length} bytes are no RGB picture of {width} x {height}");
        Pixels = pixels;
        Width = width;
        Height = height;
    }

    /// <summary>Three bytes a pixel, in rows from the top.</summary>
    public ReadOnlySpan<byte> Pixels { get; }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }
}
