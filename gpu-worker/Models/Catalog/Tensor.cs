using Microsoft.ML.OnnxRuntime;

namespace SoraFunctions.Models.Catalog;

/// <summary>Numbers in some dimensions.</summary>
/// <param name="Values">The elements, the last dimension closest together.</param>
/// <param name="Shape">The dimensions.</param>
public sealed record Tensor(float[] Values, params long[] Shape)
{
    internal static Tensor Of(OrtValue value) => new(value.GetTensorDataAsSpan<float>().ToArray(), value.GetTensorTypeAndShape().Shape);
}
