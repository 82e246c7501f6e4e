using SoraFunctions.Models.Diffusion.Pictures;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Sessions;

namespace SoraFunctions.Models.Diffusion.Conditioning;

/// <summary>
/// Describes a picture as CLIP sees it, for denoisers that take that beside the prompt (Wan 2.1 I2V): the layer before the last, which the graph gives as
/// <see cref="Output"/>.
/// </summary>
/// <param name="pool">Where sessions come from.</param>
/// <param name="package">A package with an image encoder.</param>
public sealed class ImageEncoder(SessionPool pool, ModelPackage package)
{
    /// <summary>The output that is taken.</summary>
    public const string Output = "penultimate_hidden_state";

    private const int Side = 224;

    // Of the pictures that CLIP was trained on (Radford et al. 2021).
    private static readonly float[] Means = [0.48145466f, 0.4578275f, 0.40821073f], Deviations = [0.26862954f, 0.26130258f, 0.27577711f];

    /// <summary>Describes a picture; what is beyond its middle square is not seen.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>A vector for each patch, one after the other.</returns>
    /// <exception cref="ModelLoadException">The encoder cannot be loaded.</exception>
    /// <exception cref="Microsoft.ML.OnnxRuntime.OnnxRuntimeException">It cannot be run.</exception>
    public float[] Encode(PlanarPicture picture, CancellationToken cancellation)
    {
        var part = package.Part(PartKind.ImageEncoder)!;
        var input = part.Binding!.Inputs[TensorRole.Sample];
        var scaler = new PlaneScaler(picture.Width, picture.Height, Crop.Cover(picture.Width, picture.Height, Side, Side), Side, Side);
        var seen = PlanarPicture.Black(Side, Side);
        for (var channel = 0; channel < 3; channel++)
        {
            scaler.Scale(picture.Plane(channel), seen.Plane(channel));
            foreach (ref var value in seen.Plane(channel))
                value = (Math.Clamp(value, 0, 1) - Means[channel]) / Deviations[channel];
        }
        using var lease = pool.Rent(part.Path);
        using var pixels = TensorValues.Create(input.Type, seen.Planes, 1, 3, Side, Side);
        using var outputs = lease.Session.Run(new Dictionary<string, Microsoft.ML.OnnxRuntime.OrtValue> { [input.Name] = pixels }, [Output], cancellation);
        return TensorValues.Read(outputs[0]);
    }
}
