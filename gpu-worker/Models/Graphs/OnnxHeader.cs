
namespace SoraFunctions.Models.Graphs;

/// <summary>What an .onnx file says of itself before its weights are loaded.</summary>
/// <param name="IrVersion">The version of the format.</param>
/// <param name="Opset">The version of the standard operators.</param>
/// <param name="Inputs">The inputs that a caller must give.</param>
/// <param name="Outputs">The outputs.</param>
/// <param name="ExternalFiles">Files of weights beside it, by the names that the model gives them.</param>
public sealed record OnnxHeader(
    long IrVersion, long Opset, IReadOnlyList<TensorSpec> Inputs, IReadOnlyList<TensorSpec> Outputs, IReadOnlyCollection<string> ExternalFiles);
