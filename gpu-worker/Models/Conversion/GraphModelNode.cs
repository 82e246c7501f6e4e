using System.Text;
using System.Text.Json;

namespace SoraFunctions.Models.Conversion;

/// <summary>A node of a graph model.</summary>
internal sealed class GraphModelNode(JsonElement node)
{
    public string Name { get; } = node.GetProperty("name").GetString()!;

    public string Operation { get; } = node.GetProperty("op").GetString()!;

    /// <summary>The nodes that it takes values from; edges that only order execution are left out.</summary>
    public string[] Inputs { get; } = node.TryGetProperty("input", out var inputs)
        ? [.. inputs.EnumerateArray().Select(input => NodeOf(input.GetString()!)).Where(input => !input.StartsWith('^'))]
        : [];

    /// <summary>The node of a tensor's name: <c>name:0</c> is the first output of <c>name</c>.</summary>
    public static string NodeOf(string tensor)
    {
        var colon = tensor.LastIndexOf(':');
        return colon < 0 ? tensor
            : tensor[colon..] == ":0" ? tensor[..colon]
            : throw new ConversionException($"{tensor} is not the first output of its node, which is not supported");
    }

    public bool Flag(string name) => Attribute(name, "b") is { } value && value.GetBoolean();

    public int[] Integers(string name) =>
        Attribute(name, "list") is { } list && list.TryGetProperty("i", out var values) ? [.. values.EnumerateArray().Select(Integer)] : [];

    public string? Text(string name) => Attribute(name, "s") is { } value ? Decode(value) : null;

    public string[] Texts(string name) =>
        Attribute(name, "list") is { } list && list.TryGetProperty("s", out var values) ? [.. values.EnumerateArray().Select(Decode)] : [];

    /// <summary>The dimensions of a placeholder; null where the caller chooses.</summary>
    public IEnumerable<long?> Shape() => Attribute("shape", "shape") is { } shape
        ? shape.GetProperty("dim").EnumerateArray().Select(dimension => Integer(dimension.GetProperty("size")) is var size and > 0 ? (long?)size : null)
        : throw new ConversionException($"the input {Name} has no shape");

    /// <exception cref="ConversionException">The tensors have their channels first, or the padding is explicit.</exception>
    public Window Window()
    {
        if (Text("data_format") is { } layout and not "NHWC")
            throw new ConversionException($"{Name} has tensors in the order {layout}; NHWC alone is supported");
        var same = Text("padding") switch
        {
            "SAME" => true,
            "VALID" => false,
            var other => throw new ConversionException($"{Name} has the padding {other}, which is not known"),
        };
        var dilations = Integers("dilations");
        return new(Integers("strides")[1..3], dilations.Length == 4 ? dilations[1..3] : [1, 1], same);
    }

    // 64-bit numbers are texts in protobuf's JSON.
    private static int Integer(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? int.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : value.GetInt32();

    // Texts are base64, or lists of bytes in models of older exporters.
    private static string Decode(JsonElement value) => Encoding.UTF8.GetString(value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(part => part.GetByte())]
        : value.GetBytesFromBase64());

    private JsonElement? Attribute(string name, string kind) =>
        node.TryGetProperty("attr", out var attributes) && attributes.TryGetProperty(name, out var attribute)
            && attribute.TryGetProperty(kind, out var value) ? value : null;
}
