using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;

namespace SoraFunctions.Models.Diffusion.Decoding;

/// <summary>Decodes a few latent frames in tiles that overlap by a quarter and fade into each other.</summary>
internal sealed class TiledDecoder(DecoderRun run, Family family, DecodeLimits limits)
{
    private const int OverlapShare = 4;

    /// <summary>Decodes latents of whole frames.</summary>
    /// <param name="latents">On the VAE's scale.</param>
    /// <param name="shape">Their size.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Planes of red, green and blue, in each frame by frame; about -1 to 1.</returns>
    public float[] Decode(float[] latents, LatentShape shape, CancellationToken cancellation)
    {
        var tile = Math.Max(2, limits.TilePixels / family.SpatialRatio);
        var rows = Cover(shape.Height, run.Height ?? tile);
        var columns = Cover(shape.Width, run.Width ?? tile);
        if (rows.Count == 1 && columns.Count == 1)
            return run.Decode(latents, shape, cancellation);

        var whole = new LatentShape(3, family.Frames(shape.Frames), shape.Height * family.SpatialRatio, shape.Width * family.SpatialRatio);
        var pixels = new float[whole.Length];
        var (downWeights, acrossWeights) = (Weights(rows, whole.Height), Weights(columns, whole.Width));
        foreach (var row in rows)
            foreach (var column in columns)
            {
                var part = shape with { Height = row.Length, Width = column.Length };
                var decoded = run.Decode(Padding.Part(latents, shape, part, 0, row.Start, column.Start), part, cancellation);
                Add(decoded, pixels, whole, (Enlarged(row), downWeights), (Enlarged(column), acrossWeights));
            }
        return pixels;
    }

    private static IReadOnlyList<Piece> Cover(int row, int tile) => Piece.Cover(row, tile, Math.Min(tile - 1, Math.Max(1, tile / OverlapShare)));

    private Piece Enlarged(Piece piece) => new(piece.Start * family.SpatialRatio, piece.Length * family.SpatialRatio, piece.Overlap * family.SpatialRatio);

    private float[] Weights(IReadOnlyList<Piece> pieces, int length)
    {
        var sums = new float[length];
        foreach (var piece in pieces.Select(Enlarged))
            for (var i = 0; i < piece.Length; i++)
                sums[piece.Start + i] += piece.Weight(i);
        return sums;
    }

    private static void Add(float[] tile, float[] pixels, LatentShape whole, (Piece Piece, float[] Sums) rows, (Piece Piece, float[] Sums) columns)
    {
        var (height, width) = (rows.Piece.Length, columns.Piece.Length);
        var across = new float[width];
        for (var column = 0; column < width; column++)
            across[column] = columns.Piece.Weight(column) / columns.Sums[columns.Piece.Start + column];
        for (var plane = 0; plane < whole.Channels * whole.Frames; plane++)
            for (var row = 0; row < height; row++)
            {
                var weight = rows.Piece.Weight(row) / rows.Sums[rows.Piece.Start + row];
                var from = tile.AsSpan((plane * height + row) * width, width);
                var to = pixels.AsSpan((plane * whole.Height + rows.Piece.Start + row) * whole.Width + columns.Piece.Start, width);
                for (var column = 0; column < width; column++)
                    to[column] += weight * across[column] * from[column];
            }
    }
}
