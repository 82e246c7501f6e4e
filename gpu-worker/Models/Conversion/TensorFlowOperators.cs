using System.Globalization;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;

namespace SoraFunctions.Models.Conversion;

/// <summary>
/// Writes operators of TensorFlow as nodes of ONNX. Tensors stay as TensorFlow has them, channels last; what ONNX has with channels
/// first alone stands between two transpositions, most of which ONNX Runtime takes out again.
/// </summary>
internal sealed class TensorFlowOperators
{
    private static readonly int[] _channelsFirst = [0, 3, 1, 2];
    private static readonly int[] _channelsLast = [0, 2, 3, 1];

    private readonly OnnxGraph _graph = new();
    private int _names;

    public void Input(string name, IEnumerable<long?> shape)
    {
        string[] axes = ["batch", "height", "width", "channels"];
        _graph.Input(name, TensorElementType.Float, [.. shape.Select((length, axis) => length is { } fixedLength ? (object)fixedLength : axes[axis])]);
    }

    public void Output(string value, string name)
    {
        _graph.Node("Identity", [value], [name]);
        _graph.Output(name, TensorElementType.Float, null);
    }

    public byte[] Model(int opset) => _graph.Model(opset);

    public string Node(string operation, string[] inputs, params (string Name, object Value)[] attributes)
    {
        var output = Name();
        _graph.Node(operation, inputs, [output], attributes);
        return output;
    }

    public string Constant(Weight weight)
    {
        var name = Name();
        _graph.Constant(name, weight.Shape, weight.Values);
        return name;
    }

    public string Constant(params long[] values)
    {
        var name = Name();
        _graph.Constant(name, [values.Length], values);
        return name;
    }

    /// <param name="x">Channels last.</param>
    /// <param name="kernel">Height, width, channels in, channels out.</param>
    /// <param name="bias">One number a channel out.</param>
    /// <param name="window">How the kernel moves.</param>
    public string Convolution(string x, Weight kernel, Weight? bias, Window window) =>
        Convolution(x, kernel.Transpose(3, 2, 0, 1), bias, window, 1);

    /// <param name="x">Channels last.</param>
    /// <param name="kernel">Height, width, channels, multiplier.</param>
    /// <param name="bias">One number a channel out.</param>
    /// <param name="window">How the kernel moves.</param>
    public string DepthwiseConvolution(string x, Weight kernel, Weight? bias, Window window)
    {
        var (height, width, channels, multiplier) = (kernel.Shape[0], kernel.Shape[1], kernel.Shape[2], kernel.Shape[3]);
        return Convolution(x, kernel.Transpose(2, 3, 0, 1).Reshape(channels * multiplier, 1, height, width), bias, window, (int)channels);
    }

    /// <param name="x">Channels last.</param>
    /// <param name="kernel">Height, width, channels out, channels in.</param>
    /// <param name="height">Of the result.</param>
    /// <param name="width">Of the result.</param>
    /// <param name="window">How the kernel moves.</param>
    public string TransposedConvolution(string x, Weight kernel, long height, long width, Window window)
    {
        var (top, bottom) = Margins(height, window.Strides[0], kernel.Shape[0], window.Same);
        var (left, right) = Margins(width, window.Strides[1], kernel.Shape[1], window.Same);
        return Between(x, first => Node("ConvTranspose", [first, Constant(kernel.Transpose(3, 2, 0, 1))],
            ("strides", window.Strides), ("dilations", window.Dilations), ("pads", new[] { top, left, bottom, right })));
    }

    public string Pool(string operation, string x, int[] size, Window window) =>
        Between(x, first => Node(operation, [first], ("kernel_shape", size), ("strides", window.Strides), ("auto_pad", window.AutoPad)));

    public string BatchNormalisation(string x, Weight gamma, Weight beta, Weight mean, Weight variance, float epsilon) =>
        Between(x, first => Node("BatchNormalization",
            [first, Constant(gamma), Constant(beta), Constant(mean), Constant(variance)], ("epsilon", epsilon)));

    public string ResizeBilinear(string x, long height, long width, bool halfPixelCentres, bool alignCorners) => Between(x, first =>
    {
        var batchAndChannels = Node("Slice", [Node("Shape", [first]), Constant(0), Constant(2)]);
        var size = Node("Concat", [batchAndChannels, Constant(height, width)], ("axis", 0));
        return Node("Resize", [first, "", "", size], ("mode", "linear"),
            ("coordinate_transformation_mode", alignCorners ? "align_corners" : halfPixelCentres ? "half_pixel" : "asymmetric"));
    });

    public string Repeat(string x, int vertically, int horizontally) => Between(x, first => Node(
        "Resize", [first, "", Constant(new Weight([4], [1, 1, vertically, horizontally]))],
        ("mode", "nearest"), ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")));

    public string Pad(string x, int[] top, int[] left) =>
        Node("Pad", [x, Constant(0, top[0], left[0], 0, 0, top[1], left[1], 0)]);

    public string Dense(string x, Weight kernel, Weight? bias)
    {
        var product = Node("MatMul", [x, Constant(kernel)]);
        return bias is null ? product : Node("Add", [product, Constant(bias)]);
    }

    /// <summary>An activation by the name that both formats give it, in any case.</summary>
    /// <exception cref="ConversionException">It is not known.</exception>
    public string Activation(string x, string name) => name.ToLowerInvariant() switch
    {
        "linear" => x,
        "relu" => Node("Relu", [x]),
        "relu6" => Clip(x, 6),
        "sigmoid" => Node("Sigmoid", [x]),
        "softmax" => Node("Softmax", [x], ("axis", -1)),
        _ => throw new ConversionException($"the activation {name} is not known"),
    };

    public string Clip(string x, float highest) => Node("Clip", [x, Constant(new Weight([], [0])), Constant(new Weight([], [highest]))]);

    private string Convolution(string x, Weight kernel, Weight? bias, Window window, int groups) => Between(x, first =>
    {
        string[] inputs = bias is null ? [first, Constant(kernel)] : [first, Constant(kernel), Constant(bias)];
        return Node("Conv", inputs, ("strides", window.Strides), ("dilations", window.Dilations), ("group", groups), ("auto_pad", window.AutoPad));
    });

    private string Between(string x, Func<string, string> channelsFirst) =>
        Node("Transpose", [channelsFirst(Node("Transpose", [x], ("perm", _channelsFirst)))], ("perm", _channelsLast));

    // What a convolution of this output would pad; the smaller half comes first.
    private static (int Before, int After) Margins(long length, long stride, long kernel, bool same)
    {
        if (!same)
            return (0, 0);
        var shortened = (length + stride - 1) / stride;
        var all = (int)((shortened - 1) * stride + kernel - length);
        return all >= 0 ? (all / 2, all - all / 2) : throw new ConversionException("a transposed convolution leaves gaps");
    }

    private string Name() => "%" + (++_names).ToString(CultureInfo.InvariantCulture);
}
