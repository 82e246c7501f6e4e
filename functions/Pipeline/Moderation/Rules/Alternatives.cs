using System.Globalization;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>Words of a list that stand for several: <c>{cut|slit} wrists</c>, <c>{1-17} year old</c>.</summary>
internal static class Alternatives
{
    /// <summary>All that the words stand for; the words themselves where there are no braces.</summary>
    /// <param name="words">As written. Braces don't stand within braces.</param>
    /// <exception cref="FormatException">A brace is not closed, or a range is none.</exception>
    public static IEnumerable<string> Of(string words)
    {
        var open = words.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return [words];
        }

        var close = words.IndexOf('}', open);
        if (close < 0)
        {
            throw new FormatException($"'{words}' has a brace that is not closed");
        }

        return from choice in Choices(words[(open + 1)..close])
               from rest in Of(words[(close + 1)..])
               select words[..open] + choice + rest;
    }

    private static IEnumerable<string> Choices(string inside) => !inside.Contains('|', StringComparison.Ordinal) && inside.Split('-') is [var first, var last]
        ? Enumerable.Range(Number(first), Number(last) - Number(first) + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))
        : inside.Split('|');

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
