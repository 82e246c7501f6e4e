using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace SoraFunctions.Models.Tests.Onnx;

/// <summary>Builds a small ONNX model (onnx.proto, IR version 8, opset 17) and writes it to a file.</summary>
public sealed class OnnxGraph
{
    private readonly ProtobufWriter _graph = new();

    /// <summary>An input; a dimension is a number or the name of a free axis.</summary>
    public OnnxGraph Input(string name, TensorElementType type, params object[] shape) => Value(11, name, type, shape);

    public OnnxGraph Output(string name, TensorElementType type, params object[] shape) => Value(12, name, type, shape);

    public OnnxGraph Constant(string name, long[] shape, ReadOnlySpan<float> values) => Initializer(name, 1, shape, MemoryMarshal.AsBytes(values));

    public OnnxGraph Constant(string name, long[] shape, ReadOnlySpan<long> values) => Initializer(name, 7, shape, MemoryMarshal.AsBytes(values));

    /// <summary>A constant whose values lie in a file beside the model.</summary>
    public OnnxGraph ExternalConstant(string name, long length, string file)
    {
        var location = new ProtobufWriter().Text(1, "location").Text(2, file);
        _graph.Message(5, new ProtobufWriter().Varint(1, length).Varint(2, 1).Text(8, name).Message(13, location).Varint(14, 1));
        return this;
    }

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

    public byte[] Model(int opset = 17) => new ProtobufWriter()
        .Varint(1, 8)
        .Message(7, _graph)
        .Message(8, new ProtobufWriter().Varint(2, opset))
        .Bytes;

    public string Save(string path, int opset = 17)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Model(opset));
        return path;
    }

    private static ProtobufWriter Attribute(string name, object value)
    {
        var attribute = new ProtobufWriter().Text(1, name);
        switch (value)
        {
            case float number:
                return attribute.Float(2, number).Varint(20, 1);
            case int number:
                return attribute.Varint(3, number).Varint(20, 2);
            case int[] numbers:
                foreach (var number in numbers)
                    attribute.Varint(8, number);
                return attribute.Varint(20, 7);
            default:
                throw new ArgumentException($"no attribute of type {value.GetType()}");
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

    private OnnxGraph Value(int field, string name, TensorElementType type, object[] shape)
    {
        var dimensions = new ProtobufWriter();
        foreach (var length in shape)
            dimensions.Message(1, length is string axis ? new ProtobufWriter().Text(2, axis) : new ProtobufWriter().Varint(1, Convert.ToInt64(length)));
        var tensor = new ProtobufWriter().Varint(1, (int)type).Message(2, dimensions);
        _graph.Message(field, new ProtobufWriter().Text(1, name).Message(2, new ProtobufWriter().Message(1, tensor)));
        return this;
    }
}
