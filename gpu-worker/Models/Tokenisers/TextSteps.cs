using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>Reads the normalisation steps of a tokenizer.json into a function.</summary>
internal static class TextSteps
{
    /// <summary>What a "normalizer" does.</summary>
    /// <exception cref="NotSupportedException">A step is not known.</exception>
    /// <exception cref="InvalidDataException">A table is damaged.</exception>
    public static Func<string, string> Read(JsonElement step)
    {
        if (step.ValueKind == JsonValueKind.Null)
            return text => text;
        switch (step.GetProperty("type").GetString())
        {
            case "Sequence":
                var steps = step.GetProperty("normalizers").EnumerateArray().Select(Read).ToArray();
                return text => steps.Aggregate(text, (current, one) => one(current));
            case "Precompiled":
                var blob = step.GetProperty("precompiled_charsmap");
                if (blob.ValueKind == JsonValueKind.Null || blob.GetString() == "")
                    return text => text.Normalize(NormalizationForm.FormKC);
                return new CharacterMap(blob.GetBytesFromBase64()).NormaliseClusters;
            case "NFC": return text => text.Normalize(NormalizationForm.FormC);
            case "NFD": return text => text.Normalize(NormalizationForm.FormD);
            case "NFKC": return text => text.Normalize(NormalizationForm.FormKC);
            case "NFKD": return text => text.Normalize(NormalizationForm.FormKD);
            case "Lowercase": return LowerCase;
            case "Strip": return Strip(step);
            case "Replace": return Replace(step);
            case "Prepend":
                var prefix = step.GetProperty("prepend").GetString();
                return text => text.Length == 0 ? text : prefix + text;
            case var other: throw new NotSupportedException($"the tokenizer's normalizer {other} is not known");
        }
    }

    /// <summary>Lower case character by character, as Unicode maps each alone.</summary>
    public static string LowerCase(string text) => text.ToLowerInvariant().Replace("\u0130", "i\u0307");

    private static Func<string, string> Strip(JsonElement step)
    {
        var (left, right) = (step.GetProperty("strip_left").GetBoolean(), step.GetProperty("strip_right").GetBoolean());
        return text =>
        {
            var start = left ? text.TrimStart() : text;
            return right ? start.TrimEnd() : start;
        };
    }

    private static Func<string, string> Replace(JsonElement step)
    {
        var content = step.GetProperty("content").GetString()!;
        var pattern = step.GetProperty("pattern");
        if (pattern.TryGetProperty("String", out var literal))
            return text => text.Replace(literal.GetString()!, content);
        var expression = new Regex(pattern.GetProperty("Regex").GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        return text => expression.Replace(text, content.Replace("$", "$$"));
    }
}
