namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>Finds the part of a film's picture that moves: without the bars that letter-boxing adds.</summary>
internal static class ContentArea
{
    /// <summary>Grey levels within which a bar stays everywhere and always, whatever codecs make of it.</summary>
    private const float Even = 14;

    /// <summary>The least part of width and height that is left.</summary>
    private const double Least = 0.2;

    /// <summary>The area within the bars; the whole where there are none, or where nothing else is.</summary>
    public static PictureArea Of(IReadOnlyList<SmallFrame> frames)
    {
        if (frames.Count == 0)
            return PictureArea.Whole;
        var (width, height) = (frames[0].Width, frames[0].Height);
        var (low, high) = Extremes(frames);
        var (top, bottom) = (0, height);
        while (top < height && IsEven(low, high, width, 0, width, top, top + 1))
            top++;
        while (bottom > top && IsEven(low, high, width, 0, width, bottom - 1, bottom))
            bottom--;
        var (left, right) = (0, width);
        while (left < width && IsEven(low, high, width, left, left + 1, top, bottom))
            left++;
        while (right > left && IsEven(low, high, width, right - 1, right, top, bottom))
            right--;
        return right - left >= Least * width && bottom - top >= Least * height
            ? new PictureArea(left / (double)width, top / (double)height, right / (double)width, bottom / (double)height)
            : PictureArea.Whole;
    }

    private static (float[] Low, float[] High) Extremes(IReadOnlyList<SmallFrame> frames)
    {
        var (width, height) = (frames[0].Width, frames[0].Height);
        var (low, high) = (new float[width * height], new float[width * height]);
        low.AsSpan().Fill(float.MaxValue);
        foreach (var frame in frames)
        {
            for (var i = 0; i < low.Length; i++)
            {
                var level = frame[i % width, i / width];
                low[i] = Math.Min(low[i], level);
                high[i] = Math.Max(high[i], level);
            }
        }

        return (low, high);
    }

    private static bool IsEven(float[] low, float[] high, int width, int left, int right, int top, int bottom)
    {
        var (least, most) = (float.MaxValue, 0f);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
                (least, most) = (Math.Min(least, low[y * width + x]), Math.Max(most, high[y * width + x]));
        }

        return most - least <= Even;
    }
}
