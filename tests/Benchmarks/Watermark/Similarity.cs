namespace SoraFunctions.Benchmarks.Watermark;

/// <summary>How alike two pictures are.</summary>
internal static class Similarity
{
    /// <summary>Peak signal-to-noise ratio in dB.</summary>
    public static double Psnr(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
            sum += (first[i] - second[i]) * (first[i] - second[i]);
        return 10 * Math.Log10(255 * 255 * (double)first.Length / sum);
    }

    /// <summary>Structural similarity over squares of 8 pixels at every fourth (Wang et al. 2004, constants 0.01 and 0.03).</summary>
    public static double Ssim(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int width, int height)
    {
        const double c1 = 0.01 * 255 * 0.01 * 255, c2 = 0.03 * 255 * 0.03 * 255;
        var (sum, squares) = (0.0, 0);
        for (var top = 0; top + 8 <= height; top += 4)
        {
            for (var left = 0; left + 8 <= width; left += 4)
            {
                var (a, b, aa, bb, ab) = (0.0, 0.0, 0.0, 0.0, 0.0);
                for (var i = 0; i < 64; i++)
                {
                    var at = (top + i / 8) * width + left + i % 8;
                    var (x, y) = ((double)first[at], (double)second[at]);
                    (a, b, aa, bb, ab) = (a + x, b + y, aa + x * x, bb + y * y, ab + x * y);
                }

                (a, b) = (a / 64, b / 64);
                var (va, vb, cov) = (aa / 64 - a * a, bb / 64 - b * b, ab / 64 - a * b);
                sum += (2 * a * b + c1) * (2 * cov + c2) / ((a * a + b * b + c1) * (va + vb + c2));
                squares++;
            }
        }

        return sum / squares;
    }
}
