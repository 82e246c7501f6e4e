using System.Text.RegularExpressions;

namespace SoraFunctions.Contract.Speech;

/// <summary>How long words take to say, told from their letters alone.</summary>
public static partial class SpeechLength
{
    /// <summary>Seconds of quiet after a comma, at the usual rate.</summary>
    public const double CommaPause = 0.18;

    /// <summary>Seconds of quiet after a sentence, at the usual rate.</summary>
    public const double SentencePause = 0.36;

    private const double Usual = 5.0;

    // Syllables a second in reading aloud (Pellegrino, Coupé, Marsico 2011, Language 87(3): en 6.19, de 5.97, es 7.82, fr 7.18, it 6.99, ja 7.84,
    // zh 5.18; Coupé et al. 2019, Science Advances 5(9): ko about 7; Portuguese of Brazil between French and Spanish), at three quarters: the
    // narrator of an advertisement says about 150 English words a minute.
    private static readonly Dictionary<string, double> _rates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = 4.6, ["de"] = 4.5, ["fr"] = 5.4, ["es"] = 5.8, ["it"] = 5.2, ["pt"] = 5.2, ["zh"] = 3.9, ["ja"] = 5.9, ["ko"] = 5.2,
    };

    /// <summary>Seconds that a text takes at the usual rate, its pauses included and none after its end.</summary>
    /// <param name="text">As it is written; figures count as they are read.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static double Seconds(string text, string language)
    {
        var spoken = ReadAloud.Joined(ReadAloud.Words(text, language));
        var inner = Ending().Replace(spoken, "");
        return Syllables(spoken, language) / SyllablesASecond(language)
            + CommaMark().Count(inner) * CommaPause + SentenceMark().Count(inner) * SentencePause;
    }

    /// <summary>Syllables a second of a narrator.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static double SyllablesASecond(string language) => _rates.GetValueOrDefault(language.Split('-')[0], Usual);

    /// <summary>Syllables of words as they are said: groups of vowels, characters of Chinese and Korean, morae of Japanese.</summary>
    /// <param name="spoken">The words.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static double Syllables(string spoken, string language)
    {
        var primary = language.Split('-')[0].ToLowerInvariant();
        var wide = spoken.Sum(c => c switch
        {
            'ァ' or 'ィ' or 'ゥ' or 'ェ' or 'ォ' or 'ャ' or 'ュ' or 'ョ' or 'ゃ' or 'ゅ' or 'ょ' or 'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' => 0.0,
            >= '\u3041' and <= '\u30ff' => 1,
            >= '\u3400' and <= '\u9fff' => primary == "ja" ? 1.9 : 1,
            >= '\uac00' and <= '\ud7af' => 1,
            _ => 0,
        });
        return wide + Word().Matches(spoken).Sum(word => Math.Max(1, Vowels().Count(Silent(word.Value.ToLowerInvariant(), primary))));
    }

    // What is written at the end of a word but not said.
    private static string Silent(string word, string language) => language switch
    {
        "en" => EnglishEnding().Replace(word, ""),
        "fr" => FrenchEnding().Replace(word, ""),
        _ => word,
    };

    [GeneratedRegex(@"[\p{L}\p{M}'’-[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[aeiouyáéíóúàèìòùâêîôûäëïöüãõæœåøÿ]+")]
    private static partial Regex Vowels();

    [GeneratedRegex(@"(?<=[aeiouy].*[^l])es?$|(?<=[aeiouy].*[^td])ed$|(?<=[aeiouy]l)e$")]
    private static partial Regex EnglishEnding();

    [GeneratedRegex(@"(?<=[aeiouyéèêàâîôûù].*)(?:es?|ent)$")]
    private static partial Regex FrenchEnding();

    [GeneratedRegex(@"[\s\p{P}]+$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"[,;:，、；：](?!\d)")]
    private static partial Regex CommaMark();

    [GeneratedRegex(@"[.!?。！？]+(?=\s|$)|[。！？]+")]
    private static partial Regex SentenceMark();
}
