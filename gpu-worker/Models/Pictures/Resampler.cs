using System.Numerics;

namespace SoraFunctions.Models.Pictures;

/// <summary>
/// Changes the size of a picture by a separable filter. Pixels are areas: the corners of both pictures coincide. When a picture gets
/// smaller the filter gets wider, so nothing is skipped.
/// </summary>
public static class Resampler
{
    /// <summary>Resizes a picture, or a part of one.</summary>
    /// <typeparam name="T">What a channel is: byte or float.</typeparam>
    /// <param name="source">Channels of a pixel side by side, pixels in rows from the top.</param>
    /// <param name="width">Pixels of the source across.</param>
    /// <param name="height">Pixels of the source down.</param>
    /// <param name="channels">Numbers a pixel.</param>
    /// <param name="targetWidth">Pixels of the result across.</param>
    /// <param name="targetHeight">Pixels of the result down.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>The result, laid out as the source, in its units; Lanczos may overshoot them.</returns>
    /// <exception cref="ArgumentException">The numbers are no picture of that size.</exception>
    public static float[] Resize<T>(
        ReadOnlySpan<T> source, int width, int height, int channels, int targetWidth, int targetHeight, Resampling filter = Resampling.Triangle)
        where T : unmanaged, INumberBase<T>
    {
        if (source.Length != (long)width * height * channels || source.IsEmpty)
            throw new ArgumentException($"{source.Length} numbers are no picture of {width} x {height} with {channels} channels", nameof(source));
        ArgumentOutOfRangeException.ThrowIfLessThan(targetWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetHeight, 1);
        var across = Taps(width, targetWidth, filter);
        var down = Taps(height, targetHeight, filter);
        // The slower pass, along the rows, comes where there are fewer of them.
        return targetHeight < height
            ? Across<float>(Down(source, width * channels, down), width, channels, across)
            : Down<float>(Across(source, width, channels, across), targetWidth * channels, down);
    }

    private static float[] Across<T>(ReadOnlySpan<T> rows, int width, int channels, (int First, float[] Weights)[] taps)
        where T : unmanaged, INumberBase<T>
    {
        var height = rows.Length / (width * channels);
        var result = new float[height * taps.Length * channels];
        for (int y = 0, to = 0; y < height; y++)
        {
            var row = rows.Slice(y * width * channels, width * channels);
            foreach (var (first, weights) in taps)
                for (var channel = 0; channel < channels; channel++, to++)
                {
                    var sum = 0f;
                    var from = first * channels + channel;
                    foreach (var weight in weights)
                    {
                        sum += weight * float.CreateTruncating(row[from]);
                        from += channels;
                    }
                    result[to] = sum;
                }
        }
        return result;
    }

    private static float[] Down<T>(ReadOnlySpan<T> rows, int rowLength, (int First, float[] Weights)[] taps)
        where T : unmanaged, INumberBase<T>
    {
        var result = new float[taps.Length * rowLength];
        var row = new float[rowLength];
        for (var y = 0; y < taps.Length; y++)
        {
            var (first, weights) = taps[y];
            for (var tap = 0; tap < weights.Length; tap++)
            {
                var from = rows.Slice((first + tap) * rowLength, rowLength);
                for (var i = 0; i < row.Length; i++)
                    row[i] = float.CreateTruncating(from[i]);
                Add(result.AsSpan(y * rowLength, rowLength), row, weights[tap]);
            }
        }
        return result;
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> row, float weight)
    {
        var i = 0;
        for (var factor = new Vector<float>(weight); i <= sums.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(sums[i..]) + new Vector<float>(row[i..]) * factor).CopyTo(sums[i..]);
        for (; i < sums.Length; i++)
            sums[i] += row[i] * weight;
    }

    private static (int First, float[] Weights)[] Taps(int length, int target, Resampling filter)
    {
        var step = (double)length / target;
        var stretch = Math.Max(1, step);
        var reach = stretch * (filter == Resampling.Lanczos3 ? 3 : 1);
        var taps = new (int, float[])[target];
        for (var i = 0; i < target; i++)
        {
            var centre = (i + 0.5) * step - 0.5;
            var first = Math.Clamp((int)Math.Ceiling(centre - reach), 0, length - 1);
            var last = Math.Clamp((int)Math.Floor(centre + reach), first, length - 1);
            var weights = new double[last - first + 1];
            for (var tap = 0; tap < weights.Length; tap++)
                weights[tap] = Weight((first + tap - centre) / stretch, filter);
            var sum = weights.Sum();
            taps[i] = (first, [.. weights.Select(weight => (float)(weight / sum))]);
        }
        return taps;
    }

    private static double Weight(double x, Resampling filter)
    {
        var distance = Math.Abs(x);
        return filter == Resampling.Triangle ? Math.Max(0, 1 - distance)
            : distance < 1e-9 ? 1
            : distance >= 3 ? 0
            : 3 * Math.Sin(Math.PI * distance) * Math.Sin(Math.PI * distance / 3) / (Math.PI * Math.PI * distance * distance);
    }
}
