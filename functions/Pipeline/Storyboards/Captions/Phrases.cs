using System.Globalization;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Captions;

/// <summary>Set phrases by language; English where a language has none.</summary>
internal static class Phrases
{
    private static readonly Dictionary<string, string[]> _phrases =
        EmbeddedTable.Rows("Storyboards.Data.phrases.tsv").ToDictionary(row => row[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>The invitation to buy.</summary>
    public static string Shop(string language) => Row(language)[1];

    /// <summary>The invitation to look.</summary>
    public static string Look(string language) => Row(language)[2];

    /// <summary>So many reviews.</summary>
    /// <param name="count">How many, as the language writes numbers.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string Reviews(string count, string language) => Row(language)[3].Replace("{0}", count, StringComparison.Ordinal);

    /// <summary>How it was.</summary>
    public static string Before(string language) => Row(language)[5];

    /// <summary>How it is.</summary>
    public static string After(string language) => Row(language)[6];

    /// <summary>Two sentences in a row, as the language ends them.</summary>
    /// <param name="first">Without its full stop.</param>
    /// <param name="second">Likewise.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string Sentences(string first, string second, string language) =>
        string.Format(CultureInfo.InvariantCulture, Row(language)[4], first.TrimEnd('.', '。', '।'), second.TrimEnd('.', '。', '।'));

    private static string[] Row(string language) =>
        _phrases.GetValueOrDefault(language)
        ?? _phrases.GetValueOrDefault(language is "zh-HK" or "zh-Hant" or "zh-MO" ? "zh-TW" : language.Split('-')[0])
        ?? _phrases["en"];
}
