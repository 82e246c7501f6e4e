using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.CutOut;

/// <summary>
/// Brings a coarse matte to the size of its picture so that its edges follow the picture's: the fast guided filter (He and Sun 2015) with the
/// picture in grey as the guide.
/// </summary>
internal static class GuidedFilter
{
    private const int Radius = 3;
    // The square of the contrast, of 1, below which an edge of the picture is none.
    private const float Smoothness = 1e-3f;

    /// <summary>The matte at the size of the picture.</summary>
    /// <param name="coarse">The matte, 0 to 1, in rows from the top.</param>
    /// <param name="width">Its points across.</param>
    /// <param name="height">Its points down.</param>
    /// <param name="picture">The picture.</param>
    public static Matte Refine(float[] coarse, int width, int height, RgbView picture)
    {
        var guide = Grey(picture);
        var small = Resampler.Resize<float>(guide, picture.Width, picture.Height, 1, width, height);
        var (slope, offset) = LocalLines(small, coarse, width, height);
        var slopes = Resampler.Resize<float>(slope, width, height, 1, picture.Width, picture.Height);
        var offsets = Resampler.Resize<float>(offset, width, height, 1, picture.Width, picture.Height);
        var alpha = new byte[guide.Length];
        for (var i = 0; i < alpha.Length; i++)
            alpha[i] = (byte)(Math.Clamp(slopes[i] * guide[i] + offsets[i], 0, 1) * 255 + 0.5f);
        return new(picture.Width, picture.Height, alpha);
    }

    // Around each point the matte is taken for a line of the grey: slope = covariance / (variance + smoothness).
    private static (float[] Slope, float[] Offset) LocalLines(float[] grey, float[] matte, int width, int height)
    {
        float[] Mean(float[] values) => BoxMean(values, width, height);
        var (greys, mattes) = (Mean(grey), Mean(matte));
        var squares = Mean([.. grey.Select(value => value * value)]);
        var products = Mean([.. grey.Zip(matte, (one, other) => one * other)]);
        var (slope, offset) = (new float[grey.Length], new float[grey.Length]);
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = (products[i] - greys[i] * mattes[i]) / (squares[i] - greys[i] * greys[i] + Smoothness);
            offset[i] = mattes[i] - slope[i] * greys[i];
        }
        return (Mean(slope), Mean(offset));
    }

    private static float[] BoxMean(float[] values, int width, int height)
    {
        var rows = new float[values.Length];
        for (var y = 0; y < height; y++)
            Along(values, rows, y * width, 1, width);
        var result = new float[values.Length];
        for (var x = 0; x < width; x++)
            Along(rows, result, x, width, height);
        return result;
    }

    private static void Along(float[] from, float[] to, int start, int step, int length)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(Radius, length); i++)
            sum += from[start + i * step];
        for (var i = 0; i < length; i++)
        {
            if (i + Radius < length)
                sum += from[start + (i + Radius) * step];
            if (i - Radius - 1 >= 0)
                sum -= from[start + (i - Radius - 1) * step];
            to[start + i * step] = (float)(sum / (Math.Min(i + Radius, length - 1) - Math.Max(i - Radius, 0) + 1));
        }
    }

    private static float[] Grey(RgbView picture)
    {
        var grey = new float[picture.Width * picture.Height];
        for (int i = 0, from = 0; i < grey.Length; i++, from += 3)
            grey[i] = (0.299f * picture.Pixels[from] + 0.587f * picture.Pixels[from + 1] + 0.114f * picture.Pixels[from + 2]) / 255;
        return grey;
    }
}
