using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Diffusion.Sampling;

namespace SoraFunctions.Models.Diffusion.Conditioning;

/// <summary>Tells a denoiser which pictures a clip begins and ends with, in the way that its family takes them.</summary>
/// <param name="encoder">The package's encoder.</param>
/// <param name="family">What it is.</param>
/// <param name="images">The package's image encoder; null where its denoiser does not ask for one.</param>
public sealed class PictureConditioning(PictureEncoder encoder, Family family, ImageEncoder? images = null)
{
    /// <summary>What is known of a clip.</summary>
    /// <param name="shape">Its latents.</param>
    /// <param name="windowFrames">Latent frames that the model sees at once; what is beyond the first window is not encoded.</param>
    /// <param name="first">The picture that it begins with, of its size; null for none.</param>
    /// <param name="last">The picture that it ends with; null for none, and where <see cref="Family.TakesLastPicture"/> is not so.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null where nothing needs to be told.</returns>
    public KnownLatents? Of(LatentShape shape, int windowFrames, PlanarPicture? first, PlanarPicture? last, CancellationToken cancellation) => family.Pictures switch
    {
        PictureInput.CleanFrame when first is not null => new(encoder.Encode([first], cancellation), []),
        PictureInput.Latents => new([], Latents(shape, first, cancellation)),
        PictureInput.MaskAndLatents => new([], MaskAndLatents(shape, windowFrames, first, last, cancellation))
        {
            Image = images?.Encode(first ?? last ?? Grey(shape), cancellation) ?? [],
        },
        _ => null,
    };

    private float[] Latents(LatentShape shape, PlanarPicture? first, CancellationToken cancellation)
    {
        var channels = new float[shape.Length];
        if (first is not null)
            shape.PasteFrames(encoder.Encode([first], cancellation), channels, 0);
        return channels;
    }

    // The mask has a channel for each frame of a latent frame; the first latent frame stands for one frame, which fills them all.
    private float[] MaskAndLatents(LatentShape shape, int windowFrames, PlanarPicture? first, PlanarPicture? last, CancellationToken cancellation)
    {
        var mask = shape with { Channels = family.TemporalRatio };
        var channels = new float[mask.Length + shape.Length];
        for (var channel = 0; channel < mask.Channels; channel++)
        {
            if (first is not null)
                channels.AsSpan(channel * mask.Volume, mask.Area).Fill(1);
            if (last is not null && channel == mask.Channels - 1)
                channels.AsSpan((channel + 1) * mask.Volume - mask.Area, mask.Area).Fill(1);
        }
        if (first is null && last is null)
            first = Grey(shape);

        var window = shape with { Frames = Math.Min(shape.Frames, windowFrames) };
        var clip = new PlanarPicture?[family.Frames(window.Frames)];
        clip[0] = first;
        if (window.Frames == shape.Frames && clip.Length > 1)
            clip[^1] = last;
        var latents = channels.AsSpan(mask.Length);
        shape.PasteFrames(encoder.Encode(clip, cancellation), latents, 0);
        var rest = new float[shape.Channels * shape.Area];
        if (window.Frames < shape.Frames)
        {
            // Grey goes on as it was at the end of the first window.
            shape.CopyFrames(latents, window.Frames - 1, rest);
            for (var frame = window.Frames; frame < shape.Frames; frame++)
                shape.PasteFrames(rest, latents, frame);
            if (last is not null)
                shape.PasteFrames(encoder.Encode([last], cancellation), latents, shape.Frames - 1);
        }
        return channels;
    }

    private PlanarPicture Grey(LatentShape shape)
    {
        var grey = PlanarPicture.Black(shape.Width * family.SpatialRatio, shape.Height * family.SpatialRatio);
        grey.Planes.AsSpan().Fill(0.5f);
        return grey;
    }
}
