using SoraFunctions.Models.Diffusion.Conditioning;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Packages;

namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>
/// Finds out what a package is. Values come from its side file <c>sora.json</c> first, then from the configs beside its graphs, from
/// model_index.json and from what is known of its family; sizes that a graph fixes count before all.
/// </summary>
public static class FamilyReader
{
    /// <summary>The optional side file, at the root of a package: values that the exported graphs and configs lack.</summary>
    public const string SideFile = "sora.json";

    /// <summary>Reads the family of a package.</summary>
    /// <param name="package">A package; where it has problems of its own they are repeated.</param>
    public static FamilyReading Of(ModelPackage package)
    {
        if (!package.CanRun)
            return new(null, package.Problems);
        if (KnownFamilies.Of(package.Pipeline) is not { } known)
            return new(null, [$"model_index.json: the pipeline {package.Pipeline} is not known; known are {string.Join(", ", KnownFamilies.Pipelines)}"]);
        try
        {
            var values = PackageValues.Read(package.Folder, SideFile, "vae_decoder/config.json", "vae/config.json", "model_index.json");
            var denoiser = PackageValues.Read(package.Folder, "transformer/config.json", "unet/config.json");
            var family = WithGraphs(WithValues(known, values, denoiser), package);
            var problems = Problems(family, package, denoiser).ToArray();
            return problems.Length == 0 ? new(family, []) : new(null, problems);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new(null, [exception.Message]);
        }
    }

    private static Family WithValues(Family known, PackageValues values, PackageValues denoiser)
    {
        var noiseScale = values.Number("decode_noise_scale");
        var timestep = values.Number("decode_timestep") ?? (values.Flag("timestep_conditioning") == true ? 0.05 : null);
        var channels = values.Count("z_dim") ?? values.Count("latent_channels") ?? known.Channels;
        var statistics = known.Statistics;
        return known with
        {
            Channels = channels,
            TemporalRatio = values.Count("scale_factor_temporal") ?? values.Count("temporal_compression_ratio") ?? known.TemporalRatio,
            SpatialRatio = values.Count("scale_factor_spatial") ?? values.Count("spatial_compression_ratio") ?? known.SpatialRatio,
            Patch = denoiser.Numbers("patch_size") is { Count: > 0 } patch ? Math.Max(1, (int)patch[^1]) : known.Patch,
            Raster = new(
                values.Count("width") ?? known.Raster.Width, values.Count("height") ?? known.Raster.Height,
                values.Count("num_frames") ?? known.Raster.Frames, values.Number("frame_rate") ?? known.Raster.FramesPerSecond),
            Steps = values.Count("num_inference_steps") ?? known.Steps,
            Guidance = known.Guidance with
            {
                Scale = values.Number("guidance_scale") ?? known.Guidance.Scale,
                Rescale = values.Number("guidance_rescale") ?? 0,
                Dynamic = values.Flag("use_dynamic_cfg") ?? known.Guidance.Dynamic,
                Batched = values.Flag("batched_guidance") ?? known.Guidance.Batched,
            },
            SecondScale = values.Number("guidance_scale_2"),
            Boundary = values.Number("boundary_ratio"),
            Text = known.Text with { Length = values.Count("max_sequence_length") ?? known.Text.Length },
            NegativePrompt = values.Text("negative_prompt"),
            Statistics = new(
                (float)(values.Number("scaling_factor") ?? statistics.Scale),
                values.Numbers("latents_mean") ?? (channels == known.Channels ? statistics.Means : []),
                values.Numbers("latents_std") ?? (channels == known.Channels ? statistics.Deviations : [])),
            DecodeNoise = timestep is { } told ? new(told, noiseScale ?? told / 2) : null,
        };
    }

    private static Family WithGraphs(Family family, ModelPackage package)
    {
        var denoiser = package.Part(PartKind.Denoiser)!.Binding!.Inputs;
        var sample = denoiser[TensorRole.Sample];
        var size = family.Layout switch
        {
            LatentLayout.ChannelsFirst when sample.Rank == 5 => new(Length(sample, 2), Length(sample, 3), Length(sample, 4)),
            LatentLayout.FramesFirst when sample.Rank == 5 => new FixedSize(Length(sample, 1), Length(sample, 3), Length(sample, 4)),
            LatentLayout.Tokens when Length(sample, 1) is not null => Of(family.Shape(family.Raster.Width, family.Raster.Height, family.Raster.Frames)),
            _ => FixedSize.None,
        };
        var tokens = Length(package.Part(PartKind.TextEncoder)!.Binding!.Inputs[TensorRole.TokenIds], 1)
            ?? (denoiser.TryGetValue(TensorRole.Text, out var text) ? Length(text, 1) : null);
        return family with
        {
            Channels = Length(package.Part(PartKind.Decoder)!.Binding!.Inputs[TensorRole.Sample], 1) ?? family.Channels,
            Fixed = size,
            Text = family.Text with { Length = tokens ?? family.Text.Length },
            Pictures = Pictures(family, package, denoiser),
            Guidance = Length(sample, 0) == 1 ? family.Guidance with { Batched = false } : family.Guidance,
        };
    }

