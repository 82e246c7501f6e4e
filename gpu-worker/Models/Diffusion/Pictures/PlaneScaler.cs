using System.Numerics;

namespace SoraFunctions.Models.Diffusion.Pictures;

/// <summary>
/// Scales planes of numbers by the cubic of Catmull and Rom, widened where it makes smaller so that nothing is left out. Made once for a pair of sizes.
/// </summary>
public sealed class PlaneScaler
{
    private readonly (int From, float[] Weights)[] _across, _down;
    private readonly int _width, _height;
    private readonly float[] _rows;

    /// <param name="width">Numbers of a row of the plane.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="crop">The part that is scaled.</param>
    /// <param name="toWidth">Numbers of a row of the result.</param>
    /// <param name="toHeight">Its rows.</param>
    public PlaneScaler(int width, int height, Crop crop, int toWidth, int toHeight)
    {
        (_width, _height) = (width, height);
        _across = Taps(crop.Left, crop.Width, toWidth);
        _down = Taps(crop.Top, crop.Height, toHeight);
        _rows = new float[width * toHeight];
    }

    /// <summary>Scales one plane. Of one thread at a time.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="scaled">To be filled.</param>
    public void Scale(ReadOnlySpan<float> plane, Span<float> scaled)
    {
        for (var row = 0; row < _down.Length; row++)
        {
            var to = _rows.AsSpan(row * _width, _width);
            to.Clear();
            var (from, weights) = _down[row];
            for (var tap = 0; tap < weights.Length; tap++)
            {
                Add(weights[tap], plane.Slice(Math.Clamp(from + tap, 0, _height - 1) * _width, _width), to);
            }
        }
        for (var row = 0; row < _down.Length; row++)
        {
            var source = _rows.AsSpan(row * _width, _width);
            var to = scaled.Slice(row * _across.Length, _across.Length);
            for (var i = 0; i < to.Length; i++)
            {
                var (from, weights) = _across[i];
                var sum = 0f;
                for (var tap = 0; tap < weights.Length; tap++)
                    sum += weights[tap] * source[Math.Clamp(from + tap, 0, _width - 1)];
                to[i] = sum;
            }
        }
    }

    private static void Add(float weight, ReadOnlySpan<float> row, Span<float> sums)
    {
        var i = 0;
        for (var all = new Vector<float>(weight); i <= row.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(sums[i..]) + all * new Vector<float>(row[i..])).CopyTo(sums[i..]);
        for (; i < row.Length; i++)
            sums[i] += weight * row[i];
    }

    private static (int, float[])[] Taps(double start, double part, int to)
    {
        var step = part / to;
        var reach = Math.Max(1, step);
        return [.. Enumerable.Range(0, to).Select(i => Tap(start + (i + 0.5) * step - 0.5, reach))];

        static (int, float[]) Tap(double centre, double reach)
        {
            var from = (int)Math.Ceiling(centre - 2 * reach);
            var weights = Enumerable.Range(from, (int)Math.Floor(centre + 2 * reach) - from + 1).Select(place => Cubic(Math.Abs(place - centre) / reach)).ToArray();
            var sum = weights.Sum();
            return (from, [.. weights.Select(weight => (float)(weight / sum))]);
        }
    }

    private static double Cubic(double x) => x switch
    {
        < 1 => (1.5 * x - 2.5) * x * x + 1,
        < 2 => ((-0.5 * x + 2.5) * x - 4) * x + 2,
        _ => 0,
    };
}
