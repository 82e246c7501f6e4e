using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Models.Pictures;

/// <summary>A picture in memory.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Pixels">Three bytes a pixel, sRGB red, green, blue, in rows from the top without gaps.</param>
public sealed record RgbPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>The same picture to be read.</summary>
    public RgbView View => new(Pixels, Width, Height);

    /// <summary>A decoded picture on a plain ground.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="ground">What shows through where it is transparent: a grey from 0 to 255.</param>
    public static RgbPicture Of(DecodedPicture picture, byte ground = 255)
    {
        var pixels = new byte[3 * picture.Width * picture.Height];
        for (int from = 0, to = 0; to < pixels.Length; from += 4, to += 3)
        {
            var alpha = picture.Rgba[from + 3];
            for (var channel = 0; channel < 3; channel++)
                pixels[to + channel] = (byte)((picture.Rgba[from + channel] * alpha + ground * (255 - alpha) + 127) / 255);
        }
        return new(picture.Width, picture.Height, pixels);
    }
}