    private static PictureInput Pictures(Family family, ModelPackage package, IReadOnlyDictionary<TensorRole, TensorSpec> denoiser)
    {
        var known = Length(package.Part(PartKind.Decoder)!.Binding!.Inputs[TensorRole.Sample], 1) ?? family.Channels;
        if (InputChannels(family, denoiser[TensorRole.Sample]) is { } channels && channels != known)
            return channels == 2 * known ? PictureInput.Latents : channels == 2 * known + family.TemporalRatio ? PictureInput.MaskAndLatents : PictureInput.None;
        return denoiser[TensorRole.Timestep].Rank == 2 && package.Part(PartKind.Encoder) is not null ? PictureInput.CleanFrame : PictureInput.None;
    }

    private static IEnumerable<string> Problems(Family family, ModelPackage package, PackageValues config)
    {
        var (denoiser, decoder) = (package.Part(PartKind.Denoiser)!, package.Part(PartKind.Decoder)!);
        var (inputs, latents) = (denoiser.Binding!.Inputs, decoder.Binding!.Inputs[TensorRole.Sample]);
        var rank = family.Layout == LatentLayout.Tokens ? 3 : 5;
        if (inputs[TensorRole.Sample].Rank != rank)
            yield return $"{denoiser.Name}: its input {inputs[TensorRole.Sample].Name} has {inputs[TensorRole.Sample].Rank} dimensions; {family.Name}'s has {rank}";
        else if (InputChannels(family, inputs[TensorRole.Sample]) is { } channels && channels != family.Channels && family.Pictures == PictureInput.None)
            yield return $"{denoiser.Name}: its input {inputs[TensorRole.Sample].Name} has {channels} channels; with {family.Channels} channels of latents, {family.Channels}, "
                + $"{2 * family.Channels} and {2 * family.Channels + family.TemporalRatio} can be fed";
        else if (family.Pictures is PictureInput.Latents or PictureInput.MaskAndLatents && package.Part(PartKind.Encoder) is null)
            yield return $"vae_encoder: the {denoiser.Name} takes a first picture, and there is no part that encodes it";
        if (family.Layout == LatentLayout.Tokens && Length(inputs[TensorRole.Sample], 1) is { } places
            && family.Shape(family.Raster.Width, family.Raster.Height, family.Raster.Frames).Volume is var volume && places != volume)
            yield return $"{denoiser.Name}: it was exported for {places} tokens; the {family.Raster.Width} x {family.Raster.Height} x {family.Raster.Frames} of {SideFile} make {volume}";
        if (!inputs.ContainsKey(TensorRole.Text))
            yield return $"{denoiser.Name}: it has no input for the prompt";
        if (inputs.TryGetValue(TensorRole.Image, out var image) && package.Part(PartKind.ImageEncoder)?.Binding?.Output.Name != ImageEncoder.Output)
            yield return $"image_encoder: the {denoiser.Name}'s input {image.Name} wants what an image encoder (CLIP vision) gives as {ImageEncoder.Output}, and no part gives it";
        if (inputs.TryGetValue(TensorRole.PooledText, out var pooled))
            yield return $"{denoiser.Name}: its input {pooled.Name} wants the prompt as one vector, which {family.Name} does not have";
        if (config.Count("patch_size_t") > 1)
            yield return $"{denoiser.Name}: it joins frames into one token (patch_size_t), as CogVideoX 1.5 does, which is not known";
        if (latents.Rank == 3 || (latents.Rank == 4 && family.TemporalRatio != 1))
            yield return $"{decoder.Name}: its input {latents.Name} has {latents.Rank} dimensions; a decoder of {family.Name} has 5";
        if (family.TemporalRatio > 1 && latents.Rank == 5 && Length(latents, 2) == 1 && decoder.Binding.Caches.Count == 0)
            yield return $"{decoder.Name}: it was exported for one latent frame and without caches; two or more, or caches, are needed";
        foreach (var (name, list) in new[] { ("latents_mean", family.Statistics.Means), ("latents_std", family.Statistics.Deviations) })
            if (list.Count != family.Channels && (list.Count > 0 || family.HasStatistics))
                yield return list.Count > 0 ? $"{decoder.Name}: its {name} has {list.Count} values for {family.Channels} channels"
                    : $"{decoder.Name}: neither {SideFile} nor its config.json gives {name}, {family.Channels} numbers that {family.Name} keeps among the weights of its VAE";
    }

    private static int? InputChannels(Family family, TensorSpec sample) => family.Layout switch
    {
        LatentLayout.ChannelsFirst => Length(sample, 1),
        _ => Length(sample, 2),
    };

    private static int? Length(TensorSpec spec, int axis) => axis < spec.Rank && spec.Shape[axis] >= 0 ? spec.Shape[axis] : null;

    private static FixedSize Of(LatentShape shape) => new(shape.Frames, shape.Height, shape.Width);
}
