using System.Text;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Media.Sound.Speech;
using SoraFunctions.Models.Catalog;

namespace SoraFunctions.Models.Voices;

/// <summary>
/// A voice as Piper exports them: model.onnx (input i64[1,N], input_lengths i64[1], scales f32[3], and sid i64[1] where it has several speakers;
/// its first output is the sound) and beside it model.onnx.json.
/// </summary>
internal sealed class PiperVoice : IVoice
{
    private readonly string _model;
    private readonly string _espeak;
    private readonly float[] _scales;
    private readonly Dictionary<string, long[]> _ids;

    /// <summary>Reads the configuration in a folder. Fails with KeyNotFoundException and the like where it is none.</summary>
    public PiperVoice(string folder)
    {
        _model = Path.Combine(folder, "model.onnx");
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "model.onnx.json")));
        var root = document.RootElement;
        if (root.TryGetProperty("phoneme_type", out var type) && type.GetString() != "espeak")
            throw new InvalidDataException($"its phonemes are of the type {type}; espeak alone is supported");
        Rate = root.GetProperty("audio").GetProperty("sample_rate").GetInt32();
        _espeak = root.GetProperty("espeak").GetProperty("voice").GetString()!;
        Languages = [_espeak.Split('-')[0] is var primary && primary == "cmn" ? "zh" : _espeak];
        var inference = root.GetProperty("inference");
        _scales = [.. new[] { "noise_scale", "length_scale", "noise_w" }.Select(name => inference.GetProperty(name).GetSingle())];
        _ids = root.GetProperty("phoneme_id_map").EnumerateObject().ToDictionary(
            entry => entry.Name, entry => entry.Value.EnumerateArray().Select(id => id.GetInt64()).ToArray(), StringComparer.Ordinal);
        if (new[] { "^", "_", "$" }.FirstOrDefault(mark => !_ids.ContainsKey(mark)) is { } missing)
            throw new InvalidDataException($"its phoneme_id_map has no \"{missing}\"");
    }

    public IReadOnlyList<string> Languages { get; }

    public int Rate { get; }

    public string PhonemesOf(string language) => Languages[0] == "zh" ? Espeak.VoiceOf("zh") : _espeak;

    public float[] Speak(HelperSessions sessions, string phonemes, string language, Manner manner, CancellationToken cancellation)
    {
        var ids = Ids(phonemes);
        using var lease = sessions.Rent(_model);
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var lengths = OrtValue.CreateTensorValueFromMemory(new long[] { ids.Length }, [1]);
        using var scales = OrtValue.CreateTensorValueFromMemory(new[] { _scales[0], _scales[1] / (float)manner.Rate, _scales[2] }, [3]);
        using var speaker = OrtValue.CreateTensorValueFromMemory(new long[] { 0 }, [1]);
        var inputs = new Dictionary<string, OrtValue> { ["input"] = input, ["input_lengths"] = lengths, ["scales"] = scales };
        if (lease.Session.Inputs.Any(one => one.Name == "sid"))
            inputs["sid"] = speaker;
        using var outputs = lease.Session.Run(inputs, null, cancellation);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    // Start, then each phoneme with a gap after it, then end; a phoneme is one code point, marks apart from letters.
    private long[] Ids(string phonemes) =>
    [
        .. _ids["^"], .. _ids["_"],
        .. phonemes.Normalize(NormalizationForm.FormD).EnumerateRunes().Select(rune => rune.ToString()).Where(_ids.ContainsKey).SelectMany(phoneme => _ids[phoneme].Concat(_ids["_"])),
        .. _ids["$"],
    ];
}
