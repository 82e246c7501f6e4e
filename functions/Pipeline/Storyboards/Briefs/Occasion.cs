using SoraFunctions.Pipeline.Storyboards.Words;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>What a brief says of the picture's shape, of whom it is for and of when it is shown, in any of the languages of the table occasions.tsv.</summary>
/// <param name="Aspect">Across to down, such as <c>9:16</c>; null where it says none.</param>
/// <param name="Audience">Such as <c>teens</c>; null for nobody in particular.</param>
/// <param name="Season">Such as <c>christmas</c>; null for none.</param>
/// <param name="Text">The brief without its words for shape and audience, which say nothing of what is seen; every other character keeps its place.</param>
internal sealed record Occasion(string? Aspect, string? Audience, string? Season, string Text)
{
    private const string NoSeason = "-";
    private static readonly string[] _denials = ["no ", "not ", "not for ", "isn t ", "without ", "\u4e0d\u8981", "\u4e0d\u662f", "\u522b", "\u975e", "kein ", "keine ", "nicht ", "sin ", "no es ", "sans ", "pas "];
    private static readonly Dictionary<string, (string Slot, string Value)> _words = Words();
    private static readonly Dictionary<string, (string, string)>.AlternateLookup<ReadOnlySpan<char>> _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int _longest = _words.Keys.Max(words => words.Length);
    private static readonly HashSet<char> _firsts = [.. _words.Keys.Select(words => words[0])];

    /// <summary>What a brief says of them; the first of a kind counts.</summary>
    public static Occasion Of(string text)
    {
        var normal = Segmenter.Normal(text);
        var found = new Dictionary<string, string>();
        char[]? plain = null;
        for (var i = 0; i < normal.Length; i++)
        {
            if (!_firsts.Contains(normal[i]) || At(normal, i) is not var (slot, value, length) || IsDenied(normal, i))
            {
                continue;
            }

            if (value != NoSeason)
            {
                found.TryAdd(slot, value);
            }

            if (slot != "season")
            {
                plain ??= text.ToCharArray();
                Array.Fill(plain, ' ', i, length);
                // What stands before it says nothing of what stands behind it.
                plain[i] = ',';
            }

            i += length - 1;
        }

        return new Occasion(found.GetValueOrDefault("aspect"), found.GetValueOrDefault("audience"), found.GetValueOrDefault("season"), plain is null ? text : new string(plain));
    }

    private static (string Slot, string Value, int Length)? At(string text, int i)
    {
        if (IsWithin(text, i - 1, i))
        {
            return null;
        }

        for (var length = Math.Min(_longest, text.Length - i); length > 0; length--)
        {
            if (!IsWithin(text, i + length - 1, i + length) && _lookup.TryGetValue(text.AsSpan(i, length), out var found))
            {
                return (found.Item1, found.Item2, length);
            }
        }

        return null;
    }

    /// <summary>Whether two neighbouring characters are of one word or number.</summary>
    private static bool IsWithin(string text, int left, int right) =>
        left >= 0 && right < text.Length && ((IsLetter(text[left]) && IsLetter(text[right])) || (char.IsAsciiDigit(text[left]) && char.IsAsciiDigit(text[right])));

    private static bool IsLetter(char c) => char.IsLetter(c) && c < '\u2e80';

    private static bool IsDenied(string text, int i) => Array.Exists(_denials, denial => text.AsSpan(0, i).EndsWith(denial, StringComparison.Ordinal));

    private static Dictionary<string, (string Slot, string Value)> Words()
    {
        var rows = EmbeddedTable.Rows("Storyboards.Data.occasions.tsv");
        var cues = rows.Where(row => row[1] == "audience-cue").SelectMany(row => row[0].Split('|')).ToArray();
        var words = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row[1] != "audience-cue"))
        {
            foreach (var word in row[0].Split('|'))
            {
                foreach (var phrase in row[1] == "audience" ? cues.Select(cue => cue.Replace("{}", word, StringComparison.Ordinal)) : [word])
                {
                    words.TryAdd(Segmenter.Normal(phrase), (row[1], row[2]));
                }
            }
        }

        return words;
    }
}
