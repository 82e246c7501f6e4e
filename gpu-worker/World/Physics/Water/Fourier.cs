using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.World.Physics.Water;

/// <summary>
/// The Fourier transform of square complex fields (Cooley and Tukey, 1965), radix 2 down the columns, two stages and sixteen columns at once. The
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
        var half = 1;
        for (; 4 * half <= _side; half *= 4)
        {
            for (var group = 0; group < _side; group += 4 * half)
            {
                for (var i = 0; i < half; i++)
                {
                    var (first, second) = (i * (_side / (2 * half)), i * (_side / (4 * half)));
                    TwoStages(
                        real, imaginary, group + i, half, new(_cosines[first], sign * _sines[first]), new(_cosines[second], sign * _sines[second]),
                        new(_cosines[second + (_side / 4)], sign * _sines[second + (_side / 4)]));
                }
            }
        }

        for (var i = 0; half < _side && i < half; i++)
        {
            Butterflies(real, imaginary, i, i + half, _cosines[i], sign * _sines[i]);
        }
    }

    // Two stages of the transform on four rows: what the first one gives stays in the registers for the second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwoStages(float[] real, float[] imaginary, int row, int apart, Vector2 turn, Vector2 even, Vector2 odd)
    {
        ref float a = ref real[row * _side], b = ref imaginary[row * _side];
        var (one, two, three) = ((nuint)(apart * _side), (nuint)(2 * apart * _side), (nuint)(3 * apart * _side));
        var (turnReal, turnImaginary) = (Vector512.Create(turn.X), Vector512.Create(turn.Y));
        var (evenReal, evenImaginary) = (Vector512.Create(even.X), Vector512.Create(even.Y));
        var (oddReal, oddImaginary) = (Vector512.Create(odd.X), Vector512.Create(odd.Y));
        for (nuint at = 0; at < (nuint)_side; at += (nuint)Vector512<float>.Count)
        {
            Vector512<float> r0 = Vector512.LoadUnsafe(ref a, at), i0 = Vector512.LoadUnsafe(ref b, at);
            Vector512<float> r1 = Vector512.LoadUnsafe(ref a, at + one), i1 = Vector512.LoadUnsafe(ref b, at + one);
            Vector512<float> r2 = Vector512.LoadUnsafe(ref a, at + two), i2 = Vector512.LoadUnsafe(ref b, at + two);
            Vector512<float> r3 = Vector512.LoadUnsafe(ref a, at + three), i3 = Vector512.LoadUnsafe(ref b, at + three);
            Cross(ref r0, ref i0, ref r1, ref i1, turnReal, turnImaginary);
            Cross(ref r2, ref i2, ref r3, ref i3, turnReal, turnImaginary);
            Cross(ref r0, ref i0, ref r2, ref i2, evenReal, evenImaginary);
            Cross(ref r1, ref i1, ref r3, ref i3, oddReal, oddImaginary);
            r0.StoreUnsafe(ref a, at);
            i0.StoreUnsafe(ref b, at);
            r1.StoreUnsafe(ref a, at + one);
            i1.StoreUnsafe(ref b, at + one);
            r2.StoreUnsafe(ref a, at + two);
            i2.StoreUnsafe(ref b, at + two);
            r3.StoreUnsafe(ref a, at + three);
            i3.StoreUnsafe(ref b, at + three);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cross(
        ref Vector512<float> upReal, ref Vector512<float> upImaginary, ref Vector512<float> lowReal, ref Vector512<float> lowImaginary,
        Vector512<float> turnReal, Vector512<float> turnImaginary)
    {
        var turnedReal = (lowReal * turnReal) - (lowImaginary * turnImaginary);
        var turnedImaginary = (lowReal * turnImaginary) + (lowImaginary * turnReal);
        (lowReal, lowImaginary) = (upReal - turnedReal, upImaginary - turnedImaginary);
        (upReal, upImaginary) = (upReal + turnedReal, upImaginary + turnedImaginary);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Butterflies(float[] real, float[] imaginary, int upper, int lower, float cosine, float sine)
    {
        ref float a = ref real[upper * _side], b = ref imaginary[upper * _side];
        ref float c = ref real[lower * _side], d = ref imaginary[lower * _side];
        var (turnReal, turnImaginary) = (Vector512.Create(cosine), Vector512.Create(sine));
        for (nuint at = 0; at < (nuint)_side; at += (nuint)Vector512<float>.Count)
        {
            Vector512<float> upReal = Vector512.LoadUnsafe(ref a, at), upImaginary = Vector512.LoadUnsafe(ref b, at);
            Vector512<float> lowReal = Vector512.LoadUnsafe(ref c, at), lowImaginary = Vector512.LoadUnsafe(ref d, at);
            Cross(ref upReal, ref upImaginary, ref lowReal, ref lowImaginary, turnReal, turnImaginary);
            upReal.StoreUnsafe(ref a, at);
            upImaginary.StoreUnsafe(ref b, at);
            lowReal.StoreUnsafe(ref c, at);
            lowImaginary.StoreUnsafe(ref d, at);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Swap(Span<float> a, Span<float> b)
    {
        for (var i = 0; i < a.Length; i += 16)
        {
            var kept = Vector512.Create<float>(a[i..]);
            Vector512.Create<float>(b[i..]).CopyTo(a[i..]);
            kept.CopyTo(b[i..]);
        }
    }

    // Four by four numbers at a time, each square changing places with its mirror image.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(float[] field)
    {
        const int block = 4;
        for (var top = 0; top < _side; top += block)
        {
            for (var left = top; left < _side; left += block)
            {
                ref float above = ref field[(top * _side) + left], below = ref field[(left * _side) + top];
                var (here, there) = (Turned(ref above), Turned(ref below));
                Put(here, ref below);
                Put(there, ref above);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Matrix4x4 Turned(ref float first) => Matrix4x4.Transpose(Matrix4x4.Create(Row(ref first, 0), Row(ref first, 1), Row(ref first, 2), Row(ref first, 3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(in Matrix4x4 square, ref float first)
    {
        for (var i = 0; i < 4; i++)
        {
            square.GetRow(i).StoreUnsafe(ref first, (nuint)(i * _side));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector4 Row(ref float first, int row) => Vector128.LoadUnsafe(ref first, (nuint)(row * _side)).AsVector4();
}
