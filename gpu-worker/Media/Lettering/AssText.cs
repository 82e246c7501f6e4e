using System.Globalization;
using System.Text;

namespace SoraFunctions.Media.Lettering;

/// <summary>Makes foreign words harmless in an ASS script: they can neither open an override block nor end the line.</summary>
internal static class AssText
{
    /// <summary>One line of plain words: control characters are spaces, nothing is left of invisible ones.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0x00a0 or 0x202f)
                clean.Append('\u00a0');
            else if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned) || rune.Value is 0x200c or 0x200d)
                clean.Append(rune);
        }

        return clean.ToString().Trim();
    }

    /// <summary>Escapes cleaned words. A word joiner after a backslash keeps it from being read with the next character.</summary>
    public static string Escape(string clean)
    {
        var safe = new StringBuilder();
        foreach (var c in clean)
            safe.Append(c switch { '\\' => "\\\u2060", '{' => "\\{", '}' => "\\}", _ => c.ToString() });
        return safe.ToString();
    }
}
