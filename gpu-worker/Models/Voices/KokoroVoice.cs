using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using SoraFunctions.Media.Sound.Speech;
using SoraFunctions.Models.Catalog;

namespace SoraFunctions.Models.Voices;

/// <summary>
/// Voices as Kokoro has them: model.onnx (input_ids or tokens i64[1,N], style f32[1,256], speed f32[1]; its first output is the sound at 24 kHz),
/// tokenizer.json or config.json with the vocabulary, and <c>voices/*.bin</c>, each f32[rows,256], whose names begin with the letter of their language.
/// </summary>
internal sealed class KokoroVoice : IVoice
{
    private const int StyleLength = 256;
    private const int LongestSentence = 510;

    // Chinese and Japanese are left out: their phonemes are not those of espeak-ng.
    private static readonly Dictionary<char, string> _letters = new()
    {
        ['a'] = "en-us", ['b'] = "en-gb", ['e'] = "es", ['f'] = "fr-fr", ['h'] = "hi", ['i'] = "it", ['p'] = "pt-br",
    };

    // One sign of the vocabulary for what espeak-ng writes with two.
    private static readonly (string From, string To)[] _signs =
    [
        ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("eɪ", "A"), ("aɪ", "I"), ("aʊ", "W"), ("ɔɪ", "Y"), ("oʊ", "O"), ("əʊ", "Q"),
    ];

    private readonly string _model;
    private readonly Dictionary<string, long> _vocabulary;
    private readonly Dictionary<string, string[]> _styles;

    /// <summary>Reads the vocabulary and the names of the voices in a folder. Fails with KeyNotFoundException and the like where there are none.</summary>
    public KokoroVoice(string folder)
    {
        _model = Path.Combine(folder, "model.onnx");
        var tokenizer = Path.Combine(folder, "tokenizer.json");
        using var document = JsonDocument.Parse(File.ReadAllText(File.Exists(tokenizer) ? tokenizer : Path.Combine(folder, "config.json")));
        var root = document.RootElement;
        var vocabulary = (root.TryGetProperty("model", out var model) ? model : root).GetProperty("vocab");
        _vocabulary = vocabulary.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt64(), StringComparer.Ordinal);
        _styles = Directory.GetFiles(Path.Combine(folder, "voices"), "*.bin").Order(StringComparer.Ordinal)
            .Where(file => _letters.ContainsKey(Path.GetFileName(file)[0]))
            .GroupBy(file => _letters[Path.GetFileName(file)[0]]).ToDictionary(files => files.Key, files => files.ToArray());
        if (_styles.Count == 0)
            throw new InvalidDataException("it has no voices/*.bin of a language that is known");
    }

    public IReadOnlyList<string> Languages => [.. _styles.Keys];

    public int Rate => 24_000;

    public string PhonemesOf(string language) => Espeak.VoiceOf(language);

    public float[] Speak(HelperSessions sessions, string phonemes, string language, Manner manner, CancellationToken cancellation)
    {
        var tokens = Tokens(phonemes);
        if (tokens.Length > LongestSentence)
            throw new InvalidDataException($"a sentence of {tokens.Length} phonemes is longer than {LongestSentence}");
        using var lease = sessions.Rent(_model);
        var name = lease.Session.Inputs.Select(input => input.Name).FirstOrDefault(input => input is "input_ids" or "tokens")
            ?? throw new InvalidDataException("its model has neither input_ids nor tokens");
        using var ids = OrtValue.CreateTensorValueFromMemory<long>([0, .. tokens, 0], [1, tokens.Length + 2]);
        using var style = OrtValue.CreateTensorValueFromMemory(Style(Chosen(_styles[language], manner.Voice), tokens.Length), [1, StyleLength]);
        using var speed = OrtValue.CreateTensorValueFromMemory(new[] { (float)manner.Rate }, [1]);
        using var outputs = lease.Session.Run(
            new Dictionary<string, OrtValue> { [name] = ids, ["style"] = style, ["speed"] = speed }, null, cancellation);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private long[] Tokens(string phonemes)
    {
        foreach (var (from, to) in _signs)
            phonemes = phonemes.Replace(from, to, StringComparison.Ordinal);
        return [.. phonemes.EnumerateRunes().Select(rune => rune.ToString()).Where(_vocabulary.ContainsKey).Select(sign => _vocabulary[sign])];
    }

    // The second letter of a name tells women from men.
    private static string Chosen(string[] styles, string wish) =>
        styles.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file).Equals(wish, StringComparison.OrdinalIgnoreCase))
        ?? styles.FirstOrDefault(file => wish is "female" or "male" && Path.GetFileName(file)[1] == wish[0])
        ?? styles[0];

    // A voice has a style for each number of tokens.
    private static float[] Style(string file, int tokens)
    {
        var rows = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file));
        if (rows.Length < StyleLength)
            throw new InvalidDataException($"{file} is no table of styles");
        return rows.Slice(Math.Min(tokens, rows.Length / StyleLength - 1) * StyleLength, StyleLength).ToArray();
    }
}
