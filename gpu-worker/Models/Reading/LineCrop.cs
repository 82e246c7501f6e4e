using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Reading;

/// <summary>Cuts a line of text out of a picture, level, at the height that the recogniser takes.</summary>
internal static class LineCrop
{
    private const int Height = 48;
    private const int ShortestWidth = 320;
    private const int LongestWidth = 3200;

    /// <summary>The line as planes of blue, green and red from -1 to 1; what is left of the shortest width is 0.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="box">Where the line is. One much higher than wide is taken for a line that runs down and is laid level.</param>
    public static Tensor Cut(RgbView picture, TextBox box)
    {
        if (box.Height >= 1.5f * box.Width)
            box = box with { Width = box.Height, Height = box.Width, Angle = box.Angle + MathF.PI / 2 };
        var used = (int)Math.Clamp(MathF.Ceiling(Height * box.Width / box.Height), 1, LongestWidth);
        // Sampled finer than it is when it shrinks, so that nothing is skipped.
        var fine = Math.Max(1, (int)MathF.Ceiling(box.Height / Height));
        var level = Level(picture, box, used * fine, Height * fine);
        var values = Resampler.Resize<byte>(level, used * fine, Height * fine, 3, used, Height);
        var width = Math.Max(used, ShortestWidth);
        var planes = new float[3 * Height * width];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < used; x++)
                for (var channel = 0; channel < 3; channel++)
                    planes[((2 - channel) * Height + y) * width + x] = values[(y * used + x) * 3 + channel] / 127.5f - 1;
        return new(planes, 1, 3, Height, width);
    }

    private static byte[] Level(RgbView picture, TextBox box, int width, int height)
    {
        var level = new byte[3 * width * height];
        var (cosine, sine) = (MathF.Cos(box.Angle), MathF.Sin(box.Angle));
        for (int y = 0, i = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var along = ((x + 0.5f) / width - 0.5f) * box.Width;
                var across = ((y + 0.5f) / height - 0.5f) * box.Height;
                var (u, v) = (box.CentreX + along * cosine - across * sine - 0.5f, box.CentreY + along * sine + across * cosine - 0.5f);
                for (var channel = 0; channel < 3; channel++, i++)
                    level[i] = (byte)(At(picture, u, v, channel) + 0.5f);
            }
        return level;
    }

    private static float At(RgbView picture, float u, float v, int channel)
    {
        var (x, y) = (Math.Clamp(u, 0, picture.Width - 1), Math.Clamp(v, 0, picture.Height - 1));
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, picture.Width - 1), Math.Min(top + 1, picture.Height - 1));
        float Pixel(ReadOnlySpan<byte> pixels, int width, int column, int row) => pixels[(row * width + column) * 3 + channel];
        var above = float.Lerp(Pixel(picture.Pixels, picture.Width, left, top), Pixel(picture.Pixels, picture.Width, right, top), x - left);
        var below = float.Lerp(Pixel(picture.Pixels, picture.Width, left, bottom), Pixel(picture.Pixels, picture.Width, right, bottom), x - left);
        return float.Lerp(above, below, y - top);
    }
}
