using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;
using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Diffusion.Decoding;

/// <summary>Runs a VAE's decoder on one tile of a few latent frames. Where its graph has fixed sizes, the tile is filled up by its own rims and cut again.</summary>
internal sealed class DecoderRun(ModelSession session, PackagePart part, Family family)
{
    private readonly TensorSpec _input = part.Binding!.Inputs[TensorRole.Sample];

    /// <summary>Latent frames of a run that the graph fixes; null for any. 1 where it decodes single pictures.</summary>
    public int? Frames => _input.Rank == 4 ? 1 : Axis(2);

    /// <summary>Rows of a tile that the graph fixes; null for any.</summary>
    public int? Height => Axis(_input.Rank - 2);

    /// <summary>Places of a row that the graph fixes; null for any.</summary>
    public int? Width => Axis(_input.Rank - 1);

    /// <summary>Decodes a tile.</summary>
    /// <param name="latents">On the VAE's scale.</param>
    /// <param name="shape">Their size.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>Planes of red, green and blue, in each frame by frame; about -1 to 1.</returns>
    public float[] Decode(float[] latents, LatentShape shape, CancellationToken cancellation)
    {
        var padded = shape with { Frames = Frames ?? shape.Frames, Height = Height ?? shape.Height, Width = Width ?? shape.Width };
        var (frames, height, width) = (family.Frames(padded.Frames), padded.Height * family.SpatialRatio, padded.Width * family.SpatialRatio);
        var pixels = Run(Padding.Extend(latents, shape, padded), padded, cancellation);
        if (pixels.Length != 3L * frames * height * width)
            throw new InvalidDataException($"{part.Name}: it gave {pixels.Length} numbers for latents of {padded}; 3 x {frames} x {height} x {width} are expected");
        var whole = new LatentShape(3, frames, height, width);
        return Padding.Cut(pixels, whole, new(3, family.Frames(shape.Frames), shape.Height * family.SpatialRatio, shape.Width * family.SpatialRatio));
    }

    private float[] Run(float[] latents, LatentShape shape, CancellationToken cancellation)
    {
        long[] dimensions = _input.Rank == 4 ? [1, shape.Channels, shape.Height, shape.Width] : LatentOrder.Dimensions(LatentLayout.ChannelsFirst, 1, shape);
        var inputs = new Dictionary<string, OrtValue>();
        try
        {
            inputs[_input.Name] = TensorValues.Create(_input.Type, latents, dimensions);
            if (part.Binding!.Inputs.TryGetValue(TensorRole.Timestep, out var timestep))
                inputs[timestep.Name] = TensorValues.Timestep(timestep.Type, timestep.Rank, (float)(family.DecodeNoise?.Timestep ?? 0), 1, 1);
            using var outputs = session.Run(inputs, [part.Binding.Output.Name], cancellation);
            return TensorValues.Read(outputs[0]);
        }
        finally
        {
            foreach (var input in inputs.Values)
                input.Dispose();
        }
    }

    private int? Axis(int axis) => _input.Shape[axis] is >= 0 and var length ? length : null;
}
