using System.Globalization;

namespace SoraFunctions.Media.Lettering;

/// <summary>
/// Breaks words into lines of even length: between words in spaced scripts, between characters in Chinese and Japanese, where no
/// closing mark may begin a line and no opening mark may end one (kinsoku).
/// </summary>
internal static class LineBreaker
{
    private const string NoStart = "，。、！？；：）》」』】”’％·…—,.!?;:)%ーっゃゅょッャュョ々";
    private const string NoEnd = "（《「『【“‘¥$€£(";

    /// <summary>The lines, as few as fit the width, the longest as short as possible.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Width of a piece of text.</param>
    /// <param name="limit">Greatest width of a line, in the unit of <paramref name="width"/>.</param>
    public static IReadOnlyList<string> Break(string text, Func<string, double> width, double limit)
    {
        var pieces = Pieces(text);
        var lines = Fill(pieces, width, limit);
        if (lines.Count < 2)
            return lines;
        if (AtStops(text, width, limit) is { } parts && parts.Count <= lines.Count)
            return parts;
        var (low, high) = (0.0, limit);
        for (var i = 0; i < 12; i++)
        {
            var middle = (low + high) / 2;
            var tried = Fill(pieces, width, middle);
            if (tried.Count > lines.Count || tried.Any(line => width(line) > middle))
                low = middle;
            else
                (lines, high) = (tried, middle);
        }

        return lines;
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
        return parts.Count > 1 && parts.All(part => width(part) <= limit) ? parts : null;
    }

    private static List<string> Fill(List<string> pieces, Func<string, double> width, double limit)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && width((line + piece).TrimEnd()) > limit)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += piece;
        }

        if (line.Trim().Length > 0)
            lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>The text cut wherever a line may end; each piece keeps its trailing space.</summary>
    private static List<string> Pieces(string text)
    {
        var clusters = new List<string>();
        for (var walk = StringInfo.GetTextElementEnumerator(text); walk.MoveNext();)
            clusters.Add(walk.GetTextElement());
        var pieces = new List<string>();
        var piece = "";
        for (var i = 0; i < clusters.Count; i++)
        {
            piece += clusters[i];
            if (i + 1 < clusters.Count && MayBreak(clusters[i], clusters[i + 1]))
            {
                pieces.Add(piece);
                piece = "";
            }
        }

        pieces.Add(piece);
        return pieces;
    }

    private static bool MayBreak(string before, string after) =>
        after != " " && !NoStart.Contains(after, StringComparison.Ordinal) && !NoEnd.Contains(before, StringComparison.Ordinal)
        && (before is " " or "-" || Typeface.IsCjk(before[0]) || Typeface.IsCjk(after[0]));
}
