using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.CutOut;

/// <summary>
/// Cuts a product out of its picture with a matting model that the operator mounts: <c>product-cut-out/model.onnx</c> in the folder of
/// helper models, and beside it <c>model.json</c>, its <see cref="MattingContract"/>. None comes with the program. Serves all threads.
/// </summary>
/// <param name="sessions">Runs the model.</param>
public sealed class ProductCutOut(HelperSessions sessions)
{
    /// <summary>The folder of the model within that of the helper models.</summary>
    public const string Slot = "product-cut-out";

    /// <summary>Cuts out the product, or says that no model is mounted, or what is wrong with it.</summary>
    /// <param name="picture">The picture, seen as a whole: squeezed to a square.</param>
    /// <param name="cancellation">Ends the work.</param>
    public CutOutResult Cut(RgbView picture, CancellationToken cancellation = default)
    {
        var folder = sessions.Slot(Slot);
        var model = Path.Combine(folder, "model.onnx");
        if (!File.Exists(model))
            return new(null, $"no matting model is mounted: {model} is not there");
        try
        {
            var contract = MattingContract.Read(Path.Combine(folder, "model.json"));
            var size = contract.Size;
            var result = sessions.Run(model, new(Input(picture, contract), 1, 3, size, size), contract.Output is { } name ? [name] : null, cancellation)[0];
            if (result.Values.Length != size * size)
                return new(null, $"{model} gave {result.Values.Length} numbers where {size} x {size} were due");
            if (contract.GivesLogits)
                for (var i = 0; i < result.Values.Length; i++)
                    result.Values[i] = 1 / (1 + MathF.Exp(-result.Values[i]));
            return new(GuidedFilter.Refine(result.Values, size, size, picture), null);
        }
        catch (Exception exception) when (exception is HelperModelException or InvalidDataException or IOException or OnnxRuntimeException)
        {
            return new(null, $"the mounted matting model cannot be used: {exception.Message}");
        }
    }

    private static float[] Input(RgbView picture, MattingContract contract)
    {
        var size = contract.Size;
        var pixels = Resampler.Resize(picture.Pixels, picture.Width, picture.Height, 3, size, size);
        var planes = new float[pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var channel = i % 3;
            planes[channel * size * size + i / 3] = (pixels[i] / 255 - contract.Mean[channel]) / contract.Deviation[channel];
        }
        return planes;
    }
}
