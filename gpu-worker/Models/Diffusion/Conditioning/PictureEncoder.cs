using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion.Conditioning;

/// <summary>Turns pictures into latents with the encoder of a package.</summary>
/// <param name="pool">Where sessions come from.</param>
/// <param name="package">A package with an encoder.</param>
/// <param name="family">What it is.</param>
public sealed class PictureEncoder(SessionPool pool, ModelPackage package, Family family)
{
    /// <summary>Encodes a clip in one run.</summary>
    /// <param name="clip">Its frames, all of one size; 1, or 1 more than a multiple of the family's temporal ratio. Null stands for a grey one.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The latents on the denoiser's scale.</returns>
    /// <exception cref="ModelLoadException">The encoder cannot be loaded.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">It cannot be run.</exception>
    public float[] Encode(IReadOnlyList<PlanarPicture?> clip, CancellationToken cancellation)
    {
        var size = clip.OfType<PlanarPicture>().First();
        var frames = new LatentShape(3, clip.Count, size.Height, size.Width);
        var pixels = new float[frames.Length];
        for (var i = 0; i < clip.Count; i++)
            if (clip[i] is { } picture)
                frames.PasteFrames([.. picture.Planes.Select(value => 2 * value - 1)], pixels, i);

        var part = package.Part(PartKind.Encoder)!;
        var sample = part.Binding!.Inputs[TensorRole.Sample];
        var shape = family.Shape(size.Width, size.Height, clip.Count);
        using var lease = pool.Rent(part.Path);
        if (sample.Rank == 5)
            return Run(pixels, LatentOrder.Dimensions(LatentLayout.ChannelsFirst, 1, frames), shape);

        var latents = new float[shape.Length];
        var one = new float[3 * frames.Area];
        for (var i = 0; i < clip.Count; i++)
        {
            frames.CopyFrames(pixels, i, one);
            shape.PasteFrames(Run(one, [1, 3, size.Height, size.Width], shape with { Frames = 1 }), latents, i);
        }
        return latents;

        float[] Run(float[] values, long[] dimensions, LatentShape expected)
        {
            using var input = TensorValues.Create(sample.Type, values, dimensions);
            using var outputs = lease.Session.Run(new Dictionary<string, Microsoft.ML.OnnxRuntime.OrtValue> { [sample.Name] = input }, [part.Binding.Output.Name], cancellation);
            var given = TensorValues.Read(outputs[0]);
            // An encoder gives the mean of the latents, or the mean and behind it the logarithm of the variance.
            if (given.Length != expected.Length && given.Length != 2 * expected.Length)
                throw new InvalidDataException($"{part.Name}: it gave {given.Length} numbers; latents of {expected} are expected");
            var mean = given[..expected.Length];
            family.Statistics.Normalise(expected, mean);
            return mean;
        }
    }
}
