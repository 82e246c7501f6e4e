using System.Text.Json;

namespace SoraFunctions.Models.Conversion;

/// <summary>
/// Converts models of TensorFlow.js, layers models and graph models, to ONNX: operators of version 13, format version 8, weights in 32-bit
/// floats, tensors with channels last as the original has them. Knows the operators of the helper models and refuses others by name.
/// </summary>
public static class TensorFlowConverter
{
    /// <summary>Counts up whenever the converter writes something else for the same model.</summary>
    public const int Version = 1;

    private const int Opset = 13;

    /// <summary>Converts a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="outputs">The layers or nodes whose results are wanted, in order; what they do not need is left out. None for the model's own outputs.</param>
    /// <returns>The content of an .onnx file. Inputs and outputs are named as the layers or nodes are.</returns>
    /// <exception cref="ConversionException">Something in the model is not known, named by it.</exception>
    public static byte[] Convert(TensorFlowModel model, params IReadOnlyList<string> outputs)
    {
        try
        {
            return model.Topology.TryGetProperty("node", out _)
                ? new GraphModelConverter(model).Convert(Opset, outputs)
                : new LayersModelConverter(model).Convert(Opset, outputs);
        }
        catch (Exception exception) when (exception is ConversionException or KeyNotFoundException or InvalidOperationException
            or IndexOutOfRangeException or FormatException or ArgumentException)
        {
            throw new ConversionException($"{model.Name} cannot be converted: {exception.Message}", exception);
        }
    }
}
