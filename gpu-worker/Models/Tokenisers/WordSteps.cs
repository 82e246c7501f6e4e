using System.Text.Json;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>Reads the cutting into words of a tokenizer.json ("pre_tokenizer") into a function.</summary>
internal static class WordSteps
{
    /// <summary>What a "pre_tokenizer" does to the words found so far; each carries whether it begins the text.</summary>
    /// <exception cref="NotSupportedException">A step is not known.</exception>
    public static Func<IEnumerable<(string Word, bool First)>, IEnumerable<(string Word, bool First)>> Read(JsonElement step)
    {
        if (step.ValueKind == JsonValueKind.Null)
            return words => words;
        switch (step.GetProperty("type").GetString())
        {
            case "Sequence":
                var steps = step.GetProperty("pretokenizers").EnumerateArray().Select(Read).ToArray();
                return words => steps.Aggregate(words, (current, one) => one(current));
            case "WhitespaceSplit": return words => words.SelectMany(SplitAtSpaces);
            case "Metaspace": return Metaspace(step);
            case var other: throw new NotSupportedException($"the tokenizer's pre_tokenizer {other} is not known");
        }
    }

    private static IEnumerable<(string, bool)> SplitAtSpaces((string Word, bool First) text)
    {
        var parts = text.Word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Select((part, index) => (part, text.First && index == 0 && text.Word.StartsWith(part, StringComparison.Ordinal)));
    }

    private static Func<IEnumerable<(string, bool)>, IEnumerable<(string, bool)>> Metaspace(JsonElement step)
    {
        var mark = step.TryGetProperty("replacement", out var replacement) ? replacement.GetString()! : "\u2581";
        // Older files say add_prefix_space alone.
        var scheme = step.TryGetProperty("prepend_scheme", out var named) ? named.GetString()
            : step.TryGetProperty("add_prefix_space", out var added) && !added.GetBoolean() ? "never" : "always";
        var split = !step.TryGetProperty("split", out var splits) || splits.GetBoolean();
        return words => words.SelectMany(word => Marked(word.Item1, word.Item2));

        IEnumerable<(string, bool)> Marked(string word, bool first)
        {
            var text = word.Replace(" ", mark);
            if (text.Length > 0 && !text.StartsWith(mark, StringComparison.Ordinal) && (scheme == "always" || (scheme == "first" && first)))
                text = mark + text;
            if (!split)
                return [(text, first)];
            var parts = new List<(string, bool)>();
            for (int start = 0, end; start < text.Length; start = end)
            {
                end = text.IndexOf(mark, start + 1, StringComparison.Ordinal) is >= 0 and var next ? next : text.Length;
                parts.Add((text[start..end], first && start == 0));
            }
            return parts;
        }
    }
}
