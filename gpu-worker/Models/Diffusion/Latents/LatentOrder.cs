namespace SoraFunctions.Models.Diffusion.Latents;

/// <summary>Puts latents into a graph's order and back.</summary>
public static class LatentOrder
{
    /// <summary>The dimensions of a tensor of latents.</summary>
    public static long[] Dimensions(LatentLayout layout, int batch, LatentShape shape) => layout switch
    {
        LatentLayout.ChannelsFirst => [batch, shape.Channels, shape.Frames, shape.Height, shape.Width],
        LatentLayout.FramesFirst => [batch, shape.Frames, shape.Channels, shape.Height, shape.Width],
        _ => [batch, shape.Volume, shape.Channels],
    };

    /// <summary>Puts one sample into a graph's order.</summary>
    /// <param name="layout">The graph's order.</param>
    /// <param name="shape">The size.</param>
    /// <param name="latents">Channel by channel.</param>
    /// <param name="ordered">As the graph wants them; as long.</param>
    public static void To(LatentLayout layout, LatentShape shape, ReadOnlySpan<float> latents, Span<float> ordered)
    {
        switch (layout)
        {
            case LatentLayout.ChannelsFirst:
                latents.CopyTo(ordered);
                break;
            case LatentLayout.FramesFirst:
                Swap(latents, ordered, shape.Channels, shape.Frames, shape.Area);
                break;
            default:
                Swap(latents, ordered, shape.Channels, shape.Volume, 1);
                break;
        }
    }

    /// <summary>The way back of <see cref="To"/>.</summary>
    public static void From(LatentLayout layout, LatentShape shape, ReadOnlySpan<float> ordered, Span<float> latents)
    {
        switch (layout)
        {
            case LatentLayout.ChannelsFirst:
                ordered.CopyTo(latents);
                break;
            case LatentLayout.FramesFirst:
                Swap(ordered, latents, shape.Frames, shape.Channels, shape.Area);
                break;
            default:
                Swap(ordered, latents, shape.Volume, shape.Channels, 1);
                break;
        }
    }

    // Rows and columns of runs change places.
    private static void Swap(ReadOnlySpan<float> from, Span<float> to, int rows, int columns, int run)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                if (run == 1)
                    to[column * rows + row] = from[row * columns + column];
                else
                    from.Slice((row * columns + column) * run, run).CopyTo(to.Slice((column * rows + row) * run, run));
    }
}
