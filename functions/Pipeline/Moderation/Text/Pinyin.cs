using System.Collections.Frozen;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>Chinese terms with their syllables written in Latin letters, which hides them from whoever reads characters alone.</summary>
internal static class Pinyin
{
    /// <summary>Fewest characters of a term that is looked for in Latin letters throughout: shorter ones sound like too much else.</summary>
    private const int FewestSyllables = 3;

    /// <summary>Fewest letters of a syllable that stands amid characters: "AI" is none.</summary>
    private const int ShortestSyllable = 3;

    private static readonly FrozenDictionary<char, string> _syllables =
        EmbeddedTable.Rows("Moderation.Data.pinyin.tsv").ToFrozenDictionary(row => row[0][0], row => row[1]);

    /// <summary>The ways to write a term: all syllables in Latin letters, apart or together, and each one alone.</summary>
    /// <param name="term">In plain characters.</param>
    public static IEnumerable<string> Of(string term)
    {
        if (term.Length < 2 || !term.All(_syllables.ContainsKey))
        {
            yield break;
        }

        if (term.Length >= FewestSyllables)
        {
            foreach (var all in new[] { string.Join(' ', term.Select(c => _syllables[c])), string.Concat(term.Select(c => _syllables[c])) })
            {
                yield return all;
                if (all.Contains('v'))
                {
                    // \u00fc without its dots.
                    yield return all.Replace('v', 'u');
                }
            }
        }

        for (var i = 0; i < term.Length; i++)
        {
            if (_syllables[term[i]] is { Length: >= ShortestSyllable } syllable)
            {
                // A reading has a gap between the two scripts, or none.
                var (before, after) = (term[..i], term[(i + 1)..]);
                yield return before + syllable + after;
                yield return $"{before} {syllable} {after}".Trim();
            }
        }
    }
}
