namespace SoraFunctions.Benchmarks.Sync;

/// <summary>The fast Fourier transform (Cooley and Tukey 1965).</summary>
internal static class Fourier
{
    /// <summary>Transforms in place.</summary>
    /// <param name="real">Real parts; as many as a power of two.</param>
    /// <param name="imaginary">Imaginary parts, as many.</param>
    public static void Transform(double[] real, double[] imaginary)
    {
        var size = real.Length;
        for (int i = 1, j = 0; i < size; i++)
        {
            var bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1)
            {
                j ^= bit;
            }

            j ^= bit;
            if (i < j)
            {
                (real[i], real[j]) = (real[j], real[i]);
                (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
            }
        }

        for (var length = 2; length <= size; length <<= 1)
        {
            var (sine, cosine) = Math.SinCos(-2 * Math.PI / length);
            for (var i = 0; i < size; i += length)
            {
                var (x, y) = (1.0, 0.0);
                for (var j = i; j < i + (length / 2); j++)
                {
                    var k = j + (length / 2);
                    var (re, im) = ((real[k] * x) - (imaginary[k] * y), (real[k] * y) + (imaginary[k] * x));
                    (real[k], imaginary[k], real[j], imaginary[j]) = (real[j] - re, imaginary[j] - im, real[j] + re, imaginary[j] + im);
                    (x, y) = ((x * cosine) - (y * sine), (x * sine) + (y * cosine));
                }
            }
        }
    }
}
