using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SoraFunctions.Models.Graphs;

/// <summary>An input or output that a model declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its dimensions; -1 where the caller chooses.</param>
/// <param name="Axes">The names of its dimensions; empty where a dimension has none.</param>
public sealed record TensorSpec(string Name, TensorElementType Type, IReadOnlyList<int> Shape, IReadOnlyList<string> Axes)
{
    /// <summary>How many dimensions it has.</summary>
    public int Rank => Shape.Count;

    internal static TensorSpec Of(string name, NodeMetadata metadata) =>
        new(name, metadata.ElementDataType, metadata.Dimensions, metadata.SymbolicDimensions);
}
