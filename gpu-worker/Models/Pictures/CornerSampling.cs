namespace SoraFunctions.Models.Pictures;

/// <summary>
/// Picks points out of a picture between its corner pixels, each between its four neighbours, and skips what lies between the points: as
/// TensorFlow.js resizes with aligned corners. Worse than <see cref="Resampler"/> to look at; for models that learnt from such pictures.
/// </summary>
internal static class CornerSampling
{
    /// <summary>A square of points with channels from 0 to 1, side by side.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="side">Points across and down.</param>
    public static float[] Square(RgbView picture, int side)
    {
        var result = new float[side * side * 3];
        for (int y = 0, i = 0; y < side; y++)
        {
            var (top, bottom, down) = Between(y, side, picture.Height);
            for (var x = 0; x < side; x++)
            {
                var (left, right, across) = Between(x, side, picture.Width);
                for (var channel = 0; channel < 3; channel++, i++)
                {
                    var above = Mix(picture, left, right, across, top, channel);
                    var below = Mix(picture, left, right, across, bottom, channel);
                    result[i] = (above + (below - above) * down) / 255;
                }
            }
        }
        return result;
    }

    private static float Mix(RgbView picture, int left, int right, float across, int row, int channel)
    {
        var (one, other) = (picture.Pixels[(row * picture.Width + left) * 3 + channel], picture.Pixels[(row * picture.Width + right) * 3 + channel]);
        return one + (other - one) * across;
    }

    private static (int Before, int After, float Share) Between(int index, int count, int length)
    {
        var at = (float)index * (length - 1) / (count - 1);
        var before = Math.Min((int)at, length - 1);
        return (before, Math.Min(before + 1, length - 1), at - before);
    }
}
