using System.Collections.Frozen;
using SoraFunctions.Pipeline.Tables;
using SoraFunctions.Pipeline.Words;

namespace SoraFunctions.Pipeline.Moderation.Text;

/// <summary>Finds words with digits and signs in place of letters, spelled apart, torn or run together.</summary>
internal static class Disguise
{
    private const int MostReadings = 24;
    private const int LongestChunk = 40;
    private const int LongestRun = 400;
    private const int WidestGap = 6;

    /// <summary>Longest word that a lone letter is taken for a part of.</summary>
    private const int LongestTorn = 8;

    private static readonly FrozenDictionary<char, string> _signs =
        EmbeddedTable.Rows("Moderation.Data.signs.tsv").ToFrozenDictionary(row => row[0][0], row => row[1]);

    /// <summary>Words spelled with signs, and three or more single letters in a row.</summary>
    public static IReadOnlyList<Span> Signs(IReadOnlyList<Chunk> chunks)
    {
        var spans = new List<Span>();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (IsPlainWord(chunks[i].Text))
            {
                continue;
            }

            var (run, last) = SingleLetters(chunks, i);
            if (run.Length >= 3 && run.Any(char.IsLetter))
            {
                spans.Add(new Span(chunks[i].Start, chunks[last].End, [.. Spelled(run).Select(letters => Reading.Joined + letters)]));
                i = last;
            }
            else if (Inside(chunks[i].Text.ToString()) is { Count: > 0 } readings)
            {
                spans.Add(new Span(chunks[i].Start, chunks[i].End, readings));
            }
        }

        return spans;
    }

    /// <summary>Gaps that would be no gaps if a word was torn there: beside a lone letter or Chinese character, or where two pieces make a listed word.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <param name="torn">Knows the words that are looked for.</param>
    public static IReadOnlyList<Span> Gaps(string folded, IReadOnlyList<Chunk> chunks, TornWords torn)
    {
        var gaps = new List<Span>();
        for (var i = 1; i < chunks.Count; i++)
        {
            var (left, right) = (chunks[i - 1], chunks[i]);
            if (left.Length + right.Length is >= TornWords.Shortest and <= TornWords.Longest && left.IsWord && right.IsWord
                && folded.AsSpan(left.End..right.Start).IsWhiteSpace()
                && (IsTorn(left, right) || torn.Has(left.Text, right.Text)))
            {
                gaps.Add(new Span(left.End, right.Start, [""]));
            }
        }

        var latin = gaps.Count;
        var pieces = HanPieces(folded);
        for (var i = 1; i < pieces.Count; i++)
        {
            var (left, right) = (pieces[i - 1], pieces[i]);
            if ((left.Length == 1 || right.Length == 1) && right.Start - left.End <= WidestGap && !HasLetter(folded.AsSpan(left.End..right.Start)))
            {
                gaps.Add(new Span(left.End, right.Start, [""]));
            }
        }

        return latin > 0 && gaps.Count > latin ? [.. gaps.OrderBy(gap => gap.Start)] : gaps;
    }

    // An article is a word of its own: "yourself a gallery".
    private static bool IsTorn(Chunk left, Chunk right) =>
        (left.Length == 1) != (right.Length == 1) && left.Length + right.Length <= LongestTorn && left.Text is not ("a" or "A");

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is a word as most are: two letters or more, a capital at most in front or all through, a comma or full stop behind.</summary>
    private static bool IsPlainWord(ReadOnlySpan<char> chunk)
    {
        var word = chunk.TrimEnd(",.!?;:");
        if (word.Length < 2)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsLetter(word[i]) || (i > 0 && char.IsUpper(word[i]) && char.IsLower(word[i - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> Inside(string chunk)
    {
        var core = chunk.Trim('.', ',', '?', ':', ';', '"', '\'', '(', ')', '[', ']', '!', '-', '~', '#', '/', '\u2019', '\u201c', '\u201d');
        if (core.Length is < 2 or > LongestChunk || !core.Any(char.IsLetter))
        {
            return [];
        }

        var readings = core.All(char.IsLetter) ? [] : Spelled(core);

        // Words run together in a hashtag: a capital begins a new one.
        if (Enumerable.Range(1, core.Length - 1).Any(i => char.IsUpper(core[i]) && char.IsLower(core[i - 1])))
        {
            readings.Add(string.Concat(core.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(core[i - 1]) ? $" {c}" : $"{c}")));
        }

        return readings;
    }

    /// <summary>The letters of the chunks from one on that have one each, and the last of them; chunks without any are passed over.</summary>
    private static (string Run, int Last) SingleLetters(IReadOnlyList<Chunk> chunks, int from)
    {
        var run = "";
        var last = from;
        for (var i = from; i < chunks.Count && run.Length < LongestRun; i++)
        {
            var (count, letter) = Letters(chunks[i].Text);
            if (count > 1 || (count == 0 && i == from))
            {
                break;
            }

            if (count == 1)
            {
                run += letter;
                last = i;
            }
        }

        return (run, last);
    }

    private static (int Count, char Last) Letters(ReadOnlySpan<char> chunk)
    {
        var (count, last) = (0, '\0');
        foreach (var c in chunk)
        {
            if (char.IsLetterOrDigit(c) || _signs.ContainsKey(c))
            {
                (count, last) = (count + 1, c);
            }
        }

        return (count, last);
    }

    /// <summary>All ways to read signs as letters, up to a bound; signs that stand for none vanish.</summary>
    private static List<string> Spelled(string core)
    {
        List<string> readings = [""];
        foreach (var c in core)
        {
            var letters = char.IsLetter(c) ? char.ToLowerInvariant(c).ToString() : _signs.GetValueOrDefault(c, "");
            if (letters.Length > 0)
            {
                readings = [.. letters.SelectMany(letter => readings.Select(reading => reading + letter)).Take(MostReadings)];
            }
        }

        return readings;
    }

    private static List<Chunk> HanPieces(string folded)
    {
        var pieces = new List<Chunk>();
        for (var i = 0; i < folded.Length; i++)
        {
            var start = i;
            while (i < folded.Length && Chinese.IsHan(folded[i]))
            {
                i++;
            }

            if (i > start)
            {
                pieces.Add(new Chunk(folded, start, i - start));
            }
        }

        return pieces;
    }
}
