using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Pictures;

/// <summary>Makes pictures smaller by averaging areas, colours weighted by their alpha.</summary>
internal static class Rescale
{
    /// <summary>The picture with no side longer than a limit; itself when it is small enough.</summary>
    public static Texture Within(Texture source, int longest)
    {
        var scale = (double)longest / Math.Max(source.Width, source.Height);
        return scale >= 1 ? source : To(source, Math.Max(1, (int)(source.Width * scale)), Math.Max(1, (int)(source.Height * scale)));
    }

    private static Texture To(Texture source, int width, int height)
    {
        var result = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            int top = y * source.Height / height, bottom = Math.Max(top + 1, (y + 1) * source.Height / height);
            for (var x = 0; x < width; x++)
            {
                int left = x * source.Width / width, right = Math.Max(left + 1, (x + 1) * source.Width / width);
                Average(source, left, top, right, bottom, result.AsSpan(((y * width) + x) * 4, 4));
            }
        }

        return new Texture(width, height, result);
    }

    private static void Average(Texture source, int left, int top, int right, int bottom, Span<byte> result)
    {
        long red = 0, green = 0, blue = 0, alpha = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var at = ((y * source.Width) + x) * 4;
                long weight = source.Rgba[at + 3];
                red += source.Rgba[at] * weight;
                green += source.Rgba[at + 1] * weight;
                blue += source.Rgba[at + 2] * weight;
                alpha += weight;
            }
        }

        var count = (right - left) * (bottom - top);
        var divisor = Math.Max(alpha, 1);
        result[0] = (byte)((red + (divisor / 2)) / divisor);
        result[1] = (byte)((green + (divisor / 2)) / divisor);
        result[2] = (byte)((blue + (divisor / 2)) / divisor);
        result[3] = (byte)((alpha + (count / 2)) / count);
    }
}
