using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SoraFunctions.Models.Graphs;

/// <summary>Builds an ONNX model (onnx.proto, IR version 8) in memory, up to the 2 GB that one protobuf message can hold.</summary>
public sealed class OnnxGraph
{
    private const int IrVersion = 8;

    private readonly ProtobufWriter _graph = new();

    /// <summary>Declares an input.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The type of its elements.</param>
    /// <param name="shape">Each dimension: a whole number, or the name of a free axis.</param>
    public OnnxGraph Input(string name, TensorElementType type, params object[] shape) => Value(11, name, type, shape);

    /// <summary>Declares an output.</summary>
    /// <param name="name">Its name: that of an input or of an output of a node.</param>
    /// <param name="type">The type of its elements.</param>
    /// <param name="shape">Each dimension: a whole number, or the name of a free axis; null leaves the shape to be inferred.</param>
    public OnnxGraph Output(string name, TensorElementType type, params object[]? shape) => Value(12, name, type, shape);

    /// <summary>Adds a constant of 32-bit floats.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its dimensions; none for a scalar.</param>
    /// <param name="values">Its elements, the last dimension closest together.</param>
    public OnnxGraph Constant(string name, long[] shape, ReadOnlySpan<float> values) => Initializer(name, 1, shape, MemoryMarshal.AsBytes(values));

    /// <summary>Adds a constant of 64-bit integers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its dimensions; none for a scalar.</param>
    /// <param name="values">Its elements, the last dimension closest together.</param>
    public OnnxGraph Constant(string name, long[] shape, ReadOnlySpan<long> values) => Initializer(name, 7, shape, MemoryMarshal.AsBytes(values));

    /// <summary>Adds a constant of 32-bit floats that lie in a file beside the model.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="file">The file, relative to the model's folder.</param>
    public OnnxGraph ExternalConstant(string name, long length, string file)
    {
        var location = new ProtobufWriter().Text(1, "location").Text(2, file);
        _graph.Message(5, new ProtobufWriter().Varint(1, length).Varint(2, 1).Text(8, name).Message(13, location).Varint(14, 1));
        return this;
    }

    /// <summary>Adds a node; nodes come in an order in which every input is there before it is used.</summary>
    /// <param name="operation">An operator of the standard set.</param>
    /// <param name="inputs">Names of its inputs; an empty name leaves out an optional one.</param>
    /// <param name="outputs">Names of its outputs.</param>
    /// <param name="attributes">Its attributes: a float, an int, a string or an int[].</param>
    /// <exception cref="ArgumentException">An attribute is of another type.</exception>
    public OnnxGraph Node(string operation, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes)
    {
        var node = new ProtobufWriter();
        foreach (var input in inputs)
            node.Text(1, input);
        foreach (var output in outputs)
            node.Text(2, output);
        node.Text(4, operation);
        foreach (var (name, value) in attributes)
            node.Message(5, Attribute(name, value));
        _graph.Message(1, node);
        return this;
    }

    /// <summary>The model as the content of an .onnx file.</summary>
    /// <param name="opset">The version of the standard set of operators.</param>
    public byte[] Model(int opset) => new ProtobufWriter()
        .Varint(1, IrVersion)
        .Message(7, _graph)
        .Message(8, new ProtobufWriter().Varint(2, opset))
        .Bytes.ToArray();

    // The numbers of the types are those of AttributeProto.AttributeType.
    private static ProtobufWriter Attribute(string name, object value)
    {
        var attribute = new ProtobufWriter().Text(1, name);
        switch (value)
        {
            case float number:
                return attribute.Float(2, number).Varint(20, 1);
            case int number:
                return attribute.Varint(3, number).Varint(20, 2);
            case string text:
                return attribute.Text(4, text).Varint(20, 3);
            case int[] numbers:
                foreach (var number in numbers)
                    attribute.Varint(8, number);
                return attribute.Varint(20, 7);
            default:
                throw new ArgumentException($"no attribute of type {value.GetType()}", nameof(value));
        }
    }

    private OnnxGraph Initializer(string name, int type, long[] shape, ReadOnlySpan<byte> values)
    {
        var tensor = new ProtobufWriter();
        foreach (var length in shape)
            tensor.Varint(1, length);
        _graph.Message(5, tensor.Varint(2, type).Text(8, name).Blob(9, values));
        return this;
    }

    private OnnxGraph Value(int field, string name, TensorElementType type, object[]? shape)
    {
        var tensor = new ProtobufWriter().Varint(1, (int)type);
        if (shape is not null)
        {
            var dimensions = new ProtobufWriter();
            foreach (var length in shape)
                dimensions.Message(1, length is string axis ? new ProtobufWriter().Text(2, axis) : new ProtobufWriter().Varint(1, Convert.ToInt64(length)));
            tensor.Message(2, dimensions);
        }
        _graph.Message(field, new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, tensor)));
        return this;
    }
}
