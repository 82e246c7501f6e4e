namespace SoraFunctions.Models.Diffusion.Latents;

/// <summary>A part of a row of places that is covered by parts which overlap.</summary>
/// <param name="Start">Its first place.</param>
/// <param name="Length">How many places it has.</param>
/// <param name="Overlap">Over how many places its weight rises and falls.</param>
public readonly record struct Piece(int Start, int Length, int Overlap)
{
    /// <summary>The place after its last.</summary>
    public int End => Start + Length;

    /// <summary>
    /// Covers a row by pieces of one length, evenly spread, which overlap by at least so much. Where the row is shorter there is one piece.
    /// </summary>
    /// <param name="row">Places to cover; at least 1.</param>
    /// <param name="length">Places of a piece; at least 1.</param>
    /// <param name="overlap">Places that neighbours share at least; less than the length.</param>
    public static IReadOnlyList<Piece> Cover(int row, int length, int overlap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(overlap);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(overlap, length);
        if (row <= length)
            return [new(0, row, overlap)];
        var stride = length - overlap;
        var steps = (row - length + stride - 1) / stride;
        return [.. Enumerable.Range(0, steps + 1).Select(i => new Piece((int)((long)i * (row - length) / steps), length, overlap))];
    }

    /// <summary>How much one of its places counts, over 0 to 1: a ramp at both ends. What covers a place is to be divided by the sum of the weights there.</summary>
    /// <param name="place">Counted from its own start.</param>
    public float Weight(int place) => Math.Min(1, Math.Min(place + 1, Length - place) / (Overlap + 1f));
}
