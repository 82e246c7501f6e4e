namespace SoraFunctions.Media.Lettering;

/// <summary>
/// Breaks words into as few lines as fit, of even length, each ending where it reads best: between words in spaced scripts, between
/// characters in Chinese and Japanese. The breaks with the least against them are found for all lines at once (Knuth and Plass,
/// "Breaking paragraphs into lines", 1981).
/// </summary>
internal static class LineBreaker
{
    private const double TooWide = 1e4;
    private const double LonelyWord = 1.2;

    /// <summary>Words in lines.</summary>
    /// <param name="Lines">The lines.</param>
    /// <param name="Against">How much speaks against their ends and their lengths: about 0 is good, 0.5 is not.</param>
    internal readonly record struct Broken(IReadOnlyList<string> Lines, double Against);

    /// <summary>The lines.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Width of a piece of text.</param>
    /// <param name="limit">Greatest width of a line, in the unit of <paramref name="width"/>.</param>
    public static IReadOnlyList<string> Break(string text, Func<string, double> width, double limit) => Weigh(text, width, limit, 0).Lines;

    /// <summary>The lines, and how good they are.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Width of a piece of text.</param>
    /// <param name="limit">Greatest width of a line, in the unit of <paramref name="width"/>.</param>
    /// <param name="more">How many lines there may be beyond the fewest, where that ends them better.</param>
    /// <param name="whole">The text in pieces that stay whole; null to break wherever a line may end.</param>
    public static Broken Weigh(string text, Func<string, double> width, double limit, int more, IReadOnlyList<string>? whole = null)
    {
        var pieces = whole ?? BreakPlaces.Pieces(text);
        var fewest = Fewest(pieces, width, limit);
        if (fewest < 2 && more == 0 || pieces.Count < 2)
            return new Broken(text.Trim().Length == 0 ? [] : [text.Trim()], 0);
        if (more == 0 && AtStops(text, width, limit) is { } parts && parts.Count <= fewest)
            return new Broken(parts, -0.3);
        return Enumerable.Range(fewest, more + 1).Where(lines => lines <= pieces.Count).Select(lines => Even(pieces, width, limit, lines)).MinBy(broken => broken.Against);
    }

    /// <summary>Lines that end where the sense does, for scripts without spaces; null where such a line is too long.</summary>
    private static List<string>? AtStops(string text, Func<string, double> width, double limit)
    {
        var parts = new List<string> { "" };
        foreach (var c in text)
        {
            parts[^1] += c;
            if ("，。、！？；：".Contains(c))
                parts.Add("");
        }

        parts.RemoveAll(part => part.Length == 0);
        return parts.Count > 1 && parts.All(part => part.Length > 1 && width(part) <= limit) ? parts : null;
    }

    /// <summary>How many lines there are when each takes what it can.</summary>
    private static int Fewest(IReadOnlyList<string> pieces, Func<string, double> width, double limit)
    {
        var (lines, line) = (0, "");
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && width((line + piece).TrimEnd()) > limit)
            {
                lines++;
                line = "";
            }

            line += piece;
        }

        return line.Trim().Length > 0 ? lines + 1 : lines;
    }

    private static Broken Even(IReadOnlyList<string> pieces, Func<string, double> width, double limit, int lines)
    {
        var count = pieces.Count;
        var (japanese, mixed) = (pieces.Any(BreakPlaces.IsJapanese), pieces.Any(BreakPlaces.HasCharacters));
        var places = new double[count + 1];
        for (var i = 0; i < count; i++)
            places[i + 1] = places[i] + width(pieces[i]);
        var trims = pieces.Select(piece => width(piece) - width(piece.TrimEnd())).ToArray();
        var ideal = Math.Min(limit, places[count] / lines);

        // cost[l, j]: the least against l lines of the first j pieces.
        var cost = new double[lines + 1, count + 1];
        var from = new int[lines + 1, count + 1];
        for (var l = 0; l <= lines; l++)
        {
            for (var j = 0; j <= count; j++)
                cost[l, j] = l == 0 && j == 0 ? 0 : double.PositiveInfinity;
        }

        for (var l = 1; l <= lines; l++)
        {
            for (var j = l; j <= count; j++)
            {
                for (var i = l - 1; i < j; i++)
                {
                    var against = cost[l - 1, i] + Against(pieces, i, j, places[j] - places[i] - trims[j - 1], ideal, limit, japanese, mixed);
                    if (against < cost[l, j])
                        (cost[l, j], from[l, j]) = (against, i);
                }
            }
        }

        var broken = new List<string>();
        for (var (l, j) = (lines, count); l > 0; j = from[l, j], l--)
            broken.Insert(0, string.Concat(pieces.Skip(from[l, j]).Take(j - from[l, j])).TrimEnd());
        return new Broken(broken, cost[lines, count]);
    }

    private static double Against(IReadOnlyList<string> pieces, int from, int to, double width, double ideal, double limit, bool japanese, bool mixed)
    {
        var uneven = (width - ideal) / ideal;
        var against = uneven * uneven + (width > limit + 1e-9 ? TooWide + width : 0);
        if (to < pieces.Count)
            return against + BreakPlaces.Against(pieces[to - 1], pieces[to], japanese, mixed);
        // A widow: one short word, or a character or two, as the last line.
        var last = string.Concat(pieces.Skip(from).Take(to - from)).Trim();
        // Characters after a space are a word by themselves.
        if (mixed && from > 0 && last.Length > 1 && pieces[from - 1].EndsWith(' '))
            return against;
        return against + (from > 0 && (last.Length <= 2 || to - from == 1 && width < 0.5 * ideal) ? LonelyWord : 0);
    }
}
