using System.Runtime.CompilerServices;

namespace SoraFunctions.World.Render;

/// <summary>Which triangles each tile of the picture has to look at.</summary>
internal sealed unsafe class TileBins
{
    /// <summary>Side of a tile in pixels.</summary>
    public const int Tile = 64;

    private readonly int[] starts;
    private readonly int[] ends;
    private int[] entries = new int[1024];

    public TileBins(int width, int height)
    {
        Columns = (width + Tile - 1) / Tile;
        Rows = (height + Tile - 1) / Tile;
        starts = new int[Columns * Rows + 1];
        ends = new int[Columns * Rows];
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>Places of the triangles of one tile.</summary>
    public ReadOnlySpan<int> Of(int tile) => entries.AsSpan(starts[tile], ends[tile] - starts[tile]);

    /// <summary>Sorts the triangles of an exposure into tiles, in their own order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(TriangleSetup setup)
    {
        Array.Clear(starts);
        var triangles = setup.Triangles;
        for (var piece = 0; piece < setup.Pieces; piece++)
        {
            var (place, count, _) = setup.PieceAt(piece);
            for (var i = place; i < place + count; i++)
            {
                Range(triangles + i, out var x0, out var x1, out var y0, out var y1);
                for (var y = y0; y <= y1; y++)
                for (var x = x0; x <= x1; x++)
                    starts[y * Columns + x + 1]++;
            }
        }

        for (var tile = 0; tile < ends.Length; tile++)
        {
            starts[tile + 1] += starts[tile];
            ends[tile] = starts[tile];
        }

        if (entries.Length < starts[^1]) entries = new int[2 * starts[^1]];
        for (var piece = 0; piece < setup.Pieces; piece++)
        {
            var (place, count, _) = setup.PieceAt(piece);
            for (var i = place; i < place + count; i++)
            {
                Range(triangles + i, out var x0, out var x1, out var y0, out var y1);
                for (var y = y0; y <= y1; y++)
                for (var x = x0; x <= x1; x++)
                    entries[ends[y * Columns + x]++] = i;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Range(ScreenTriangle* triangle, out int x0, out int x1, out int y0, out int y1)
    {
        x0 = Math.Max(0, (int)triangle->MinX / Tile);
        x1 = Math.Min(Columns - 1, (int)MathF.Min(triangle->MaxX, 1e6f) / Tile);
        y0 = Math.Max(0, (int)triangle->MinY / Tile);
        y1 = Math.Min(Rows - 1, (int)MathF.Min(triangle->MaxY, 1e6f) / Tile);
    }
}
