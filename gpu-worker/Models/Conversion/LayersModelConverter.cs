using System.Text.Json;

namespace SoraFunctions.Models.Conversion;

/// <summary>Converts a layers model: Keras layers that name those before them.</summary>
internal sealed class LayersModelConverter(TensorFlowModel model)
{
    private readonly TensorFlowOperators _operators = new();
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    public byte[] Convert(int opset, IReadOnlyList<string> outputs)
    {
        var network = model.Topology.GetProperty("model_config");
        if (network.GetProperty("class_name").GetString() is { } kind and not ("Model" or "Functional"))
            throw new ConversionException($"the model is a {kind}, which is not supported");
        var config = network.GetProperty("config");
        foreach (var layer in config.GetProperty("layers").EnumerateArray())
        {
            var name = layer.GetProperty("name").GetString()!;
            _written[name] = Write(name, layer.GetProperty("class_name").GetString()!, layer.GetProperty("config"), Inputs(name, layer));
        }
        foreach (var name in outputs.Count > 0 ? outputs : [.. config.GetProperty("output_layers").EnumerateArray().Select(output => output[0].GetString()!)])
            _operators.Output(_written.TryGetValue(name, out var value) ? value : throw new ConversionException($"there is no layer {name}"), name);
        return _operators.Model(opset);
    }

    private string[] Inputs(string name, JsonElement layer)
    {
        var uses = layer.GetProperty("inbound_nodes").EnumerateArray().ToArray();
        if (uses.Length > 1)
            throw new ConversionException($"the layer {name} is used twice, which is not supported");
        return [.. uses.SelectMany(use => use.EnumerateArray()).Select(input => _written.TryGetValue(input[0].GetString()!, out var value)
            ? value : throw new ConversionException($"the layer {name} comes before its input {input[0]}"))];
    }

    private string Write(string name, string kind, JsonElement config, string[] inputs)
    {
        if (config.TryGetProperty("data_format", out var layout) && layout.GetString() != "channels_last")
            throw new ConversionException($"{name} has tensors in the order {layout}; channels_last alone is supported");
        switch (kind)
        {
            case "InputLayer":
                _operators.Input(name, config.GetProperty("batch_input_shape").EnumerateArray()
                    .Select(length => length.ValueKind == JsonValueKind.Null ? (long?)null : length.GetInt64()));
                return name;
            case "Conv2D":
                return Activated(config, _operators.Convolution(inputs[0], Weight(name, "kernel"), Bias(name, config), Window(config)));
            case "DepthwiseConv2D":
                return Activated(config,
                    _operators.DepthwiseConvolution(inputs[0], Weight(name, "depthwise_kernel"), Bias(name, config), Window(config)));
            case "Dense":
                return Activated(config, _operators.Dense(inputs[0], Weight(name, "kernel"), Bias(name, config)));
            case "BatchNormalization":
                var (mean, variance) = (Weight(name, "moving_mean"), Weight(name, "moving_variance"));
                var gamma = config.GetProperty("scale").GetBoolean() ? Weight(name, "gamma") : Even(mean.Shape, 1);
                var beta = config.GetProperty("center").GetBoolean() ? Weight(name, "beta") : Even(mean.Shape, 0);
                return _operators.BatchNormalisation(inputs[0], gamma, beta, mean, variance, config.GetProperty("epsilon").GetSingle());
            case "ReLU":
                if (config.GetProperty("negative_slope").GetSingle() != 0 || config.GetProperty("threshold").GetSingle() != 0)
                    throw new ConversionException($"{name} is a leaky ReLU, which is not supported");
                return config.GetProperty("max_value") is { ValueKind: JsonValueKind.Number } highest
                    ? _operators.Clip(inputs[0], highest.GetSingle())
                    : _operators.Activation(inputs[0], "relu");
            case "Activation":
                return Activated(config, inputs[0]);
            case "Add":
                return _operators.Node("Sum", inputs);
            case "Concatenate":
                return _operators.Node("Concat", inputs, ("axis", config.GetProperty("axis").GetInt32()));
            case "ZeroPadding2D":
                var margins = config.GetProperty("padding").EnumerateArray().Select(Integers).ToArray();
                return _operators.Pad(inputs[0], margins[0], margins[1]);
            case "AveragePooling2D":
                return _operators.Pool("AveragePool", inputs[0], Integers(config.GetProperty("pool_size")), Window(config));
            case "MaxPooling2D":
                return _operators.Pool("MaxPool", inputs[0], Integers(config.GetProperty("pool_size")), Window(config));
            case "UpSampling2D" when config.GetProperty("interpolation").GetString() == "nearest":
                var size = Integers(config.GetProperty("size"));
                return _operators.Repeat(inputs[0], size[0], size[1]);
            case "Flatten":
                return _operators.Node("Flatten", inputs, ("axis", 1));
            case "Dropout":
                return inputs[0];
            default:
                throw new ConversionException($"the layer {name} is a {kind}, which is not known");
        }
    }

    private string Activated(JsonElement config, string value) => _operators.Activation(value, config.GetProperty("activation").GetString()!);

    private Weight? Bias(string layer, JsonElement config) => config.GetProperty("use_bias").GetBoolean() ? Weight(layer, "bias") : null;

    private Weight Weight(string layer, string part) => model.Weights.TryGetValue($"{layer}/{part}", out var weight)
        ? weight : throw new ConversionException($"the weight {layer}/{part} is missing");

    private static Weight Even(long[] shape, float value) => new(shape, [.. Enumerable.Repeat(value, (int)shape[0])]);

    private static Window Window(JsonElement config) => new(
        Integers(config.GetProperty("strides")),
        config.TryGetProperty("dilation_rate", out var dilations) ? Integers(dilations) : [1, 1],
        config.GetProperty("padding").GetString() switch
        {
            "same" => true,
            "valid" => false,
            var other => throw new ConversionException($"the padding {other} is not known"),
        });

    private static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetInt32())];
}
