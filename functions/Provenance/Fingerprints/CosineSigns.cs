using System.Numerics;

namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>Makes descriptors of pictures.</summary>
internal static class CosineSigns
{
    /// <summary>How much of a picture's width and height is looked at: what is left of one that lost a tenth at each side.</summary>
    public const double Part = 0.8;

    /// <summary>Points along a side of what is transformed.</summary>
    private const int Side = 32;

    /// <summary>Coefficients along a side.</summary>
    private const int Kept = 16;

    /// <summary>Half the width of the square that a point is compared with.</summary>
    private const int Radius = 3;

    /// <summary>Grey levels of contrast that count as noise.</summary>
    private const float Noise = 3;

    /// <summary>Contrasts beyond which a point stands out no more: words over a picture must not outweigh it.</summary>
    private const float Limit = 0.8f;

    private static readonly float[] _cosines = Cosines();

    /// <summary>The descriptor of a part of a frame.</summary>
    public static Descriptor Of(SmallFrame frame, PictureArea area)
    {
        Span<float> coefficients = stackalloc float[Kept * Kept];
        Transform(frame, area, false, default, coefficients);
        return Pack(coefficients, 0, static (value, _) => value > 0);
    }

    /// <summary>The descriptor of a part of a frame with how sure its bits are.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="area">The part.</param>
    /// <param name="mirrored">Whether left and right are exchanged first.</param>
    /// <param name="covered">Rows of the part, in parts of its height, that are not looked at.</param>
    public static SoftDescriptor Soft(SmallFrame frame, PictureArea area, bool mirrored, (double From, double To) covered)
    {
        Span<float> coefficients = stackalloc float[Kept * Kept];
        Transform(frame, area, mirrored, covered, coefficients);
        Span<float> sizes = stackalloc float[Kept * Kept];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Math.Abs(coefficients[i]);
        sizes.Sort();
        var unit = Math.Max(0.5f, sizes[Descriptor.Bits / 2]);
        return new SoftDescriptor(
            Pack(coefficients, 0, static (value, _) => value > 0),
            Pack(coefficients, unit, static (value, unit) => WeightOf(value, unit) is 1 or 3),
            Pack(coefficients, unit, static (value, unit) => WeightOf(value, unit) >= 2));
    }

    private static int WeightOf(float value, float unit) => (Math.Abs(value) / unit) switch
    {
        < 0.3f => 0,
        < 0.9f => 1,
        < 1.6f => 2,
        _ => 3,
    };

    private static void Transform(SmallFrame frame, PictureArea area, bool mirrored, (double From, double To) covered, Span<float> coefficients)
    {
        Span<float> points = stackalloc float[Side * Side];
        frame.Sample(area, Side, points);
        if (mirrored)
        {
            for (var y = 0; y < Side; y++)
                points.Slice(y * Side, Side).Reverse();
        }

        Normalise(points);
        points[((int)(covered.From * Side) * Side)..((int)(covered.To * Side) * Side)].Clear();
        Span<float> half = stackalloc float[Kept * Side];
        half.Clear();
        for (var v = 0; v < Kept; v++)
        {
            for (var y = 0; y < Side; y++)
                AddScaled(points.Slice(y * Side, Side), _cosines[v * Side + y], half.Slice(v * Side, Side));
        }

        for (var v = 0; v < Kept; v++)
        {
            for (var u = 0; u < Kept; u++)
                coefficients[v * Kept + u] = Dot(half.Slice(v * Side, Side), _cosines.AsSpan(u * Side, Side));
        }
    }

    /// <summary>Leaves of each point how it stands out from the square around it, in standard deviations of that.</summary>
    private static void Normalise(Span<float> points)
    {
        const int stride = Side + 1;
        Span<float> sums = stackalloc float[stride * stride], squares = stackalloc float[stride * stride];
        sums.Clear();
        squares.Clear();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var (at, level) = ((y + 1) * stride + x + 1, points[y * Side + x] - 128);
                sums[at] = level + sums[at - 1] + sums[at - stride] - sums[at - stride - 1];
                squares[at] = level * level + squares[at - 1] + squares[at - stride] - squares[at - stride - 1];
            }
        }

        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var (left, top, right, bottom) = (Math.Max(0, x - Radius), Math.Max(0, y - Radius), Math.Min(Side, x + Radius + 1), Math.Min(Side, y + Radius + 1));
                var (a, b, c, d) = (top * stride + left, top * stride + right, bottom * stride + left, bottom * stride + right);
                var count = (right - left) * (bottom - top);
                var mean = (sums[d] - sums[b] - sums[c] + sums[a]) / count;
                var variance = Math.Max(0, (squares[d] - squares[b] - squares[c] + squares[a]) / count - mean * mean);
                points[y * Side + x] = Math.Clamp((points[y * Side + x] - 128 - mean) / (MathF.Sqrt(variance) + Noise), -Limit, Limit);
            }
        }
    }

    private static void AddScaled(ReadOnlySpan<float> source, float scale, Span<float> target)
    {
        for (var i = 0; i < source.Length; i += Vector<float>.Count)
            (new Vector<float>(target[i..]) + new Vector<float>(source[i..]) * scale).CopyTo(target[i..]);
    }

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> two)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < one.Length; i += Vector<float>.Count)
            sum += new Vector<float>(one[i..]) * new Vector<float>(two[i..]);
        return Vector.Sum(sum);
    }

    private static float[] Cosines()
    {
        var cosines = new float[Kept * Side];
        for (var k = 0; k < Kept; k++)
        {
            for (var x = 0; x < Side; x++)
                cosines[k * Side + x] = (float)Math.Cos(Math.PI * k * (x + 0.5) / Side);
        }

        return cosines;
    }

    /// <summary>The coefficients of the 8 x 8 lowest frequencies fill the first word, those of the others the three next; the mean is left out.</summary>
    private static Descriptor Pack(ReadOnlySpan<float> coefficients, float unit, Func<float, float, bool> bit)
    {
        Span<ulong> words = stackalloc ulong[4];
        words.Clear();
        var fine = 64;
        for (var i = 0; i < Kept * Kept; i++)
        {
            var (u, v) = (i % Kept, i / Kept);
            var place = u < 8 && v < 8 ? v * 8 + u : fine++;
            if (i > 0 && bit(coefficients[i], unit))
                words[place >> 6] |= 1UL << (place & 63);
        }

        return new Descriptor(words[0], words[1], words[2], words[3]);
    }
}
