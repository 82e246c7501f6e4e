using System.Text.Json;

namespace SoraFunctions.Models.Conversion;

/// <summary>Converts a graph model: nodes of TensorFlow's own operators.</summary>
internal sealed class GraphModelConverter
{
    private readonly TensorFlowOperators _operators = new();
    private readonly TensorFlowModel _model;
    private readonly Dictionary<string, GraphModelNode> _nodes;
    private readonly Dictionary<string, string?> _written = new(StringComparer.Ordinal);

    public GraphModelConverter(TensorFlowModel model)
    {
        _model = model;
        _nodes = model.Topology.GetProperty("node").EnumerateArray().Select(node => new GraphModelNode(node))
            .ToDictionary(node => node.Name, StringComparer.Ordinal);
    }

    public byte[] Convert(int opset, IReadOnlyList<string> outputs)
    {
        foreach (var name in outputs.Count > 0 ? outputs : Declared())
            _operators.Output(Value(name), name);
        return _operators.Model(opset);
    }

    private string[] Declared()
    {
        var signature = _model.Description.TryGetProperty("signature", out var given) ? given
            : _model.Description.TryGetProperty("userDefinedMetadata", out var metadata) ? metadata.GetProperty("signature")
            : throw new ConversionException("the model does not say what its outputs are");
        return [.. signature.GetProperty("outputs").EnumerateObject().Select(output => GraphModelNode.NodeOf(output.Value.GetProperty("name").GetString()!))];
    }

    private string Value(string name)
    {
        if (_written.TryGetValue(name, out var value))
            return value ?? throw new ConversionException($"the node {name} needs its own result");
        if (!_nodes.TryGetValue(name, out var node))
            throw new ConversionException($"there is no node {name}");
        _written[name] = null;
        return _written[name] = Write(node);
    }

    private string Write(GraphModelNode node)
    {
        string[] Inputs() => [.. node.Inputs.Select(Value)];
        switch (node.Operation)
        {
            case "Placeholder":
                _operators.Input(node.Name, node.Shape());
                return node.Name;
            case "Const":
                return _operators.Constant(Weight(node.Name));
            case "Identity":
                return Value(node.Inputs[0]);
            case "Add" or "AddV2":
                return _operators.Node("Add", Inputs());
            case "AddN":
                return _operators.Node("Sum", Inputs());
            case "Sub" or "Mul":
                return _operators.Node(node.Operation, Inputs());
            case "Minimum":
                return _operators.Node("Min", Inputs());
            case "Maximum":
                return _operators.Node("Max", Inputs());
            case "Relu" or "Relu6" or "Sigmoid" or "Softmax":
                return _operators.Activation(Value(node.Inputs[0]), node.Operation);
            case "Conv2D" or "_FusedConv2D":
                return Fused(node, (x, kernel, bias) => _operators.Convolution(x, kernel, bias, node.Window()));
            case "DepthwiseConv2dNative" or "FusedDepthwiseConv2dNative":
                return Fused(node, (x, kernel, bias) => _operators.DepthwiseConvolution(x, kernel, bias, node.Window()));
            case "MatMul" or "_FusedMatMul":
                return node.Flag("transpose_a") || node.Flag("transpose_b")
                    ? throw new ConversionException($"{node.Name} multiplies a transposed matrix, which is not supported")
                    : Fused(node, _operators.Dense);
            case "Conv2DBackpropInput":
                var size = Weight(node.Inputs[0]).Integers;
                return _operators.TransposedConvolution(Value(node.Inputs[2]), Weight(node.Inputs[1]), size[1], size[2], node.Window());
            case "AvgPool":
                return _operators.Pool("AveragePool", Value(node.Inputs[0]), node.Integers("ksize")[1..3], node.Window());
            case "Mean":
                var axes = Weight(node.Inputs[1]).Integers.Select(axis => (int)axis).ToArray();
                return _operators.Node("ReduceMean", [Value(node.Inputs[0])], ("axes", axes), ("keepdims", node.Flag("keep_dims") ? 1 : 0));
            case "Squeeze":
                var squeezed = node.Integers("squeeze_dims").Select(axis => (long)axis).ToArray();
                return _operators.Node("Squeeze", [Value(node.Inputs[0]), _operators.Constant(squeezed)]);
            case "ResizeBilinear":
                var target = Weight(node.Inputs[1]).Integers;
                return _operators.ResizeBilinear(Value(node.Inputs[0]), target[0], target[1], node.Flag("half_pixel_centers"), node.Flag("align_corners"));
            default:
                throw new ConversionException($"the operator {node.Operation} of {node.Name} is not known");
        }
    }

    private string Fused(GraphModelNode node, Func<string, Weight, Weight?, string> write)
    {
        var fused = node.Texts("fused_ops");
        var hasBias = fused.FirstOrDefault() == "BiasAdd";
        var value = write(Value(node.Inputs[0]), Weight(node.Inputs[1]), hasBias ? Weight(node.Inputs[2]) : null);
        foreach (var activation in fused.Skip(hasBias ? 1 : 0))
            value = _operators.Activation(value, activation);
        return value;
    }

    private Weight Weight(string name) =>
        _model.Weights.TryGetValue(name, out var weight) ? weight : throw new ConversionException($"{name} is not a constant with weights");
}
