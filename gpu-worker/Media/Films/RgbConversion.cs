namespace SoraFunctions.Media.Films;

/// <summary>R, G, B bytes to what <see cref="VideoWriter"/> takes.</summary>
public static class RgbConversion
{
    /// <summary>
    /// Converts a frame to I420 by ITU-R BT.709-6, limited range (its integer coefficients, scaled by 2^16), a chroma sample being the mean
    /// of two by two pixels.
    /// </summary>
    /// <param name="rgb">Width * height * 3 bytes, rows from the top.</param>
    /// <param name="width">Even.</param>
    /// <param name="height">Even.</param>
    /// <param name="i420">Width * height * 3 / 2 bytes: Y, then Cb and Cr at half the size.</param>
    public static void ToI420(ReadOnlySpan<byte> rgb, int width, int height, Span<byte> i420)
    {
        var luma = i420[..(width * height)];
        var blue = i420.Slice(width * height, width * height / 4);
        var red = i420.Slice(width * height * 5 / 4, width * height / 4);
        for (var y = 0; y < height; y += 2)
        {
            var upper = rgb.Slice(y * width * 3, width * 3);
            var lower = rgb.Slice((y + 1) * width * 3, width * 3);
            for (var x = 0; x < width; x += 2)
            {
                var (r, g, b) = (0, 0, 0);
                Pixel(upper, x, ref luma[(y * width) + x], ref r, ref g, ref b);
                Pixel(upper, x + 1, ref luma[(y * width) + x + 1], ref r, ref g, ref b);
                Pixel(lower, x, ref luma[((y + 1) * width) + x], ref r, ref g, ref b);
                Pixel(lower, x + 1, ref luma[((y + 1) * width) + x + 1], ref r, ref g, ref b);
                var at = (y / 2 * width / 2) + (x / 2);
                blue[at] = (byte)(((-6596 * r) - (22189 * g) + (28784 * b) + (128 << 18) + (1 << 17)) >> 18);
                red[at] = (byte)(((28784 * r) - (26145 * g) - (2639 * b) + (128 << 18) + (1 << 17)) >> 18);
            }
        }
    }

    private static void Pixel(ReadOnlySpan<byte> row, int x, ref byte luma, ref int red, ref int green, ref int blue)
    {
        var (r, g, b) = ((int)row[3 * x], (int)row[(3 * x) + 1], (int)row[(3 * x) + 2]);
        luma = (byte)(((11966 * r) + (40254 * g) + (4064 * b) + (16 << 16) + (1 << 15)) >> 16);
        (red, green, blue) = (red + r, green + g, blue + b);
    }
}
