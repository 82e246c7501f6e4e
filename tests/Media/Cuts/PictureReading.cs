using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Tests.Cuts;

internal static class PictureReading
{
    /// <summary>Mean of red, green and blue at a place given in fractions.</summary>
    public static double Grey(this DecodedPicture picture, double x, double y)
    {
        var (red, green, blue) = picture.Colour(x, y);
        return (red + green + blue) / 3.0;
    }

    /// <summary>Red, green and blue at a place given in fractions.</summary>
    public static (byte Red, byte Green, byte Blue) Colour(this DecodedPicture picture, double x, double y)
    {
        var at = 4 * ((int)(y * picture.Height) * picture.Width + (int)(x * picture.Width));
        return (picture.Rgba[at], picture.Rgba[at + 1], picture.Rgba[at + 2]);
    }

    /// <summary>Part of the pixels in a box (fractions) whose grey differs from a value by more than 20.</summary>
    public static double Drawn(this DecodedPicture picture, double left, double top, double right, double bottom, double ground)
    {
        var (drawn, all) = (0, 0);
        for (var y = (int)(top * picture.Height); y < bottom * picture.Height; y++)
        {
            for (var x = (int)(left * picture.Width); x < right * picture.Width; x++)
            {
                all++;
                if (Math.Abs(picture.Grey((x + 0.5) / picture.Width, (y + 0.5) / picture.Height) - ground) > 20)
                    drawn++;
            }
        }

        return drawn / (double)all;
    }
}
