using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>
/// An invisible mark: a tile of bright and dark cells, repeated over the picture, that is added to its luma for half a cycle and taken
/// away for the other half.
/// </summary>
/// <param name="Tile">One bit a cell, set for bright, row by row, the highest bit first.</param>
/// <param name="Side">Cells along a side of the tile.</param>
/// <param name="CellsOfShortSide">Cells along the short side of the picture, so long as they have <paramref name="LeastCell"/>.</param>
/// <param name="LeastCell">Pixels that a cell has at least, however small the picture is.</param>
/// <param name="Strength">Levels of luma, of 256, of the middle of a cell where the picture is quiet.</param>
/// <param name="Cycle">Seconds from one appearance to the next.</param>
public sealed record LumaMark(byte[] Tile, int Side, int CellsOfShortSide, double LeastCell, double Strength, double Cycle)
{
    /// <summary>Levels of the middle of a cell where the picture is busiest, which hides it; null for as many as everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BusyStrength { get; init; }

    /// <inheritdoc/>
    public bool Equals(LumaMark? other) => other is not null && Tile.AsSpan().SequenceEqual(other.Tile)
        && (Side, CellsOfShortSide, LeastCell, Strength, Cycle, BusyStrength) == (other.Side, other.CellsOfShortSide, other.LeastCell, other.Strength, other.Cycle, other.BusyStrength);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tile.Length, Side, CellsOfShortSide, LeastCell, Strength, Cycle, BusyStrength);
}
