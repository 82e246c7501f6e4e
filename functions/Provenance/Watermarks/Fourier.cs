using System.Numerics;

namespace SoraFunctions.Provenance.Watermarks;

/// <summary>
/// The discrete Fourier transform of a square whose side is a power of two (Cooley and Tukey 1965, radix 2, in place), many columns at a
/// time. There the square comes out turned over its diagonal, and back again upright.
/// </summary>
internal sealed class Fourier
{
    private readonly int _side;
    private readonly int[] _reversed;
    private readonly float[] _cosines;
    private readonly float[] _sines;

    /// <summary>A transform of squares of that side.</summary>
    /// <param name="side">A power of two, at least 16.</param>
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
        Columns(real, imaginary, inverse);
        Transpose(real);
        Transpose(imaginary);
        Columns(real, imaginary, inverse);
    }

    private void Columns(float[] real, float[] imaginary, bool inverse)
    {
        for (var y = 0; y < _side; y++)
        {
            if (_reversed[y] > y)
            {
                Swap(real, y, _reversed[y]);
                Swap(imaginary, y, _reversed[y]);
            }
        }

        for (var half = 1; half < _side; half *= 2)
        {
            for (var start = 0; start < _side; start += 2 * half)
            {
                for (var k = 0; k < half; k++)
                {
                    var turn = k * (_side / (2 * half));
                    Cross(real, imaginary, (start + k) * _side, (start + k + half) * _side, _cosines[turn], inverse ? _sines[turn] : -_sines[turn]);
                }
            }
        }
    }

    /// <summary>One butterfly of two rows, all columns.</summary>
    private void Cross(float[] real, float[] imaginary, int a, int b, float cosine, float sine)
    {
        var (c, s) = (new Vector<float>(cosine), new Vector<float>(sine));
        for (var end = a + _side; a < end; a += Vector<float>.Count, b += Vector<float>.Count)
        {
            var (upperRe, upperIm) = (new Vector<float>(real, a), new Vector<float>(imaginary, a));
            var (lowerRe, lowerIm) = (new Vector<float>(real, b), new Vector<float>(imaginary, b));
            var re = lowerRe * c - lowerIm * s;
            var im = lowerRe * s + lowerIm * c;
            (upperRe + re).CopyTo(real, a);
            (upperIm + im).CopyTo(imaginary, a);
            (upperRe - re).CopyTo(real, b);
            (upperIm - im).CopyTo(imaginary, b);
        }
    }

    private void Swap(float[] square, int a, int b)
    {
        for (var x = 0; x < _side; x++)
            (square[a * _side + x], square[b * _side + x]) = (square[b * _side + x], square[a * _side + x]);
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
