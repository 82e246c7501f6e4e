using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Noise;

namespace SoraFunctions.Models.Tests.Diffusion.Tiny;

/// <summary>Adds the layers of a transformer or a VAE to a graph, with weights from a seed.</summary>
public sealed class TinyNetwork(ulong seed)
{
    private uint _weights;
    private int _values;

    public OnnxGraph Graph { get; } = new();

    public string Node(string operation, string[] inputs, params (string, object)[] attributes)
    {
        var output = $"v{_values++}";
        Graph.Node(operation, inputs, [output], attributes);
        return output;
    }

    public void Result(string operation, string[] inputs, string output, params (string, object)[] attributes) =>
        Graph.Node(operation, inputs, [output], attributes);

    public string Floats(long[] shape, ReadOnlySpan<float> values)
    {
        var name = $"c{_values++}";
        Graph.Constant(name, shape, values);
        return name;
    }

    public string Number(float value) => Floats([1], [value]);

    public string Wholes(params long[] values)
    {
        var name = $"c{_values++}";
        Graph.Constant(name, [values.Length], (ReadOnlySpan<long>)values);
        return name;
    }

    public string Weights(double scale, params long[] shape)
    {
        var values = new GaussianNoise(seed, ++_weights).Values((int)shape.Aggregate((product, length) => product * length));
        return Floats(shape, [.. values.Select(value => (float)(value * scale))]);
    }

    public string Linear(string x, int from, int to, double gain = 1) =>
        Node("Add", [Node("MatMul", [x, Weights(gain / Math.Sqrt(from), from, to)]), Weights(0.1, to)]);

    public string Normalise(string x, int width) => Node(
        "LayerNormalization", [x, Floats([width], Filled(width, 1)), Floats([width], Filled(width, 0))], ("axis", -1));

    /// <summary>Attention of several heads: softmax(q k' / sqrt(d) + bias) v.</summary>
    public string Attention(string x, string context, int width, int contextWidth, int heads, string? bias = null)
    {
        var q = Heads(Linear(x, width, width, 2), width, heads);
        var k = Heads(Linear(context, contextWidth, width, 2), width, heads);
        var v = Heads(Linear(context, contextWidth, width), width, heads);
        var scores = Node("Mul", [Node("MatMul", [q, Node("Transpose", [k], ("perm", new[] { 0, 1, 3, 2 }))]), Number(1 / MathF.Sqrt(width / heads))]);
        if (bias is not null)
            scores = Node("Add", [scores, bias]);
        var joined = Node("MatMul", [Node("Softmax", [scores], ("axis", -1)), v]);
        return Linear(Node("Reshape", [Node("Transpose", [joined], ("perm", new[] { 0, 2, 1, 3 })), Wholes(0, 0, width)]), width, width);
    }

    /// <summary>One block of a transformer: attention to itself, to the prompt where there is one, and two layers.</summary>
    public string Block(string x, int width, (string Text, int Width, string? Bias)? prompt, int heads = 4, string? bias = null)
    {
        var normal = Normalise(x, width);
        x = Node("Add", [x, Attention(normal, normal, width, width, heads, bias)]);
        if (prompt is var (text, textWidth, textBias))
            x = Node("Add", [x, Attention(Normalise(x, width), text, width, textWidth, heads, textBias)]);
        var inner = Linear(Normalise(x, width), width, 2 * width);
        var gelu = Node("Mul", [inner, Node("Sigmoid", [Node("Mul", [inner, Number(1.702f)])])]);
        return Node("Add", [x, Linear(gelu, 2 * width, width)]);
    }

    /// <summary>0 where a mask [batch, length] is 1 and -10000 where it is 0, as a bias of scores.</summary>
    public string Bias(string mask, TensorElementType type)
    {
        var floats = type == TensorElementType.Float ? mask : Node("Cast", [mask], ("to", 1));
        var bias = Node("Mul", [Node("Sub", [floats, Number(1)]), Number(10000)]);
        return Node("Unsqueeze", [bias, Wholes(1, 2)]);
    }

    public static float[] Filled(int length, float value)
    {
        var values = new float[length];
        values.AsSpan().Fill(value);
        return values;
    }

    private string Heads(string x, int width, int heads) =>
        Node("Transpose", [Node("Reshape", [x, Wholes(0, 0, heads, width / heads)])], ("perm", new[] { 0, 2, 1, 3 }));
}
