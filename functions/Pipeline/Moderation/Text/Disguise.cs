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
    private static readonly Dictionary<char, string> _signs =
        EmbeddedTable.Rows("Moderation.Data.signs.tsv").ToDictionary(row => row[0][0], row => row[1]);

    /// <summary>Words spelled with signs, and three or more single letters in a row.</summary>
    public static IReadOnlyList<Span> Signs(IReadOnlyList<Chunk> chunks)
    {
        var spans = new List<Span>();
        for (var i = 0; i < chunks.Count; i++)
        {
            var (run, last) = SingleLetters(chunks, i);
            if (run.Length >= 3 && run.Any(char.IsLetter))
            {
                spans.Add(new Span(chunks[i].Start, chunks[last].End, [.. Spelled(run).Select(letters => Reading.Joined + letters)]));
                i = last;
            }
            else if (Inside(chunks[i].Text) is { Count: > 0 } readings)
            {
                spans.Add(new Span(chunks[i].Start, chunks[i].End, readings));
            }
        }

        return spans;
    }

    /// <summary>Gaps beside a lone letter or lone Chinese character that would be no gap if a word was torn there.</summary>
    public static IReadOnlyList<Span> Gaps(string folded, IReadOnlyList<Chunk> chunks)
    {
        var latin = chunks.Zip(chunks.Skip(1))
            .Where(pair => IsTorn(pair.First.Text, pair.Second.Text) && folded.AsSpan(pair.First.End..pair.Second.Start).IsWhiteSpace())
            .Select(pair => (pair.First.End, pair.Second.Start));
        var pieces = HanPieces(folded);
        var han = pieces.Zip(pieces.Skip(1))
            .Where(pair => (pair.First.Length == 1 || pair.Second.Length == 1)
                && pair.Second.Start - pair.First.End <= WidestGap
                && !folded[pair.First.End..pair.Second.Start].Any(char.IsLetterOrDigit))
            .Select(pair => (pair.First.End, pair.Second.Start));
        return [.. latin.Concat(han).OrderBy(gap => gap.End).Select(gap => new Span(gap.End, gap.Start, [""]))];
    }

    private static bool IsTorn(string left, string right) =>
        left.All(char.IsLetter) && right.All(char.IsLetter)
        && (left.Length == 1) != (right.Length == 1) && left.Length + right.Length is >= 4 and <= 8;

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
            var letters = string.Concat(chunks[i].Text.Where(c => char.IsLetterOrDigit(c) || _signs.ContainsKey(c)));
            if (letters.Length > 1)
            {
                break;
            }

            if (letters.Length == 1)
            {
                run += letters;
                last = i;
            }
            else if (i == from)
            {
                break;
            }
        }

        return (run, last);
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
                pieces.Add(new Chunk(folded[start..i], start));
            }
        }

        return pieces;
    }
}
