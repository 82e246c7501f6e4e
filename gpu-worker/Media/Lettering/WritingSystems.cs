using System.Globalization;
using System.Text;

namespace SoraFunctions.Media.Lettering;

/// <summary>Which script words are written in, and which way it runs.</summary>
internal static class WritingSystems
{
    // Blocks of the Unicode standard, each with the Noto family that draws it.
    private static readonly (int From, int To, string Family)[] _families =
    [
        (0x0530, 0x058f, "Noto Sans Armenian"),
        (0x0590, 0x05ff, "Noto Sans Hebrew"),
        (0x0600, 0x06ff, "Noto Sans Arabic"),
        (0x0750, 0x077f, "Noto Sans Arabic"),
        (0x08a0, 0x08ff, "Noto Sans Arabic"),
        (0x0900, 0x097f, "Noto Sans Devanagari"),
        (0x0980, 0x09ff, "Noto Sans Bengali"),
        (0x0a00, 0x0a7f, "Noto Sans Gurmukhi"),
        (0x0a80, 0x0aff, "Noto Sans Gujarati"),
        (0x0b80, 0x0bff, "Noto Sans Tamil"),
        (0x0c00, 0x0c7f, "Noto Sans Telugu"),
        (0x0c80, 0x0cff, "Noto Sans Kannada"),
        (0x0d00, 0x0d7f, "Noto Sans Malayalam"),
        (0x0d80, 0x0dff, "Noto Sans Sinhala"),
        (0x0e00, 0x0e7f, "Noto Sans Thai"),
        (0x0e80, 0x0eff, "Noto Sans Lao"),
        (0x1000, 0x109f, "Noto Sans Myanmar"),
        (0x10a0, 0x10ff, "Noto Sans Georgian"),
        (0x1200, 0x137f, "Noto Sans Ethiopic"),
        (0x1780, 0x17ff, "Noto Sans Khmer"),
        (0xfb1d, 0xfb4f, "Noto Sans Hebrew"),
        (0xfb50, 0xfdff, "Noto Sans Arabic"),
        (0xfe70, 0xfefc, "Noto Sans Arabic"),
    ];

    /// <summary>The family of the first letter that Inter has not, but for Chinese, Japanese and Korean; null for none.</summary>
    public static string? FamilyOf(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var (from, to, family) in _families)
            {
                if (rune.Value >= from && rune.Value <= to)
                    return family;
            }
        }

        return null;
    }

    /// <summary>Whether words run from right to left: whether their first strong letter is Hebrew or Arabic (Unicode annex 9, P2).</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x0590 and <= 0x08ff or >= 0xfb1d and <= 0xfdff or >= 0xfe70 and <= 0xfefc && Rune.IsLetter(rune))
                return true;
            if (Rune.IsLetter(rune))
                return false;
        }

        return false;
    }

    /// <summary>Whether words are written without spaces, in a script of South-East Asia.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u0e00' and <= '\u0eff' or >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff';

    /// <summary>Whether a cluster is drawn as a small picture: an emoji by itself, a flag, or a sign that asks for it.</summary>
    public static bool IsEmoji(string cluster)
    {
        var first = Rune.GetRuneAt(cluster, 0).Value;
        return first is >= 0x1f1e6 and <= 0x1f1ff or >= 0x1f300 and <= 0x1faff or 0x231a or 0x231b or >= 0x23e9 and <= 0x23ec or 0x23f0 or 0x23f3
                or 0x25fd or 0x25fe or 0x2614 or 0x2615 or >= 0x2648 and <= 0x2653 or 0x267f or 0x2693 or 0x26a1 or 0x26bd or 0x26be or 0x26c4 or 0x26c5
                or 0x26ce or 0x26d4 or 0x26ea or 0x26f2 or 0x26f3 or 0x26f5 or 0x26fa or 0x26fd or 0x2705 or 0x270a or 0x270b or 0x2728 or 0x274c or 0x274e
                or >= 0x2753 and <= 0x2755 or 0x2757 or >= 0x2795 and <= 0x2797 or 0x27b0 or 0x27bf or 0x2b1b or 0x2b1c or 0x2b50 or 0x2b55
            || cluster.Contains('\ufe0f', StringComparison.Ordinal) && first is >= 0x2100 and <= 0x2bff or 0xa9 or 0xae;
    }

    /// <summary>The characters as readers count them.</summary>
    public static IEnumerable<string> Clusters(string text)
    {
        for (var walk = StringInfo.GetTextElementEnumerator(text); walk.MoveNext();)
            yield return walk.GetTextElement();
    }
}
