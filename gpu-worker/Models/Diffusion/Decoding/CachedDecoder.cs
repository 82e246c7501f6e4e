using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion.Decoding;

/// <summary>
/// Decodes latent frame by latent frame with a graph that gives its causal caches out and takes them in again: exactly what decoding the whole clip would
/// give, in the memory of one latent frame. Before the first frame the caches are zero, as a causal convolution is padded.
/// </summary>
internal sealed class CachedDecoder(ModelSession session, PackagePart part, Family family)
{
    /// <summary>Decodes a clip.</summary>
    /// <param name="latents">On the VAE's scale.</param>
    /// <param name="shape">Their size.</param>
    /// <param name="cancellation">Ends the work.</param>
    public IEnumerable<PlanarPicture> Decode(float[] latents, LatentShape shape, CancellationToken cancellation)
    {
        var binding = part.Binding!;
        var sample = binding.Inputs[TensorRole.Sample];
        var one = shape with { Frames = 1 };
        string[] outputs = [binding.Output.Name, .. binding.Caches.Select(cache => cache.Output)];
        var caches = binding.Caches.Select(cache => Zeros(cache.Input, one)).ToArray();
        try
        {
            for (var frame = 0; frame < shape.Frames; frame++)
            {
                using var latent = TensorValues.Create(
                    sample.Type, Padding.Part(latents, shape, one, frame, 0, 0), LatentOrder.Dimensions(LatentLayout.ChannelsFirst, 1, one));
                var inputs = new Dictionary<string, OrtValue> { [sample.Name] = latent };
                foreach (var (cache, value) in binding.Caches.Zip(caches))
                    inputs[cache.Input.Name] = value;
                using var first = First(inputs, frame == 0);
                // What is kept is taken out of the collection's hands: it is disposed after the next run.
                var results = session.Run(inputs, outputs, cancellation);
                using var pixels = results[0];
                foreach (var cache in caches)
                    cache.Dispose();
                for (var i = 0; i < caches.Length; i++)
                    caches[i] = results[i + 1];
                foreach (var picture in Pictures(TensorValues.Read(pixels), shape, frame))
                    yield return picture;
            }
        }
        finally
        {
            foreach (var cache in caches)
                cache.Dispose();
        }
    }

    private OrtValue? First(Dictionary<string, OrtValue> inputs, bool first)
    {
        if (!part.Binding!.Inputs.TryGetValue(TensorRole.First, out var spec))
            return null;
        var value = TensorValues.Create(spec.Type, [first ? 1f : 0f], spec.Rank == 0 ? [] : [1L]);
        inputs[spec.Name] = value;
        return value;
    }

    private IEnumerable<PlanarPicture> Pictures(float[] pixels, LatentShape latents, int frame)
    {
        var shape = new LatentShape(3, frame == 0 ? 1 : family.TemporalRatio, latents.Height * family.SpatialRatio, latents.Width * family.SpatialRatio);
        if (pixels.Length != shape.Length)
            throw new InvalidDataException($"{part.Name}: it gave {pixels.Length} numbers for latent frame {frame}; {shape} are expected");
        return Enumerable.Range(0, shape.Frames).Select(one => LatentDecoder.Picture(pixels, shape, one));
    }

    // Free rows and places of a row are as many as the latents' or a multiple of them, by the axis's own name.
    private static OrtValue Zeros(TensorSpec spec, LatentShape one)
    {
        long[] shape = [.. spec.Shape.Select((length, axis) => length >= 0 ? length : Free(spec, axis, one))];
        return TensorValues.Create(spec.Type, new float[shape.Aggregate(1L, (product, length) => product * length)], shape);
    }

    private static long Free(TensorSpec spec, int axis, LatentShape one)
    {
        var name = spec.Axes[axis];
        var factor = int.TryParse(name[(name.LastIndexOf('*') + 1)..].Trim(), out var times) ? times : 1;
        var ofRows = axis == spec.Rank - 2;
        return axis == 0 ? 1 : factor * (ofRows ? one.Height : one.Width);
    }
}
