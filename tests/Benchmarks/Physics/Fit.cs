namespace SoraFunctions.Benchmarks.Physics;

/// <summary>Least squares.</summary>
internal static class Fit
{
    /// <summary>Coefficients of the polynomial in t that lies nearest to the values, constant first.</summary>
    public static double[] Polynomial(IReadOnlyList<(double Time, double Value)> track, int degree)
    {
        var size = degree + 1;
        var rows = new double[size, size + 1];
        foreach (var (time, value) in track)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    rows[i, j] += Math.Pow(time, i + j);
                }

                rows[i, size] += Math.Pow(time, i) * value;
            }
        }

        for (var k = 0; k < size; k++)
        {
            var best = Enumerable.Range(k, size - k).MaxBy(i => Math.Abs(rows[i, k]));
            for (var j = 0; j <= size; j++)
            {
                (rows[k, j], rows[best, j]) = (rows[best, j], rows[k, j]);
            }

            for (var i = 0; i < size; i++)
            {
                var factor = i == k ? 0 : rows[i, k] / rows[k, k];
                for (var j = k; j <= size; j++)
                {
                    rows[i, j] -= factor * rows[k, j];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(i => rows[i, size] / rows[i, i])];
    }

    /// <summary>Slope of the line.</summary>
    public static double Slope(IEnumerable<(double Time, double Value)> track) => Polynomial([.. track], 1)[1];

    /// <summary>Second derivative of the parabola.</summary>
    public static double Acceleration(IEnumerable<(double Time, double Value)> track) => 2 * Polynomial([.. track], 2)[2];
}
