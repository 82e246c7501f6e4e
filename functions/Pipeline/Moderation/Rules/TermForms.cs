using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>The forms in which a term of a list is looked for.</summary>
internal static class TermForms
{
    /// <summary>All forms, the term's own among them.</summary>
    /// <param name="kind">How it is matched.</param>
    /// <param name="words">In plain letters.</param>
    public static IEnumerable<string> Of(TermKind kind, string words)
    {
        var first = words.IndexOf(' ');
        var last = words.LastIndexOf(' ') + 1;
        return kind switch
        {
            TermKind.Noun => Inflections.Noun(words[last..]).Select(noun => words[..last] + noun),
            TermKind.Verb when first < 0 => Inflections.Verb(words).Concat(Inflections.Doer(words)),
            TermKind.Verb => Inflections.Verb(words[..first]).Select(verb => verb + words[first..]),
            TermKind.Name when first > 0 => [words, words.Replace(" ", "")],
            _ => [words],
        };
    }
}
