namespace SoraFunctions.World.Tests.Staging.Forms;

/// <summary>
/// Mean structural similarity of two pictures (Wang and others, "Image quality assessment: from error visibility to structural
/// similarity", 2004), windows of 8 x 8, after the second is brought to the brightness and contrast of the first.
/// </summary>
internal static class StructuralSimilarity
{
    private const int Window = 8;

    public static double Of(float[] first, float[] second, int columns)
    {
        double meanFirst = first.Average(), meanSecond = second.Average();
        double both = 0, own = 0;
        for (var i = 0; i < first.Length; i++)
        {
            both += (first[i] - meanFirst) * (second[i] - meanSecond);
            own += (second[i] - meanSecond) * (second[i] - meanSecond);
        }

        var gain = own > 0 ? both / own : 1;
        double sum = 0;
        var count = 0;
        for (var y = 0; y + Window <= first.Length / columns; y += Window / 2)
        {
            for (var x = 0; x + Window <= columns; x += Window / 2)
            {
                sum += At(x, y);
                count++;
            }
        }

        return sum / count;

        double At(int left, int top)
        {
            double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
            for (var k = 0; k < Window * Window; k++)
            {
                var i = ((top + (k / Window)) * columns) + left + (k % Window);
                double p = first[i], q = meanFirst + (gain * (second[i] - meanSecond));
                (a, b, aa, bb, ab) = (a + p, b + q, aa + (p * p), bb + (q * q), ab + (p * q));
            }

            const double n = Window * Window, c1 = 0.01 * 0.01, c2 = 0.03 * 0.03;
            (a, b) = (a / n, b / n);
            double varianceA = (aa / n) - (a * a), varianceB = (bb / n) - (b * b), shared = (ab / n) - (a * b);
            return ((2 * a * b) + c1) * ((2 * shared) + c2) / (((a * a) + (b * b) + c1) * (varianceA + varianceB + c2));
        }
    }
}
