using System.Numerics;

namespace SoraFunctions.Provenance.Watermarks;

/// <summary>Lays all tiles of a picture on one another, at twice the cells' resolution, for a size of cell that is guessed.</summary>
internal sealed class CellFold(int width, int height)
{
    /// <summary>Values along a side of what is folded.</summary>
    public const int Side = 2 * WatermarkTile.Side;

    private readonly float[] _rows = new float[Side * width];

    /// <summary>Folds a picture.</summary>
    /// <param name="picture">Values, row by row.</param>
    /// <param name="cell">Pixels of a cell.</param>
    /// <param name="folded">Side x Side values.</param>
    public void Fold(float[] picture, double cell, float[] folded)
    {
        Array.Clear(_rows);
        for (var y = 0; y < height; y++)
        {
            var (at, part) = Place(y, cell);
            Add(picture.AsSpan(y * width, width), _rows.AsSpan(at * width, width), 1 - part);
            Add(picture.AsSpan(y * width, width), _rows.AsSpan((at + 1) % Side * width, width), part);
        }

        Array.Clear(folded);
        for (var x = 0; x < width; x++)
        {
            var (at, part) = Place(x, cell);
            var next = (at + 1) % Side;
            for (var y = 0; y < Side; y++)
            {
                var value = _rows[y * width + x];
                folded[y * Side + at] += value * (1 - part);
                folded[y * Side + next] += value * part;
            }
        }
    }

    private static (int At, float Part) Place(int pixel, double cell)
    {
        var at = (pixel + 0.5) * 2 / cell;
        var whole = (int)at;
        return (whole % Side, (float)(at - whole));
    }

    private static void Add(ReadOnlySpan<float> source, Span<float> target, float weight)
    {
        var x = 0;
        for (; x <= source.Length - Vector<float>.Count; x += Vector<float>.Count)
            (new Vector<float>(target[x..]) + new Vector<float>(source[x..]) * weight).CopyTo(target[x..]);
        for (; x < source.Length; x++)
            target[x] += source[x] * weight;
    }
}
