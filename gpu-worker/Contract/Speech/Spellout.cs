using System.Globalization;
using System.Text.RegularExpressions;

namespace SoraFunctions.Contract.Speech;

/// <summary>
/// One way in which a language says whole numbers, as a list of rules, after the rule-based number formats of Unicode (UTS 35, part 3). A rule says the
/// numbers from its base up to the next rule's. In its words <c>{&lt;}</c> is how often its divisor (the power of ten that its base holds, unless
/// <c>base/divisor</c> names another) fits, <c>{&gt;}</c> the rest, and <c>{=}</c> the number itself; <c>{&lt;:name}</c> says it by another way.
/// <c>[words]</c> are left out, and of <c>a|b</c> the first is said, where there is no rest; <c>\s</c> is a space at an end.
/// </summary>
internal sealed partial class Spellout
{
    private readonly Rule[] _rules;
    private readonly Func<string, Spellout> _others;

    /// <summary>Reads the rules.</summary>
    /// <param name="lines">Base or base/divisor, and words; a later line takes the place of an earlier one with the same base.</param>
    /// <param name="others">Gives the other ways of the language.</param>
    public Spellout(IEnumerable<(string Base, string Words)> lines, Func<string, Spellout> others)
    {
        _others = others;
        _rules = [.. lines.Select(Read).GroupBy(rule => rule.Base).Select(same => same.Last()).OrderBy(rule => rule.Base)];
    }

    /// <summary>The number in words.</summary>
    /// <param name="number">0 and more.</param>
    public string Say(long number)
    {
        var rule = Array.FindLast(_rules, rule => rule.Base <= number) ?? throw new InvalidOperationException($"no rule says {number}");
        var (times, rest) = Math.DivRem(number, rule.Divisor);
        return string.Concat((rest == 0 ? rule.Even : rule.Odd).Select(part => part.What is not { } what
            ? part.Words
            : (part.Words.Length > 0 ? _others(part.Words) : this).Say(what switch { '<' => times, '>' => rest, _ => number })));
    }

    private static Rule Read((string Base, string Words) line)
    {
        var parts = line.Base.Split('/');
        var from = long.Parse(parts[0], CultureInfo.InvariantCulture);
        var divisor = 10L;
        while (from / divisor >= 10)
            divisor *= 10;
        var words = line.Words.Replace(@"\s", " ", StringComparison.Ordinal).Split('|');
        return new Rule(
            from,
            parts.Length > 1 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : divisor,
            Parts(Optional().Replace(words[0], "")),
            Parts(Optional().Replace(words[^1], "$1")));
    }

    private static Part[] Parts(string words) =>
    [
        .. Piece().Matches(words).Select(piece => piece.Groups["what"].Success
            ? new Part(piece.Groups["what"].Value[0], piece.Groups["way"].Value)
            : new Part(null, piece.Value)),
    ];

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(?<what>[<>=])(?::(?<way>[\w-]+))?\}|[^{]+")]
    private static partial Regex Piece();

    /// <param name="What">Which number is said, by the way that <paramref name="Words"/> names; null for words as they are.</param>
    /// <param name="Words">The name of a way, empty for the same; or the words.</param>
    private sealed record Part(char? What, string Words);

    private sealed record Rule(long Base, long Divisor, Part[] Even, Part[] Odd);
}
