using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Mends slips of the keyboard in English words: two letters that changed places, one left out, one too many.</summary>
internal static partial class Typos
{
    private const int Shortest = 5;
    private static readonly string[] _grammar =
        ["replace", "change", "make", "second", "third", "fourth", "first", "last", "shot", "shots", "scene", "scenes", "with", "instead", "remove", "everything", "please", "should", "caption", "every", "except",
        "could", "would", "there", "these", "those", "their", "where", "which", "while", "again", "still", "other", "rather", "about", "after", "before", "being", "doing", "might", "shall", "really",
        "whole", "entire", "apart", "besides", "opening", "closing", "ending", "final", "start", "beginning", "needs", "looks", "reads", "saying", "using", "having", "given", "taken", "since", "until",
        "swapped", "moved", "below", "above", "under", "within", "without", "thank", "thanks", "cheers", "hello", "maybe", "quite", "bring", "place", "every", "wants", "place", "keeps", "never", "always"];

    /// <summary>The text with the words meant, and a warning that says so; null when there was nothing to mend.</summary>
    public static (string Text, string? Warning) Corrected(string text)
    {
        var mended = new List<string>();
        var corrected = Word().Replace(text, match =>
        {
            var word = match.Value.ToLowerInvariant();
            if (word.Length < Shortest || char.IsUpper(match.Value[0]) || IsKnown(word) || LeftOut.IsPlain(word) || Meant(word) is not { } meant)
            {
                return match.Value;
            }

            mended.Add($"'{match.Value}' as '{meant}'");
            return meant;
        });
        return (corrected, mended.Count == 0 ? null : $"Read {string.Join(", ", mended)}.");
    }

    private static string? Meant(string word)
    {
        var candidates = Enumerable.Range(0, word.Length - 1).Select(i => word[..i] + word[i + 1] + word[i] + word[(i + 2)..])
            .Concat(Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)))
            .Concat(Enumerable.Range(1, word.Length).SelectMany(i => "abcdefghijklmnopqrstuvwxyz".Select(c => word.Insert(i, c.ToString()))));
        return candidates.FirstOrDefault(candidate => candidate.Length >= Shortest && candidate[0] == word[0] | candidate[0] == word[1] && IsKnown(candidate));
    }

    private static bool IsKnown(string word) => _grammar.Contains(word) || ChangeWords.Knows(word) || Lexicon.BuiltIn.Find(word) is not null;

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
