namespace SoraFunctions.Pipeline.Words;

/// <summary>English word forms by rule; irregular ones stand in the lists by themselves.</summary>
internal static class Inflections
{
    /// <summary>The singular and the plural.</summary>
    public static IEnumerable<string> Noun(string noun)
    {
        yield return noun;
        yield return Third(noun);
    }

    /// <summary>Infinitive, third person, past and participle.</summary>
    public static IEnumerable<string> Verb(string verb) => [verb, Third(verb), Past(verb) + "ed", Stem(verb) + "ing"];

    /// <summary>Who does it: singular and plural.</summary>
    public static IEnumerable<string> Doer(string verb) => [Past(verb) + "er", Past(verb) + "ers"];

    private static string Stem(string verb) =>
        verb.EndsWith('e') ? verb[..^1] : Doubles(verb) ? verb + verb[^1] : verb;

    private static string Past(string verb) =>
        verb is [.., var before, 'y'] && !IsVowel(before) ? verb[..^1] + "i" : Stem(verb);

    private static string Third(string word) => word switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
        [.., var before, 'y'] when !IsVowel(before) => word[..^1] + "ies",
        _ => word + "s",
    };

    private static bool Doubles(string verb) =>
        verb is [.., var before, var vowel, var last]
        && !IsVowel(before) && IsVowel(vowel) && !IsVowel(last) && !"wxy".Contains(last)
        && verb.Count(IsVowel) == 1;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
