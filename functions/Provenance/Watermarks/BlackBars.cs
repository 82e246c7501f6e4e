namespace SoraFunctions.Provenance.Watermarks;

/// <summary>The part of a picture within black bars, as films have that were put in a frame of another shape.</summary>
/// <param name="Left">First column of the part.</param>
/// <param name="Top">First row of it.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
internal readonly record struct BlackBars(int Left, int Top, int Width, int Height)
{
    /// <summary>The lightest that black is, in limited range and after coding.</summary>
    private const byte Black = 26;

    /// <summary>The most that is left of the side that has bars; less black is no frame of another shape.</summary>
    private const double Most = 0.92;

    /// <summary>The part within bars; null where there are none, or where too little is within.</summary>
    /// <param name="luma">One byte a pixel, rows from the top.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="least">Fewest pixels that it must have each way.</param>
    public static BlackBars? Around(ReadOnlySpan<byte> luma, int width, int height, int least)
    {
        var (left, right, top, bottom) = (width, 0, height, 0);
        for (var y = 0; y < height; y++)
        {
            var row = luma.Slice(y * width, width);
            if (row.IndexOfAnyExceptInRange((byte)0, Black) is var first && first < 0)
                continue;
            (left, right) = (Math.Min(left, first), Math.Max(right, row.LastIndexOfAnyExceptInRange((byte)0, Black) + 1));
            (top, bottom) = (Math.Min(top, y), y + 1);
        }

        return right - left >= least && bottom - top >= least && (right - left < Most * width || bottom - top < Most * height)
            ? new(left, top, right - left, bottom - top)
            : null;
    }

    /// <summary>Copies the part out of a picture.</summary>
    /// <param name="luma">The picture.</param>
    /// <param name="width">Pixels of its rows.</param>
    /// <param name="part">Where the part goes.</param>
    public void Cut(ReadOnlySpan<byte> luma, int width, Span<byte> part)
    {
        for (var y = 0; y < Height; y++)
            luma.Slice((Top + y) * width + Left, Width).CopyTo(part[(y * Width)..]);
    }
}
