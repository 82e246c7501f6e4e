using System.Numerics;

namespace SoraFunctions.Provenance.Watermarks;

/// <summary>
/// Leaves of a picture what a mark can be seen in: each pixel's distance from the mean around it, weighed by how quiet it is there (a
/// matched filter for noise whose variance changes from place to place), and limited.
/// </summary>
internal sealed class Whitening(int width, int height)
{
    private const float Quiet = 0.7f;
    private const float Limit = 1.5f;

    private readonly float[] _mean = new float[width * height];
    private readonly float[] _work = new float[width * height];
    private readonly float[] _row = new float[width];

    /// <summary>Whitens a picture in place.</summary>
    /// <param name="picture">Grey levels, row by row.</param>
    /// <param name="radius">Half the width of what counts as around, in pixels.</param>
    public void Apply(float[] picture, int radius)
    {
        Smooth(picture, _mean, radius);
        for (var i = 0; i < picture.Length; i++)
            picture[i] -= _mean[i];
        for (var i = 0; i < picture.Length; i++)
            _mean[i] = picture[i] * picture[i];
        Smooth(_mean, _mean, radius);
        for (var i = 0; i < picture.Length; i++)
            picture[i] = Math.Clamp(picture[i] / (Quiet + _mean[i]), -Limit, Limit);
    }

    /// <summary>Means over squares, smaller ones at the borders.</summary>
    private void Smooth(float[] from, float[] to, int radius)
    {
        for (var y = 0; y < height; y++)
        {
            var source = from.AsSpan(y * width, width);
            var target = _work.AsSpan(y * width, width);
            var sum = 0f;
            for (var x = 0; x < Math.Min(radius, width); x++)
                sum += source[x];
            for (var x = 0; x < width; x++)
            {
                if (x + radius < width)
                    sum += source[x + radius];
                if (x - radius > 0)
                    sum -= source[x - radius - 1];
                target[x] = sum / (Math.Min(width - 1, x + radius) - Math.Max(0, x - radius) + 1);
            }
        }

        Array.Clear(_row);
        for (var y = 0; y < Math.Min(radius, height); y++)
            Change(_work, y, 1);
        for (var y = 0; y < height; y++)
        {
            if (y + radius < height)
                Change(_work, y + radius, 1);
            if (y - radius > 0)
                Change(_work, y - radius - 1, -1);
            var share = 1f / (Math.Min(height - 1, y + radius) - Math.Max(0, y - radius) + 1);
            var target = to.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
                target[x] = _row[x] * share;
        }
    }

    private void Change(float[] rows, int y, float sign)
    {
        var source = rows.AsSpan(y * width, width);
        var x = 0;
        for (; x <= width - Vector<float>.Count; x += Vector<float>.Count)
            (new Vector<float>(_row, x) + new Vector<float>(source[x..]) * sign).CopyTo(_row, x);
        for (; x < width; x++)
            _row[x] += source[x] * sign;
    }
}
