using System.Text.Json;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>A byte-pair vocabulary with a mark for the end of a word.</summary>
/// <param name="Ids">The id of each symbol.</param>
/// <param name="Merges">Pairs of symbols that become one, the most frequent first.</param>
public sealed record ClipVocabulary(IReadOnlyDictionary<string, int> Ids, IReadOnlyList<(string Left, string Right)> Merges)
{
    /// <summary>From vocab.json and merges.txt.</summary>
    /// <param name="vocabulary">The content of vocab.json.</param>
    /// <param name="merges">The lines of merges.txt; a first line "#version" is left out.</param>
    /// <exception cref="InvalidDataException">A line is no pair.</exception>
    public static ClipVocabulary Read(JsonElement vocabulary, IEnumerable<string> merges) =>
        new(vocabulary.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetInt32()),
            [.. merges.Where((line, index) => line.Length > 0 && !(index == 0 && line.StartsWith("#version", StringComparison.Ordinal))).Select(Pair)]);

    /// <summary>From a tokenizer.json.</summary>
    /// <exception cref="NotSupportedException">Its model is not byte pairs with the end of a word marked as CLIP marks it.</exception>
    public static ClipVocabulary Read(JsonElement root)
    {
        var model = root.GetProperty("model");
        if (!model.TryGetProperty("merges", out var merges)
            || !model.TryGetProperty("end_of_word_suffix", out var suffix) || suffix.GetString() != ClipTokeniser.EndOfWord)
            throw new NotSupportedException("the tokenizer's model is not CLIP's byte pairs (end_of_word_suffix </w>)");
        return new(model.GetProperty("vocab").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetInt32()),
            [.. merges.EnumerateArray().Select(pair => pair.ValueKind == JsonValueKind.Array ? (pair[0].GetString()!, pair[1].GetString()!) : Pair(pair.GetString()!))]);
    }

    private static (string, string) Pair(string line) => line.Split(' ') is [var left, var right] ? (left, right)
        : throw new InvalidDataException($"a merge is not two symbols: {line}");
}
