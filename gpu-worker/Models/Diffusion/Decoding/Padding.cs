using SoraFunctions.Models.Diffusion.Latents;

namespace SoraFunctions.Models.Diffusion.Decoding;

/// <summary>Fills a block up to a fixed size by repeating its last places, and cuts it again.</summary>
internal static class Padding
{
    /// <summary>The block in a larger one.</summary>
    public static float[] Extend(float[] block, LatentShape shape, LatentShape larger)
    {
        if (shape == larger)
            return block;
        var extended = new float[larger.Length];
        for (var channel = 0; channel < larger.Channels; channel++)
            for (var frame = 0; frame < larger.Frames; frame++)
                for (var row = 0; row < larger.Height; row++)
                {
                    var from = block.AsSpan(((channel * shape.Frames + Math.Min(frame, shape.Frames - 1)) * shape.Height + Math.Min(row, shape.Height - 1)) * shape.Width, shape.Width);
                    var to = extended.AsSpan(((channel * larger.Frames + frame) * larger.Height + row) * larger.Width, larger.Width);
                    from.CopyTo(to);
                    to[shape.Width..].Fill(from[^1]);
                }
        return extended;
    }

    /// <summary>The first places of a block in each dimension.</summary>
    public static float[] Cut(float[] block, LatentShape shape, LatentShape smaller) =>
        shape == smaller ? block : Part(block, shape, smaller, 0, 0, 0);

    /// <summary>A part of a block.</summary>
    public static float[] Part(ReadOnlySpan<float> block, LatentShape shape, LatentShape part, int frame, int row, int column)
    {
        var cut = new float[part.Length];
        for (var channel = 0; channel < part.Channels; channel++)
            for (var f = 0; f < part.Frames; f++)
                for (var r = 0; r < part.Height; r++)
                    block.Slice(((channel * shape.Frames + frame + f) * shape.Height + row + r) * shape.Width + column, part.Width)
                        .CopyTo(cut.AsSpan(((channel * part.Frames + f) * part.Height + r) * part.Width, part.Width));
        return cut;
    }
}
