using SoraFunctions.Media.Films;
using SoraFunctions.Models.Diffusion.Decoding;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;

namespace SoraFunctions.Models.Diffusion.Conditioning;

/// <summary>
/// Turns a film into latents, a few frames at a time. Parts share a latent frame, of which the earlier part's is kept: a causal encoder takes the first
/// frame of what it is given for the beginning of a clip.
/// </summary>
/// <param name="encoder">The package's encoder.</param>
/// <param name="family">What it is.</param>
/// <param name="limits">How much is encoded in one run.</param>
internal sealed class FilmEncoder(PictureEncoder encoder, Family family, DecodeLimits limits)
{
    /// <summary>Encodes as much of a film as a plan wants; its last frame stands where it is too short.</summary>
    /// <param name="path">The film.</param>
    /// <param name="plan">The clip to be made from it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The latents on the denoiser's scale.</returns>
    /// <exception cref="InvalidDataException">The file is no film.</exception>
    public async Task<float[]> Encode(string path, ClipPlan plan, CancellationToken cancellation)
    {
        var (shape, ratio) = (plan.Shape, family.TemporalRatio);
        await using var reader = new FrameReader(path, new(plan.Width, plan.Height, Math.Max(1, (int)Math.Round(family.Raster.FramesPerSecond))));
        var rgb = new byte[reader.FrameBytes];
        var latents = new float[shape.Length];
        var (frames, read) = (new Queue<PlanarPicture>(), 0);
        foreach (var part in Piece.Cover(shape.Frames, Math.Max(2, (limits.ChunkFrames - 1) / ratio + 1), ratio == 1 ? 0 : 1))
        {
            var (start, count) = (part.Start * ratio, family.Frames(part.Length));
            while (frames.Count > 0 && read - frames.Count < start)
                frames.Dequeue();
            for (; read < start + count; read++)
            {
                await reader.Read(rgb, cancellation).ConfigureAwait(false);
                frames.Enqueue(Planar(rgb, plan.Width, plan.Height));
            }
            PlanarPicture[] clip = [.. frames];
            var encoded = await Task.Run(() => encoder.Encode(clip, cancellation), cancellation).ConfigureAwait(false);
            var kept = part.Start == 0 || ratio == 1 ? 0 : 1;
            var whole = shape with { Frames = part.Length };
            shape.PasteFrames(Padding.Part(encoded, whole, whole with { Frames = part.Length - kept }, kept, 0, 0), latents, part.Start + kept);
        }
        return latents;
    }

    private static PlanarPicture Planar(ReadOnlySpan<byte> rgb, int width, int height)
    {
        var picture = PlanarPicture.Black(width, height);
        for (var channel = 0; channel < 3; channel++)
        {
            var plane = picture.Plane(channel);
            for (var i = 0; i < plane.Length; i++)
                plane[i] = rgb[3 * i + channel] / 255f;
        }
        return picture;
    }
}
