using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SoraFunctions.Models.Conversion;

namespace SoraFunctions.Models.Tests.Conversion;

/// <summary>Writes small graph models of TensorFlow.js, with weights in 32-bit floats.</summary>
public sealed class SmallTensorFlow
{
    private readonly List<object> _nodes = [];
    private readonly List<object> _weights = [];
    private readonly List<float> _values = [];

    public SmallTensorFlow Input(string name, params int[] shape) =>
        Node("Placeholder", name, [], new { shape = new { shape = new { dim = shape.Select(size => new { size = size.ToString(CultureInfo.InvariantCulture) }) } } });

    public SmallTensorFlow Constant(string name, int[] shape, params float[] values)
    {
        _weights.Add(new { name, shape, dtype = "float32" });
        _values.AddRange(values);
        return Node("Const", name, [], new { });
    }

    public SmallTensorFlow Node(string op, string name, string[] input, object attr)
    {
        _nodes.Add(new { name, op, input, attr });
        return this;
    }

    /// <summary>How the window of a convolution or pool moves, as attributes.</summary>
    public static object Window(bool same, int stride, string layout = "NHWC") => new
    {
        padding = new { s = Base64(same ? "SAME" : "VALID") },
        data_format = new { s = Base64(layout) },
        strides = new { list = new { i = new[] { "1", $"{stride}", $"{stride}", "1" } } },
        ksize = new { list = new { i = new[] { "1", "2", "2", "1" } } },
    };

    public TensorFlowModel Read(TemporaryFolder folder, string output)
    {
        File.WriteAllText(folder.File("model.json"), JsonSerializer.Serialize(new
        {
            format = "graph-model",
            signature = new { outputs = new Dictionary<string, object> { ["y"] = new { name = output + ":0" } } },
            modelTopology = new { node = _nodes },
            weightsManifest = new[] { new { paths = new[] { "weights.bin" }, weights = _weights } },
        }));
        File.WriteAllBytes(folder.File("weights.bin"), MemoryMarshal.AsBytes<float>(_values.ToArray()).ToArray());
        return TensorFlowModel.Read(folder.File("model.json"));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
}
