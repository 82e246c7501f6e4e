using System.Numerics;

namespace SoraFunctions.Models.Pictures;

/// <summary>Cuts a turned rectangle out of a picture and lays it level.</summary>
internal static class LevelSampling
{
    /// <summary>The rectangle at a size of its own, channels from 0 to 255 side by side. Outside the picture its edge goes on.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="centre">The middle of the rectangle, in pixels from the picture's upper left corner.</param>
    /// <param name="width">Its width in pixels of the picture.</param>
    /// <param name="height">Its height.</param>
    /// <param name="angle">By how much it is turned, clockwise in radians.</param>
    /// <param name="targetWidth">Pixels of the result across.</param>
    /// <param name="targetHeight">Pixels of the result down.</param>
    public static float[] Cut(RgbView picture, Vector2 centre, float width, float height, float angle, int targetWidth, int targetHeight)
    {
        // Sampled finer than it is wanted where it shrinks, so that nothing is skipped.
        var fine = Math.Max(1, (int)MathF.Ceiling(Math.Max(width / targetWidth, height / targetHeight)));
        var (across, down) = (targetWidth * fine, targetHeight * fine);
        var (sine, cosine) = MathF.SinCos(angle);
        var level = new float[3 * across * down];
        for (int y = 0, i = 0; y < down; y++)
            for (var x = 0; x < across; x++, i += 3)
            {
                var (u, v) = (((x + 0.5f) / across - 0.5f) * width, ((y + 0.5f) / down - 0.5f) * height);
                Sample(picture, centre.X + u * cosine - v * sine - 0.5f, centre.Y + u * sine + v * cosine - 0.5f, level.AsSpan(i, 3));
            }
        return fine == 1 ? level : Resampler.Resize<float>(level, across, down, 3, targetWidth, targetHeight);
    }

    private static void Sample(RgbView picture, float u, float v, Span<float> pixel)
    {
        var (x, y) = (Math.Clamp(u, 0, picture.Width - 1), Math.Clamp(v, 0, picture.Height - 1));
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, picture.Width - 1), Math.Min(top + 1, picture.Height - 1));
        for (var channel = 0; channel < 3; channel++)
        {
            var above = float.Lerp(picture.Pixels[(top * picture.Width + left) * 3 + channel], picture.Pixels[(top * picture.Width + right) * 3 + channel], x - left);
            var below = float.Lerp(picture.Pixels[(bottom * picture.Width + left) * 3 + channel], picture.Pixels[(bottom * picture.Width + right) * 3 + channel], x - left);
            pixel[channel] = float.Lerp(above, below, y - top);
        }
    }
}
