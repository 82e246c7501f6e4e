namespace SoraFunctions.Models.Diffusion.Latents;

/// <summary>
/// The size of a clip's latents. Here they always lie channel by channel, in each frame by frame, in each row by row; a graph's own order is a
/// <see cref="LatentLayout"/>.
/// </summary>
/// <param name="Channels">Numbers a place.</param>
/// <param name="Frames">Latent frames.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Places a row.</param>
public readonly record struct LatentShape(int Channels, int Frames, int Height, int Width)
{
    /// <summary>Places of one frame.</summary>
    public int Area => Height * Width;

    /// <summary>Numbers of one channel.</summary>
    public int Volume => Frames * Area;

    /// <summary>Numbers in all.</summary>
    public int Length => checked(Channels * Frames * Height * Width);

    /// <summary>Copies frames out of the latents of a longer clip.</summary>
    /// <param name="whole">The latents, of this shape.</param>
    /// <param name="from">The first frame to copy.</param>
    /// <param name="part">As many frames as fit in it; its length is a whole number of frames.</param>
    public void CopyFrames(ReadOnlySpan<float> whole, int from, Span<float> part)
    {
        var length = part.Length / Channels;
        for (var channel = 0; channel < Channels; channel++)
            whole.Slice(channel * Volume + from * Area, length).CopyTo(part.Slice(channel * length, length));
    }

    /// <summary>Copies frames into the latents of a longer clip: the way back of <see cref="CopyFrames"/>.</summary>
    /// <param name="part">The frames; its length is a whole number of them.</param>
    /// <param name="whole">The latents, of this shape.</param>
    /// <param name="to">Where the first frame goes.</param>
    public void PasteFrames(ReadOnlySpan<float> part, Span<float> whole, int to)
    {
        var length = part.Length / Channels;
        for (var channel = 0; channel < Channels; channel++)
            part.Slice(channel * length, length).CopyTo(whole.Slice(channel * Volume + to * Area, length));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Channels} x {Frames} x {Height} x {Width}";
}
