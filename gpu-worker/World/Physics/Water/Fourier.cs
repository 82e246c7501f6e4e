using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.World.Physics.Water;

/// <summary>
/// The Fourier transform of square complex fields (Cooley and Tukey, 1965), radix 2 down the columns, sixteen columns at once. The
/// spectrum of <see cref="Forward"/> is transposed; <see cref="Back"/> transposes again.
/// </summary>
internal sealed class Fourier
{
    private readonly int _side;
    private readonly float[] _cosines;
    private readonly float[] _sines;

    /// <summary>For fields of a size.</summary>
    /// <param name="side">Samples along a side: a power of two, at least 16.</param>
    public Fourier(int side)
    {
        _side = side;
        _cosines = [.. Enumerable.Range(0, side / 2).Select(i => (float)Math.Cos(2 * Math.PI * i / side))];
        _sines = [.. Enumerable.Range(0, side / 2).Select(i => (float)Math.Sin(2 * Math.PI * i / side))];
    }

    /// <summary>To the spectrum, without a factor.</summary>
    public void Forward(float[] real, float[] imaginary) => Transform(real, imaginary, -1);

    /// <summary>From the spectrum, without a factor: the field comes back side * side times as large.</summary>
    public void Back(float[] real, float[] imaginary) => Transform(real, imaginary, 1);

    private void Transform(float[] real, float[] imaginary, float sign)
    {
        Columns(real, imaginary, sign);
        Transpose(real);
        Transpose(imaginary);
        Columns(real, imaginary, sign);
    }

    private void Columns(float[] real, float[] imaginary, float sign)
    {
        Reverse(real);
        Reverse(imaginary);
        for (var half = 1; half < _side; half *= 2)
        {
            var stride = _side / (2 * half);
            for (var group = 0; group < _side; group += 2 * half)
            {
                for (var i = 0; i < half; i++)
                {
                    Butterflies(real, imaginary, group + i, group + i + half, _cosines[i * stride], sign * _sines[i * stride]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Butterflies(float[] real, float[] imaginary, int upper, int lower, float cosine, float sine)
    {
        ref float a = ref real[upper * _side], b = ref imaginary[upper * _side];
        ref float c = ref real[lower * _side], d = ref imaginary[lower * _side];
        var (turnReal, turnImaginary) = (Vector512.Create(cosine), Vector512.Create(sine));
        for (var i = 0; i < _side; i += Vector512<float>.Count)
        {
            var at = (nuint)i;
            Vector512<float> lowReal = Vector512.LoadUnsafe(ref c, at), lowImaginary = Vector512.LoadUnsafe(ref d, at);
            Vector512<float> highReal = Vector512.LoadUnsafe(ref a, at), highImaginary = Vector512.LoadUnsafe(ref b, at);
            var turnedReal = (lowReal * turnReal) - (lowImaginary * turnImaginary);
            var turnedImaginary = (lowReal * turnImaginary) + (lowImaginary * turnReal);
            (highReal + turnedReal).StoreUnsafe(ref a, at);
            (highImaginary + turnedImaginary).StoreUnsafe(ref b, at);
            (highReal - turnedReal).StoreUnsafe(ref c, at);
            (highImaginary - turnedImaginary).StoreUnsafe(ref d, at);
        }
    }

    private void Reverse(float[] rows)
    {
        for (int i = 1, j = 0; i < _side; i++)
        {
            var bit = _side >> 1;
            for (; (j & bit) != 0; bit >>= 1)
            {
                j ^= bit;
            }

            j |= bit;
            if (i < j)
            {
                Swap(rows.AsSpan(i * _side, _side), rows.AsSpan(j * _side, _side));
            }
        }
    }

    private static void Swap(Span<float> a, Span<float> b)
    {
        for (var i = 0; i < a.Length; i += 16)
        {
            var kept = Vector512.Create<float>(a[i..]);
            Vector512.Create<float>(b[i..]).CopyTo(a[i..]);
            kept.CopyTo(b[i..]);
        }
    }

    private void Transpose(float[] field)
    {
        // In blocks, so that rows and columns both stay in the cache.
        const int block = 16;
        for (var top = 0; top < _side; top += block)
        {
            for (var left = top; left < _side; left += block)
            {
                for (var i = top; i < top + block; i++)
                {
                    for (var j = left == top ? i + 1 : left; j < left + block; j++)
                    {
                        var (a, b) = ((i * _side) + j, (j * _side) + i);
                        (field[a], field[b]) = (field[b], field[a]);
                    }
                }
            }
        }
    }
}
