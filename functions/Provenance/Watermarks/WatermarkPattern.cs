namespace SoraFunctions.Provenance.Watermarks;

/// <summary>
/// The mark as a picture to be added to the luma of a film: it is <see cref="Neutral"/> where nothing changes. It is added for half a
/// <see cref="Cycle"/> and taken away for the other half, so that what stands still in the film cancels when it is read. The picture is
/// a tile of cells, repeated, with straight lines from the middle of a cell to that of the next.
/// </summary>
public static class WatermarkPattern
{
    /// <summary>The value of a pixel that leaves the film as it is.</summary>
    public const byte Neutral = 128;

    /// <summary>Seconds from one appearance to the next.</summary>
    public const double Cycle = 4;

    /// <summary>Cells along a side of the tile.</summary>
    public const int TileSide = WatermarkTile.Side;

    /// <summary>Cells along the short side of a film: a cell is 4 pixels of 720p.</summary>
    public const int CellsOfShortSide = WatermarkTile.CellsOfShortSide;

    /// <summary>Pixels that a cell has at least, however small the film is.</summary>
    public const double LeastCell = 2;

    /// <summary>
    /// Grey levels of the middle of a cell. After rounding a fifth of the pixels are one level brighter or darker: too little to be seen.
    /// </summary>
    public const double Strength = 0.65;

    /// <summary>
    /// The same where the picture is busiest: the film hides there what it does not hide in a quiet place. With both the mark is found after every
    /// attack of <c>./sora bench watermark</c>.
    /// </summary>
    public const double BusyStrength = 1.8;

    /// <summary>The tile that says an id: one bit a cell, set for bright, row by row, the highest bit first.</summary>
    /// <param name="key">The deployment's key.</param>
    /// <param name="id">What it says.</param>
    public static byte[] Tile(WatermarkKey key, WatermarkId id)
    {
        var cells = new WatermarkTile(key).Draw(id);
        var bits = new byte[cells.Length / 8];
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] > 0)
                bits[i / 8] |= (byte)(0x80 >> i % 8);
        }

        return bits;
    }

    /// <summary>Draws the mark: one byte a pixel, rows from the top.</summary>
    /// <param name="key">The deployment's key.</param>
    /// <param name="id">What it says.</param>
    /// <param name="width">Width of the film in pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="strength">Grey levels of the middle of a cell; less than 0.5 rounds to nothing.</param>
    public static byte[] Draw(WatermarkKey key, WatermarkId id, int width, int height, double strength = Strength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 16);
        var cells = new WatermarkTile(key).Draw(id);
        var size = Math.Max(LeastCell, Math.Min(width, height) / (double)WatermarkTile.CellsOfShortSide);
        var picture = new byte[width * height];
        var row = new float[width];
        var across = Places(width, size);
        var down = Places(height, size);
        for (var y = 0; y < height; y++)
        {
            var (top, lower, below) = down[y];
            for (var x = 0; x < width; x++)
            {
                var (left, right, beside) = across[x];
                var upper = cells[top * WatermarkTile.Side + left] * (1 - beside) + cells[top * WatermarkTile.Side + right] * beside;
                var under = cells[lower * WatermarkTile.Side + left] * (1 - beside) + cells[lower * WatermarkTile.Side + right] * beside;
                row[x] = upper * (1 - below) + under * below;
            }

            for (var x = 0; x < width; x++)
                picture[y * width + x] = (byte)(Neutral + Math.Round(row[x] * strength));
        }

        return picture;
    }

    /// <summary>For each pixel the cells whose middles it lies between, and how near the second.</summary>
    private static (int Cell, int Next, float Part)[] Places(int pixels, double size)
    {
        var places = new (int, int, float)[pixels];
        for (var i = 0; i < pixels; i++)
        {
            var at = (i + 0.5) / size - 0.5 + WatermarkTile.Side;
            var cell = (int)at;
            places[i] = (cell % WatermarkTile.Side, (cell + 1) % WatermarkTile.Side, (float)(at - cell));
        }

        return places;
    }
}
