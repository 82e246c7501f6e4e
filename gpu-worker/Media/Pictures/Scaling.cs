namespace SoraFunctions.Media.Pictures;

/// <summary>Makes pictures smaller or larger: each new pixel is the mean of the old ones under a triangle (P. Heckbert, "Zoom", Graphics Gems III).</summary>
internal static class Scaling
{
    /// <summary>A picture in another size; what is transparent lends no colour to its edges.</summary>
    public static DecodedPicture To(DecodedPicture picture, int width, int height)
    {
        var (w, h) = (picture.Width, picture.Height);
        var source = new float[w * h * 4];
        for (var i = 0; i < w * h; i++)
        {
            var alpha = picture.Rgba[4 * i + 3] / 255f;
            for (var c = 0; c < 3; c++)
                source[4 * i + c] = picture.Rgba[4 * i + c] * alpha;
            source[4 * i + 3] = picture.Rgba[4 * i + 3];
        }

        var wide = Along(source, w, h, width, 4, w * 4);
        var scaled = Along(wide, h, width, height, width * 4, 4);
        var rgba = new byte[width * height * 4];
        for (var i = 0; i < width * height; i++)
        {
            var alpha = scaled[4 * i + 3];
            for (var c = 0; c < 3; c++)
                rgba[4 * i + c] = alpha <= 0 ? (byte)0 : (byte)Math.Clamp(MathF.Round(scaled[4 * i + c] * 255 / alpha), 0, 255);
            rgba[4 * i + 3] = (byte)Math.Clamp(MathF.Round(alpha), 0, 255);
        }

        return new DecodedPicture(width, height, rgba);
    }

    /// <summary>Scales each row (or column) from one length to another.</summary>
    private static float[] Along(float[] source, int length, int lanes, int target, int step, int lane)
    {
        var rows = step == 4;
        var result = new float[target * lanes * 4];
        var ratio = length / (double)target;
        var reach = Math.Max(1, ratio);
        for (var t = 0; t < target; t++)
        {
            var centre = (t + 0.5) * ratio - 0.5;
            var (first, last) = (Math.Max(0, (int)Math.Ceiling(centre - reach)), Math.Min(length - 1, (int)Math.Floor(centre + reach)));
            var weights = Enumerable.Range(first, last - first + 1).Select(k => (float)Math.Max(0, 1 - Math.Abs(k - centre) / reach)).ToArray();
            var sum = weights.Sum();
            for (var l = 0; l < lanes; l++)
            {
                var to = rows ? (l * target + t) * 4 : (t * lanes + l) * 4;
                for (var k = 0; k < weights.Length; k++)
                {
                    var from = l * lane + (first + k) * step;
                    for (var c = 0; c < 4; c++)
                        result[to + c] += source[from + c] * weights[k] / sum;
                }
            }
        }

        return result;
    }
}
