namespace SoraFunctions.Models.Noise;

/// <summary>
/// Turns two random words into two Gaussian values. Logarithm, sine and cosine are computed here from additions, multiplications,
/// divisions and square roots alone, which IEEE 754 rounds alike on every machine; the functions of the platform may differ in
/// the last bit.
/// </summary>
internal static class BoxMuller
{
    private const double Ln2 = 0.693147180559945309417232121458;
    private const double SquareRootOf2 = 1.41421356237309504880168872421;

    /// <summary>Two independent values of mean 0 and variance 1, at most 6.7 from 0.</summary>
    public static (float First, float Second) Pair(uint radius, uint angle)
    {
        var r = Math.Sqrt(-2 * Log((radius + 0.5) * (1.0 / 4294967296)));
        // The two lowest bits choose the quarter, the others the angle within an eighth on either side of its axis.
        var x = ((angle >> 2) + 0.5) * (1.0 / (1 << 30)) - 0.5;
        var (sine, cosine) = SinCos(x * (Math.PI / 2));
        var (first, second) = (angle & 3) switch
        {
            0 => (cosine, sine),
            1 => (-sine, cosine),
            2 => (-cosine, -sine),
            _ => (sine, -cosine),
        };
        return ((float)(r * first), (float)(r * second));
    }

    // ln(m 2^e) = e ln 2 + 2 artanh((m - 1) / (m + 1)) with m near 1, where the series converges quickly.
    private static double Log(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble(bits & 0x000FFFFFFFFFFFFF | 0x3FF0000000000000);
        if (mantissa > SquareRootOf2)
            (mantissa, exponent) = (mantissa / 2, exponent + 1);
        var t = (mantissa - 1) / (mantissa + 1);
        var square = t * t;
        var sum = 0.0;
        for (var n = 21; n >= 1; n -= 2)
            sum = sum * square + 1.0 / n;
        return exponent * Ln2 + 2 * t * sum;
    }

    // Taylor's series, for angles up to an eighth of a turn.
    private static (double Sine, double Cosine) SinCos(double angle)
    {
        var square = angle * angle;
        var (sine, cosine) = (1.0, 1.0);
        for (var n = 8; n >= 1; n--)
        {
            sine = 1 - square / (2 * n * (2 * n + 1)) * sine;
            cosine = 1 - square / (2 * n * (2 * n - 1)) * cosine;
        }
        return (angle * sine, cosine);
    }
}
