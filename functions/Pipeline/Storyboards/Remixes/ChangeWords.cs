using SoraFunctions.Pipeline.Storyboards.Words;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Finds the words that speak of a change, as the table changes.tsv lists them.</summary>
internal static class ChangeWords
{
    private static readonly Dictionary<string, ChangeWord> _words = EmbeddedTable.Rows("Storyboards.Data.changes.tsv")
        .SelectMany(row => row[0].Split('|').Select(word => (Word: Segmenter.Normal(word), Sense: new ChangeWord(row[1], row[2].Replace('_', ' '), word, row.Length > 3 && row[3] == "head", row[1] == "music" || (row.Length > 3 && row[3] == "music")))))
        .DistinctBy(pair => (pair.Word, Music: pair.Sense.IsOfMusic))
        .GroupBy(pair => pair.Word).ToDictionary(group => group.Key, group => group.OrderBy(pair => pair.Sense.IsOfMusic).First().Sense);

    private static readonly Dictionary<string, ChangeWord> _music = EmbeddedTable.Rows("Storyboards.Data.changes.tsv").Where(row => row[1] == "music" || (row.Length > 3 && row[3] == "music"))
        .SelectMany(row => row[0].Split('|').Select(word => (Word: Segmenter.Normal(word), Sense: new ChangeWord(row[1], row[2], word, false, true))))
        .DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.Sense);

    private static readonly int _longest = _words.Keys.Max(word => word.Length);

    /// <summary>The words of change in a clause, and the clause with blanks in their places.</summary>
    /// <param name="clause">One wish.</param>
    /// <param name="ofMusic">Whether it speaks of music, so that words of style are those of music.</param>
    public static (string Left, IReadOnlyList<ChangeWord> Found) Read(string clause, bool ofMusic)
    {
        var normal = Segmenter.Normal(clause);
        var rest = clause.ToCharArray();
        var found = new List<ChangeWord>();
        var begun = false;
        for (var i = 0; i < normal.Length; i++)
        {
            if (normal[i] == ' ' || Segmenter.IsWithinWord(normal, i) || At(normal, i, ofMusic, begun) is not var (word, length))
            {
                begun |= char.IsLetterOrDigit(normal[i]) || normal[i] >= ShotNames.FirstName;
                continue;
            }

            found.Add(word);
            begun |= word.Kind is not ("filler" or "degree");
            Array.Fill(rest, ' ', i, length);
            i += length - 1;
        }

        return (new string(rest), found);
    }

    /// <summary>Whether a word stands in the table.</summary>
    public static bool Knows(string word) => _words.ContainsKey(word);

    /// <summary>Whether a text begins with a word of a kind that begins a wish.</summary>
    public static bool BeginsWish(string text) => text.TrimStart() is { Length: > 0 } words && At(Segmenter.Normal(words), 0, false, false) is var (word, _)
        && word.Kind is not ("filler" or "degree" or "count" or "music" or "rest" or "place" or "cannot");

    private static (ChangeWord Word, int Length)? At(string text, int i, bool ofMusic, bool begun)
    {
        for (var length = Math.Min(_longest, text.Length - i); length > 0; length--)
        {
            var word = text.Substring(i, length);
            if (!Segmenter.IsWithinWord(text, i + length)
                && ((ofMusic ? _music.GetValueOrDefault(word) : null) ?? _words.GetValueOrDefault(word)) is { } sense
                && (!sense.IsOfMusic || ofMusic) && !(sense.IsHead && begun))
            {
                return (sense, length);
            }
        }

        return null;
    }
}
