using SoraFunctions.Models.Diffusion.Guidance;
using SoraFunctions.Models.Diffusion.Latents;

namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>What must be known of a package beyond its graphs: plain data, from what is known of its family and from its own configs.</summary>
public sealed record Family
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The order in which the denoiser wants latents.</summary>
    public LatentLayout Layout { get; init; }

    /// <summary>Channels of the latents.</summary>
    public required int Channels { get; init; }

    /// <summary>Frames a latent frame, but for the first, which is one frame alone; 1 for a VAE of single pictures.</summary>
    public required int TemporalRatio { get; init; }

    /// <summary>Pixels a place of the latents, across and down.</summary>
    public required int SpatialRatio { get; init; }

    /// <summary>Places of the latents a token, across and down; of a U-Net, places of its finest that make one of its coarsest.</summary>
    public int Patch { get; init; } = 1;

    /// <summary>The clip that it is best at.</summary>
    public required ClipRaster Raster { get; init; }

    /// <summary>The size that its denoiser was exported for.</summary>
    public FixedSize Fixed { get; init; } = FixedSize.None;

    /// <summary>Steps from noise to a clip.</summary>
    public required int Steps { get; init; }

    /// <summary>How the prompt is followed.</summary>
    public required GuidanceRule Guidance { get; init; }

    /// <summary>The scale of guidance of the second expert; null for the first one's.</summary>
    public double? SecondScale { get; init; }

    /// <summary>The noise level under which the second expert takes over; null without one.</summary>
    public double? Boundary { get; init; }

    /// <summary>How a prompt is prepared.</summary>
    public required TextRule Text { get; init; }

    /// <summary>The prompt to keep away from; null for the shot's own.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>The scale of the latents.</summary>
    public required LatentStatistics Statistics { get; init; }

    /// <summary>Whether its VAE has a mean and a deviation of its own for each channel, without which the latents mean nothing.</summary>
    public bool HasStatistics { get; init; }

    /// <summary>The noise levels.</summary>
    public SigmaRule Sigmas { get; init; }

    /// <summary>How a first picture is taken.</summary>
    public PictureInput Pictures { get; init; }

    /// <summary>The noise that its decoder wants; null for none.</summary>
    public DecodeNoise? DecodeNoise { get; init; }

    /// <summary>Width and height are multiples of this many pixels.</summary>
    public int SizeMultiple => SpatialRatio * Patch;

    /// <summary>Whether a last picture can be given too.</summary>
    public bool TakesLastPicture => Pictures == PictureInput.MaskAndLatents;

    /// <summary>The latent frames of a clip, rounded up to whole ones.</summary>
    public int LatentFrames(int frames) => (frames - 1 + TemporalRatio - 1) / TemporalRatio + 1;

    /// <summary>The frames that so many latent frames decode to.</summary>
    public int Frames(int latentFrames) => (latentFrames - 1) * TemporalRatio + 1;

    /// <summary>The latents of a clip; its length is rounded up to a whole latent frame.</summary>
    public LatentShape Shape(int width, int height, int frames) => new(Channels, LatentFrames(frames), height / SpatialRatio, width / SpatialRatio);
}
