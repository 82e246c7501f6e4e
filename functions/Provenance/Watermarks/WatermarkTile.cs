using System.Buffers.Binary;

namespace SoraFunctions.Provenance.Watermarks;

/// <summary>
/// The square of cells that a mark repeats over the picture. A keyed quarter of its cells is always the same, so that a reader finds how
/// large and where the tile lies in a picture that was scaled and cut; the others hold the message, each coded bit in many places.
/// </summary>
internal sealed class WatermarkTile
{
    /// <summary>Cells along a side.</summary>
    public const int Side = 64;

    /// <summary>Cells of a tile.</summary>
    public const int Cells = Side * Side;

    /// <summary>Cells that hold no message.</summary>
    public const int Guides = Cells / 4;

    /// <summary>Cells along the short side of a picture: a cell is 4 pixels of 720p.</summary>
    public const int CellsOfShortSide = 180;

    private readonly int[] _order;
    private readonly sbyte[] _signs;

    /// <summary>The tile of a key.</summary>
    /// <param name="key">The key.</param>
    public WatermarkTile(WatermarkKey key)
    {
        _order = Shuffled(key.Bytes("places", Cells * 8));
        _signs = Array.ConvertAll(key.Bytes("signs", Cells), value => (sbyte)((value & 1) == 0 ? -1 : 1));
    }

    /// <summary>Cell numbers (row by row) of the guides.</summary>
    public ReadOnlySpan<int> GuideCells => _order.AsSpan(0, Guides);

    /// <summary>The sign of a cell: that of a guide, or of a zero bit turned round.</summary>
    /// <param name="cell">Its number.</param>
    public int SignOf(int cell) => _signs[cell];

    /// <summary>All cells of the tile that says an id, each 1 or -1.</summary>
    /// <param name="id">The id.</param>
    public sbyte[] Draw(WatermarkId id)
    {
        var coded = WatermarkMessage.Encode(id);
        var cells = (sbyte[])_signs.Clone();
        for (var i = Guides; i < Cells; i++)
        {
            if (!coded[BitAt(i)])
                cells[_order[i]] = (sbyte)-cells[_order[i]];
        }

        return cells;
    }

    /// <summary>How much each coded bit looks like a one.</summary>
    /// <param name="values">What was seen in each cell.</param>
    public float[] Collect(ReadOnlySpan<float> values)
    {
        var received = new float[WatermarkMessage.CodedBits];
        for (var i = Guides; i < Cells; i++)
            received[BitAt(i)] += values[_order[i]] * _signs[_order[i]];
        return received;
    }

    private static int BitAt(int place) => (place - Guides) % WatermarkMessage.CodedBits;

    private static int[] Shuffled(ReadOnlySpan<byte> chance)
    {
        var numbers = new ulong[Cells];
        for (var i = 0; i < Cells; i++)
            numbers[i] = BinaryPrimitives.ReadUInt64BigEndian(chance[(i * 8)..]);
        var order = Enumerable.Range(0, Cells).ToArray();
        Array.Sort(numbers, order);
        return order;
    }
}
