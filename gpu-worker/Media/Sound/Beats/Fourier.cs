using System.Numerics;

namespace SoraFunctions.Media.Sound.Beats;

/// <summary>The discrete Fourier transform by halves (Cooley and Tukey, 1965).</summary>
internal static class Fourier
{
    /// <summary>Transforms in place.</summary>
    /// <param name="values">As many as a power of two.</param>
    public static void Transform(Span<Complex> values)
    {
        var n = values.Length;
        for (int i = 1, j = 0; i < n; i++)
        {
            var bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j ^= bit;
            if (i < j)
                (values[i], values[j]) = (values[j], values[i]);
        }

        for (var length = 2; length <= n; length <<= 1)
        {
            var (half, turn) = (length / 2, Complex.FromPolarCoordinates(1, -2 * Math.PI / length));
            for (var start = 0; start < n; start += length)
            {
                var by = Complex.One;
                for (var i = start; i < start + half; i++)
                {
                    var (even, odd) = (values[i], values[i + half] * by);
                    (values[i], values[i + half]) = (even + odd, even - odd);
                    by *= turn;
                }
            }
        }
    }
}
