namespace SoraFunctions.Media.Lettering;

/// <summary>
/// Where lines may end. No closing mark may begin a line and no opening mark may end one (JIS X 4051, "kinsoku"; W3C, "Requirements for
/// Chinese Text Layout", 3.1.1).
/// </summary>
internal static class BreakPlaces
{
    private const string NoStart = "，。、．！？；：）》」』】〕〉］｝”’％‰℃·・…—～〜,.!?;:)]}%ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ゠–؟،؛।॥\u0e46\u0e2f";
    private const string NoEnd = "（《「『【〔〈［｛“‘¥￥$€£₩₹₪#＃(［{";
    private const string Ends = "，。、！？；：,.!?;:؟،؛।—–…";

    // Particles that belong to what stands before them.
    private const string Leaning = "的了吗呢吧啊们はがをにのもとでへや";

    // Japanese words that most phrases end with.
    private const string Particles = "がはをにでとも";

    // Characters that belong to what follows them.
    private const string Reaching = "仅第每这那不很最更都也就才又在把被让给与和一二两三四五六七八九十";

    // Short words that belong to what follows.
    private static readonly HashSet<string> _leading = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "with", "from", "your", "our", "is", "no", "not", "am", "im", "zum", "zur", "für", "und", "der",
        "die", "das", "mit", "le", "la", "les", "de", "des", "du", "et", "el", "los", "las", "y", "con", "il", "e", "di", "و", "في", "من",
    };

    /// <summary>The text cut wherever a line may end; each piece keeps its trailing space.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var clusters = WritingSystems.Clusters(text).ToList();
        var pieces = new List<string>();
        var piece = "";
        for (var i = 0; i < clusters.Count; i++)
        {
            piece += clusters[i];
            if (i + 1 < clusters.Count && !MayBreak(clusters[i], clusters[i + 1]))
                continue;
            pieces.Add(piece);
            piece = "";
        }

        return pieces;
    }

    /// <summary>How much speaks against a break: below zero where it is welcome.</summary>
    /// <param name="before">What ends the line.</param>
    /// <param name="after">What begins the next.</param>
    /// <param name="japanese">Whether they are Japanese, where characters stand together in words between kana.</param>
    /// <param name="mixed">Whether Latin words are names among characters: they stay together.</param>
    public static double Against(string before, string after, bool japanese, bool mixed = false)
    {
        var word = before.TrimEnd();
        if (word.Length == 0 || after.Length == 0)
            return 0;
        var (end, start) = (word[^1], after[0]);
        if (Ends.Contains(end))
            return -0.3;
        if (mixed && before.Length > word.Length)
            return IsFree(end.ToString()) || IsFree(start.ToString()) ? 0 : 1;
        if (before.Length > word.Length)
            return _leading.Contains(word) ? 0.25 : char.IsAsciiDigit(end) || start is '%' ? 0.3 : 0;
        if (Leaning.Contains(start))
            return 0.5;
        if (Reaching.Contains(end))
            return 0.4;
        if (japanese)
            return IsHiragana(start) ? Particles.Contains(end) ? 0.15 : 0.5 : IsHiragana(end) ? -0.1 : IsKatakana(end) == IsKatakana(start) ? 0.6 : 0.2;
        return end == '的' ? -0.1 : WritingSystems.IsUnspaced(end) ? 0.5 : 0.25;
    }

    private static bool MayBreak(string before, string after) =>
        after != " " && !NoStart.Contains(after, StringComparison.Ordinal) && !NoEnd.Contains(before, StringComparison.Ordinal)
        && (before is " " or "-" || IsFree(before) && !IsJoined(before, after) || IsFree(after) && !IsJoined(before, after) || WritingSystems.IsUnspaced(before[0]) && after[0] is >= 'เ' and <= 'ไ');

    // Korean is written with spaces and broken at them.
    private static bool IsFree(string cluster) => Typeface.IsCjk(cluster[0]) && !IsHangul(cluster[0]);

    private static bool IsJoined(string before, string after) =>
        before == "\u00a0" || after == "\u00a0" || char.IsAsciiDigit(before[0]) || char.IsAsciiLetterOrDigit(before[0]) && IsHangul(after[0]);

    private static bool IsHangul(char c) => c is >= '\u1100' and <= '\u11ff' or >= '\uac00' and <= '\ud7af';

    /// <summary>Whether a text has characters that lines may end after: Chinese and Japanese ones.</summary>
    public static bool HasCharacters(string text) => text.Any(c => Typeface.IsCjk(c) && !IsHangul(c));

    /// <summary>Whether a text is Japanese: whether it has kana.</summary>
    public static bool IsJapanese(string text) => text.Any(c => IsHiragana(c) || IsKatakana(c));

    private static bool IsHiragana(char c) => c is >= '\u3040' and <= '\u309f';

    private static bool IsKatakana(char c) => c is >= '\u30a0' and <= '\u30ff';
}
