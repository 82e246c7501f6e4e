using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Tables;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Reads what is wrong as what is wanted, as the table complaints.tsv lists it: "too dark" is brighter, 太吵 is quieter.</summary>
internal static class Complaints
{
    private static readonly Dictionary<string, string> _wanted = EmbeddedTable.Rows("Storyboards.Data.complaints.tsv")
        .SelectMany(row => row[0].Split('|').Select(words => (Words: words, Wanted: row[1]))).ToDictionary(pair => pair.Words, pair => pair.Wanted);

    private static readonly Regex _any = new(
        string.Join('|', _wanted.Keys.OrderByDescending(words => words.Length).Select(words => char.IsAsciiLetter(words[0]) ? $@"\b{words}\b" : words)),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The text with wishes in place of complaints.</summary>
    public static string Answered(string text) => _any.Replace(text, match => _wanted[match.Value.ToLowerInvariant()]);
}
