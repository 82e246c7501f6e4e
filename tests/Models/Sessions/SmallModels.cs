using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Tests.Sessions;

public static class SmallModels
{
    /// <summary>y = x * factor + 1, for any batch of rows of three.</summary>
    public static OnnxGraph Affine(float factor) => new OnnxGraph()
        .Input("x", TensorElementType.Float, "batch", 3)
        .Output("y", TensorElementType.Float, "batch", 3)
        .Constant("factor", [1], [factor])
        .Constant("one", [1], [1f])
        .Node("Mul", ["x", "factor"], ["scaled"])
        .Node("Add", ["scaled", "one"], ["y"]);

    /// <summary>y = x + weights, with so many weights.</summary>
    public static OnnxGraph Heavy(int weights) => new OnnxGraph()
        .Input("x", TensorElementType.Float, 1)
        .Output("y", TensorElementType.Float, weights)
        .Constant("weights", [weights], new float[weights])
        .Node("Add", ["x", "weights"], ["y"]);

    /// <summary>The powers of a matrix, one after the other: a run that takes long.</summary>
    public static OnnxGraph Chain(int layers)
    {
        var graph = new OnnxGraph().Input("x", TensorElementType.Float, 512, 512).Output("y", TensorElementType.Float, 512, 512);
        for (var layer = 0; layer < layers; layer++)
            graph.Node("MatMul", [layer == 0 ? "x" : $"m{layer - 1}", "x"], [layer == layers - 1 ? "y" : $"m{layer}"]);
        return graph;
    }
}
