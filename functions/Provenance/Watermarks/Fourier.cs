namespace SoraFunctions.Provenance.Watermarks;

/// <summary>The discrete Fourier transform of a square whose side is a power of two (Cooley and Tukey 1965, radix 2, in place).</summary>
internal sealed class Fourier
{
    private readonly int _side;
    private readonly int[] _reversed;
    private readonly float[] _cosines;
    private readonly float[] _sines;

    /// <summary>A transform of squares of that side.</summary>
    /// <param name="side">A power of two.</param>
    public Fourier(int side)
    {
        _side = side;
        _reversed = new int[side];
        for (var i = 1; i < side; i++)
            _reversed[i] = _reversed[i >> 1] >> 1 | ((i & 1) == 0 ? 0 : side >> 1);
        _cosines = [.. Enumerable.Range(0, side / 2).Select(i => (float)Math.Cos(2 * Math.PI * i / side))];
        _sines = [.. Enumerable.Range(0, side / 2).Select(i => (float)Math.Sin(2 * Math.PI * i / side))];
    }

    /// <summary>Transforms; the inverse is not divided by the number of values.</summary>
    /// <param name="real">Real parts, row by row.</param>
    /// <param name="imaginary">Imaginary parts.</param>
    /// <param name="inverse">Whether to go back.</param>
    public void Transform(float[] real, float[] imaginary, bool inverse)
    {
        for (var y = 0; y < _side; y++)
            Rows(real.AsSpan(y * _side, _side), imaginary.AsSpan(y * _side, _side), inverse);
        Transpose(real);
        Transpose(imaginary);
        for (var y = 0; y < _side; y++)
            Rows(real.AsSpan(y * _side, _side), imaginary.AsSpan(y * _side, _side), inverse);
        Transpose(real);
        Transpose(imaginary);
    }

    private void Rows(Span<float> real, Span<float> imaginary, bool inverse)
    {
        for (var i = 0; i < _side; i++)
        {
            var j = _reversed[i];
            if (j > i)
            {
                (real[i], real[j]) = (real[j], real[i]);
                (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
            }
        }

        for (var half = 1; half < _side; half *= 2)
        {
            var stride = _side / (2 * half);
            for (var start = 0; start < _side; start += 2 * half)
            {
                for (var k = 0; k < half; k++)
                {
                    var (c, s) = (_cosines[k * stride], inverse ? _sines[k * stride] : -_sines[k * stride]);
                    var (a, b) = (start + k, start + k + half);
                    var (re, im) = (real[b] * c - imaginary[b] * s, real[b] * s + imaginary[b] * c);
                    (real[b], imaginary[b]) = (real[a] - re, imaginary[a] - im);
                    (real[a], imaginary[a]) = (real[a] + re, imaginary[a] + im);
                }
            }
        }
    }

    private void Transpose(float[] square)
    {
        for (var y = 0; y < _side; y++)
        {
            for (var x = y + 1; x < _side; x++)
                (square[y * _side + x], square[x * _side + y]) = (square[x * _side + y], square[y * _side + x]);
        }
    }
}
