namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>A frame of a film in small, of which the mean over any rectangle costs four look-ups (a summed-area table; Crow 1984).</summary>
internal sealed class SmallFrame
{
    private readonly int[] _sums;
    private readonly int _stride;

    private SmallFrame(int width, int height) => (Width, Height, _stride, _sums) = (width, height, width + 1, new int[(width + 1) * (height + 1)]);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Reduces a frame so that its long side has so many pixels at most.</summary>
    public static SmallFrame Of(ReadOnlySpan<byte> luma, int width, int height, int longSide)
    {
        var scale = Math.Min(1, longSide / (double)Math.Max(width, height));
        var frame = new SmallFrame(Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
        Span<int> row = stackalloc int[frame.Width];
        for (var y = 0; y < frame.Height; y++)
        {
            var (top, bottom) = Span(y, height, frame.Height);
            row.Clear();
            for (var v = top; v < bottom; v++)
            {
                var line = luma.Slice(v * width, width);
                for (var x = 0; x < frame.Width; x++)
                {
                    var (left, right) = Span(x, width, frame.Width);
                    for (var u = left; u < right; u++)
                        row[x] += line[u];
                }
            }

            var sum = 0;
            for (var x = 0; x < frame.Width; x++)
            {
                var (left, right) = Span(x, width, frame.Width);
                // In sixteenths of a level, so that little is lost.
                sum += 16 * row[x] / ((right - left) * (bottom - top));
                frame._sums[(y + 1) * frame._stride + x + 1] = frame._sums[y * frame._stride + x + 1] + sum;
            }
        }

        return frame;
    }

    /// <summary>Grey level of a pixel.</summary>
    public float this[int x, int y] =>
        (_sums[(y + 1) * _stride + x + 1] - _sums[y * _stride + x + 1] - _sums[(y + 1) * _stride + x] + _sums[y * _stride + x]) / 16f;

    /// <summary>Means of an area's fields, row by row.</summary>
    public void Sample(PictureArea area, int side, Span<float> fields)
    {
        Span<float> sums = stackalloc float[(side + 1) * (side + 1)];
        var (left, top, width, height) = (area.Left * Width, area.Top * Height, (area.Right - area.Left) * Width, (area.Bottom - area.Top) * Height);
        for (var y = 0; y <= side; y++)
        {
            for (var x = 0; x <= side; x++)
                sums[y * (side + 1) + x] = SumTo(left + width * x / side, top + height * y / side);
        }

        var share = (float)(side * side / (width * height) / 16);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var at = y * (side + 1) + x;
                fields[y * side + x] = (sums[at + side + 2] - sums[at + 1] - sums[at + side + 1] + sums[at]) * share;
            }
        }
    }

    private float SumTo(double x, double y)
    {
        x = Math.Clamp(x, 0, Width);
        y = Math.Clamp(y, 0, Height);
        var (left, top) = (Math.Min((int)x, Width - 1), Math.Min((int)y, Height - 1));
        var (u, v) = ((float)(x - left), (float)(y - top));
        var at = top * _stride + left;
        var upper = _sums[at] + u * (_sums[at + 1] - _sums[at]);
        var lower = _sums[at + _stride] + u * (_sums[at + _stride + 1] - _sums[at + _stride]);
        return upper + v * (lower - upper);
    }

    private static (int From, int To) Span(int i, int from, int to) =>
        ((int)((long)i * from / to), Math.Max((int)((long)i * from / to) + 1, (int)((long)(i + 1) * from / to)));
}
