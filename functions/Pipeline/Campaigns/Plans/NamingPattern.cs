using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Campaigns.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>How videos of a campaign are called: names that are fit for files, each once in a run.</summary>
public sealed partial class NamingPattern
{
    /// <summary>The pattern that is taken when none is given.</summary>
    public const string Usual = "{sku}-{locale}-{channel}-{variant}";

    private const int LongestName = 180;
    private static readonly FrozenSet<string> _words = ["campaign", "sku", "product", "locale", "channel", "variant", "number", "date"];

    private readonly IReadOnlyList<(string Text, bool IsWord)> _parts;

    private NamingPattern(string pattern) => _parts = [.. Parts(pattern)];

    /// <summary>The pattern of a campaign.</summary>
    /// <param name="wish">A campaign that keeps to <see cref="CampaignRules"/>.</param>
    public static NamingPattern Of(CampaignWish wish) => new(wish.Naming ?? Usual);

    /// <summary>What is wrong with a pattern; null for nothing.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="many">The words of which a campaign has more than one value.</param>
    public static string? Fault(string pattern, IReadOnlyCollection<string> many)
    {
        if (pattern.Length is 0 or > 200 || !Form().IsMatch(pattern))
        {
            return "must have 1 to 200 letters, digits, '.', '_', '-' and words in braces";
        }

        var words = Parts(pattern).Where(part => part.IsWord).Select(part => part.Text).ToHashSet();
        if (words.FirstOrDefault(word => !_words.Contains(word)) is { } unknown)
        {
            return $"has the word {{{unknown}}}; accepted: {string.Join(", ", _words.Order().Select(word => $"{{{word}}}"))}";
        }

        return words.Contains("number") || many.All(words.Contains)
            ? null
            : $"would give several videos one name; it needs {{number}}, or all of {string.Join(", ", many.Select(word => $"{{{word}}}"))}";
    }

    /// <summary>The name of a cell: up to 180 letters, digits, '.', '_' and '-', and what stands in its place behind it where that is longer.</summary>
    /// <param name="campaign">The campaign's name.</param>
    /// <param name="product">The product.</param>
    /// <param name="locale">The language.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="number">The cell's number.</param>
    /// <param name="date">When the run was due.</param>
    public string For(string campaign, PlannedProduct product, string locale, string channel, string variant, int number, DateTimeOffset date)
    {
        var name = new StringBuilder();
        foreach (var (text, isWord) in _parts)
        {
            name.Append(!isWord ? text : text switch
            {
                "campaign" => Plain(campaign),
                "sku" => product.Sku,
                "product" => Plain(product.Title),
                "locale" => locale,
                "channel" => channel,
                "variant" => variant,
                "number" => (number + 1).ToString("D5", CultureInfo.InvariantCulture),
                _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            });
        }

        return name.Length <= LongestName ? name.ToString() : string.Create(CultureInfo.InvariantCulture, $"{name.ToString(0, LongestName - 6)}-{number + 1:D5}");
    }

    private static string Plain(string text)
    {
        var plain = Unfit().Replace(text, "-").Trim('-');
        return plain.Length > 0 ? plain[..Math.Min(60, plain.Length)] : "x";
    }

    private static IEnumerable<(string Text, bool IsWord)> Parts(string pattern)
    {
        var last = 0;
        foreach (Match match in Word().Matches(pattern))
        {
            if (match.Index > last)
            {
                yield return (pattern[last..match.Index], false);
            }

            yield return (match.Value[1..^1], true);
            last = match.Index + match.Length;
        }

        if (last < pattern.Length)
        {
            yield return (pattern[last..], false);
        }
    }

    [GeneratedRegex(@"\A(?:[A-Za-z0-9._-]|\{[a-z]+\})+\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\p{L}\p{Nd}._]+")]
    private static partial Regex Unfit();
}
