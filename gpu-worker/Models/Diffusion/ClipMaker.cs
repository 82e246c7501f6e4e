using SoraFunctions.Contract.Prompts;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Running;
using SoraFunctions.Models.Diffusion.Conditioning;
using SoraFunctions.Models.Diffusion.Decoding;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Diffusion.Sampling;
using SoraFunctions.Models.Diffusion.Texts;
using SoraFunctions.Models.Packages;

namespace SoraFunctions.Models.Diffusion;

/// <summary>Makes one clip: words to vectors, noise to latents, latents to pictures.</summary>
internal sealed class ClipMaker(ModelHost host, ModelPackage package, Family family, ClipPlan plan)
{
    private const double TextShare = 0.05;

    /// <summary>The share of the work that is done when the latents are.</summary>
    public const double LatentShare = 0.8;

    private readonly PictureEncoder _encoder = new(host.Pool, package, family);
    private readonly LatentDecoder _decoder = new(host.Pool, package, family, host.Settings.Decode);

    private static PictureConditioning Conditioning(ModelHost host, ModelPackage package, Family family) => new(
        new(host.Pool, package, family), family, package.Part(PartKind.ImageEncoder) is null ? null : new(host.Pool, package));

    /// <summary>Runs each model of a package once.</summary>
    public static void WarmUp(ModelHost host, ModelPackage package, Family family, CancellationToken cancellation)
    {
        var raster = family.Raster;
        var shape = family.Shape(raster.Width, raster.Height, raster.Frames);
        var prompt = new PromptEncoder(host.Pool, package, family.Text).Encode("", cancellation);
        host.EndStage();
        // Of two experts the second runs last: it comes after the first in every clip.
        var known = family.Pictures == PictureInput.None ? null
            : Conditioning(host, package, family).Of(shape, shape.Frames, PlanarPicture.Black(raster.Width, raster.Height), null, cancellation);
        var latents = new LatentSampler(host.Pool, package, family).Sample(
            new()
            {
                Shape = shape,
                WindowFrames = shape.Frames,
                Steps = family.Boundary is null ? 1 : 4,
                Guidance = family.Guidance,
                Seed = 0,
                Prompt = prompt,
                Negative = family.Guidance.Guides ? prompt : null,
                Known = known,
            },
            null, cancellation);
        host.EndStage();
        _ = new LatentDecoder(host.Pool, package, family, host.Settings.Decode).Decode(latents, shape, 0, cancellation).First();
    }

    /// <summary>The latents of the clip to begin from; null where there is none.</summary>
    public async Task<float[]?> Source(ShotOrder order, Func<string, string> assetPath, List<string> warnings, CancellationToken cancellation)
    {
        if (order.Source is not { } source)
            return null;
        if (package.Part(PartKind.Encoder) is not null)
            return await new FilmEncoder(_encoder, family, host.Settings.Decode).Encode(assetPath(source.Clip), plan, cancellation).ConfigureAwait(false);
        warnings.Add("The model package has no vae_encoder: the clip to begin from is not looked at, and all is made anew.");
        return null;
    }

    /// <summary>The latents of an order.</summary>
    /// <param name="order">The shot.</param>
    /// <param name="pictures">The pictures that it begins and ends with.</param>
    /// <param name="source">The latents of the clip to begin from; null for none.</param>
    /// <param name="preview">The file that previews are written to.</param>
    /// <param name="warnings">Gets what the order's reader should know.</param>
    /// <param name="progress">Told the done part.</param>
    /// <param name="cancellation">Ends the work.</param>
    public float[] Latents(
        ShotOrder order, ClipPictures pictures, float[]? source, string preview, List<string> warnings, IProgress<double> progress, CancellationToken cancellation)
    {
        var encoder = new PromptEncoder(host.Pool, package, family.Text);
        var prompt = encoder.Encode(ShotPrompt.Of(order), cancellation);
        if (prompt.Cut > 0)
            warnings.Add($"The prompt is longer than the model reads: its last {prompt.Cut} of {prompt.Cut + family.Text.Length} tokens are left out.");
        var negative = family.Guidance.Guides ? encoder.Encode(family.NegativePrompt ?? ShotPrompt.Negative(order), cancellation) : null;
        var known = family.Pictures == PictureInput.None ? null
            : Conditioning(host, package, family).Of(plan.Shape, plan.WindowFrames, pictures.First, pictures.Last, cancellation);
        host.EndStage();
        progress.Report(TextShare);

        var sampling = new SamplingOrder
        {
            Shape = plan.Shape,
            WindowFrames = plan.WindowFrames,
            WindowOverlap = plan.WindowOverlap,
            Steps = plan.Steps,
            Guidance = family.Guidance,
            SecondScale = family.SecondScale,
            Seed = unchecked((ulong)order.Seed),
            Prompt = prompt,
            Negative = negative,
            Known = known,
            Source = source,
            Strength = Math.Clamp(order.Source?.Strength ?? 1, 0.01, 1),
            ForesightEvery = host.Settings.PreviewEvery,
        };
        var latents = new LatentSampler(host.Pool, package, family).Sample(sampling, OnStep, cancellation);
        host.EndStage();
        return latents;

        void OnStep(SamplingStep step)
        {
            if (step.Foresight is { } foresight)
                Preview(foresight, order, preview, cancellation);
            progress.Report(TextShare + (LatentShare - TextShare) * step.Done / step.Count);
        }
    }

    /// <summary>The pictures of a clip at the order's rate, each made when it is asked for.</summary>
    public IEnumerable<PlanarPicture> Pictures(float[] latents, ShotOrder order, int count, CancellationToken cancellation) => Retiming.At(
        _decoder.Decode(latents, plan.Shape, unchecked((ulong)order.Seed), cancellation), family.Raster.FramesPerSecond, order.Format.FramesPerSecond, count);

    // The frame in the middle alone, which is cheap. A preview that fails is missed by nobody: the clip goes on.
    private void Preview(float[] latents, ShotOrder order, string path, CancellationToken cancellation)
    {
        var middle = plan.Shape with { Frames = 1 };
        var picture = _decoder.Decode(Padding.Part(latents, plan.Shape, middle, plan.Shape.Frames / 2, 0, 0), middle, unchecked((ulong)order.Seed), cancellation).First();
        try
        {
            PreviewFile.Write(picture, path, cancellation).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is FfmpegException or IOException)
        {
        }
    }
}
