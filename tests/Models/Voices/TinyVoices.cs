using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime.Tensors;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Voices;

namespace SoraFunctions.Models.Tests.Voices;

/// <summary>Voices that hum: each phoneme is a hundred samples of its own number over a thousand.</summary>
internal static class TinyVoices
{
    public const int SamplesEach = 100;

    /// <summary>The signs that they know; the number of a sign is its place.</summary>
    public const string Signs = "_^$ ,.!?aeioubdfghjklmnpqrstvwxyzɹɛɪʊəɔɑŋʃʒθðˈˌːAIOWYʧʤ25";

    public static void Piper(TemporaryFolder folder, string name, string espeak, string? type = null, bool speakers = false)
    {
        var place = Place(folder, name);
        File.WriteAllText(Path.Combine(place, "model.onnx.json"), JsonSerializer.Serialize(new
        {
            audio = new { sample_rate = 16_000 },
            espeak = new { voice = espeak },
            phoneme_type = type ?? "espeak",
            inference = new { noise_scale = 0.667, length_scale = 1.0, noise_w = 0.8 },
            phoneme_id_map = Signs.Index().ToDictionary(sign => sign.Item.ToString(), sign => new[] { sign.Index }),
        }));
        var graph = new OnnxGraph()
            .Input("input", TensorElementType.Int64, 1, "phonemes")
            .Input("input_lengths", TensorElementType.Int64, 1)
            .Input("scales", TensorElementType.Float, 3);
        if (speakers)
            graph.Input("sid", TensorElementType.Int64, 1);
        // The length scale is 1; multiplying by it proves that it came.
        graph.Constant("second", [], [1L]).Node("Gather", ["scales", "second"], ["length"]);
        File.WriteAllBytes(Path.Combine(place, "model.onnx"), Hum(graph, "input", "length"));
    }

    public static void Kokoro(TemporaryFolder folder, string name, params string[] voices)
    {
        var place = Place(folder, name);
        File.WriteAllText(Path.Combine(place, "tokenizer.json"), JsonSerializer.Serialize(new
        {
            model = new { vocab = Signs.Index().Where(sign => sign.Index > 2).ToDictionary(sign => sign.Item.ToString(), sign => sign.Index) },
        }));
        Directory.CreateDirectory(Path.Combine(place, "voices"));
        foreach (var voice in voices)
            File.WriteAllBytes(Path.Combine(place, "voices", voice + ".bin"), Styles());
        var graph = new OnnxGraph()
            .Input("input_ids", TensorElementType.Int64, 1, "phonemes")
            .Input("style", TensorElementType.Float, 1, 256)
            .Input("speed", TensorElementType.Float, 1)
            .Node("ReduceMean", ["style"], ["row"], ("axes", new[] { 0, 1 }), ("keepdims", 0))
            .Node("Mul", ["row", "speed"], ["factor"]);
        File.WriteAllBytes(Path.Combine(place, "model.onnx"), Hum(graph, "input_ids", "factor"));
    }

    /// <summary>What was hummed, as signs.</summary>
    public static string Signed(SpokenSound sound, float factor = 1) =>
        string.Concat(sound.Samples.Chunk(SamplesEach).Select(hum => Signs[(int)MathF.Round(hum[0] / factor * 1000)]));

    // The style for n tokens is 1 + n / 100 everywhere.
    private static byte[] Styles() =>
        MemoryMarshal.AsBytes<float>(Enumerable.Range(0, 510 * 256).Select(i => 1 + i / 256 / 100f).ToArray()).ToArray();

    private static byte[] Hum(OnnxGraph graph, string ids, string factor) => graph
        .Constant("thousandth", [], [0.001f])
        .Constant("last", [1], [2L])
        .Constant("each", [3], [1L, 1, SamplesEach])
        .Constant("flat", [3], [1L, 1, -1])
        .Node("Cast", [ids], ["numbers"], ("to", 1))
        .Node("Mul", ["numbers", "thousandth"], ["small"])
        .Node("Mul", ["small", factor], ["scaled"])
        .Node("Unsqueeze", ["scaled", "last"], ["column"])
        .Node("Tile", ["column", "each"], ["rows"])
        .Node("Reshape", ["rows", "flat"], ["output"])
        .Output("output", TensorElementType.Float, 1, 1, "samples")
        .Model(13);

    private static string Place(TemporaryFolder folder, string name) =>
        Directory.CreateDirectory(folder.File(Path.Combine(NeuralVoices.Slot, name))).FullName;
}
