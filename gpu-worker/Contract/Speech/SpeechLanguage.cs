using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SoraFunctions.Contract.Speech;

/// <summary>What one language says for what is written in figures and signs. Read once from its file; serves all threads.</summary>
internal sealed partial class SpeechLanguage
{
    private const string Usual = "cardinal";
    private const string Numbers = "numbers ";

    private static readonly ConcurrentDictionary<string, SpeechLanguage?> _known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<string, Spellout> _ways = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string[]> _months;

    private SpeechLanguage(LanguageFile file)
    {
        _texts = file.Lines("text").GroupBy(line => line.Key).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
        var named = file.Sections.Where(section => section.StartsWith(Numbers, StringComparison.Ordinal))
            .ToDictionary(section => section[Numbers.Length..].Split(':')[0].Trim(), StringComparer.Ordinal);
        foreach (var way in named.Keys)
            _ways[way] = new Spellout(LinesOf(way), name => _ways[name]);

        _months = [.. file.Lines("months").OrderBy(line => int.Parse(line.Key, CultureInfo.InvariantCulture)).Select(line => line.Value.Split(' '))];
        Currencies = [.. file.Lines("currencies").Select(line => SpokenUnit.Of($"{line.Key} {line.Value}"))];
        Units = [.. file.Lines("units").Select(line => SpokenUnit.Of($"{line.Key} {line.Value}"))];
        Signs = [.. file.Lines("signs")];
        Number = Figure.Pattern(_texts.ContainsKey("space-groups"));
        Patterns =
        [
            .. file.Lines("patterns").Select(line => $"{line.Key} {line.Value}".Split(" => ")).Select(parts => (
                new Regex($@"\G(?:{parts[0].Trim().Replace("MONTH", MonthPattern, StringComparison.Ordinal)})", RegexOptions.CultureInvariant),
                parts.Length > 1 ? parts[1].Trim() : "")),
        ];

        IEnumerable<(string, string)> LinesOf(string way) =>
            named[way].Split(':', StringSplitOptions.TrimEntries) is [_, var parent] ? LinesOf(parent).Concat(file.Lines(named[way])) : file.Lines(named[way]);
    }

    /// <summary>Prices' units; the first sign of each is its ISO 4217 code.</summary>
    public IReadOnlyList<SpokenUnit> Currencies { get; }

    /// <summary>Units and counters.</summary>
    public IReadOnlyList<SpokenUnit> Units { get; }

    /// <summary>Signs with what is said for them, maybe nothing.</summary>
    public IReadOnlyList<(string Sign, string Spoken)> Signs { get; }

    /// <summary>Patterns of its own, such as dates and times, with what is said for what they find.</summary>
    public IReadOnlyList<(Regex Written, string Spoken)> Patterns { get; }

    /// <summary>The pattern of its numbers.</summary>
    public string Number { get; }

    /// <summary>Whether words stand apart.</summary>
    public bool Spaced => !_texts.ContainsKey("unspaced");

    /// <summary>Whether endings cling to figures and units.</summary>
    public bool Clinging => _texts.ContainsKey("clinging");

    private char Point => _texts["point"][0];

    private string MonthPattern => string.Join('|', _months.SelectMany(names => names).OrderByDescending(name => name.Length).Select(Regex.Escape));

    /// <summary>The language of a tag; null where its rules are not known.</summary>
    /// <param name="tag">BCP 47.</param>
    public static SpeechLanguage? Of(string tag) => _known.GetOrAdd(tag, static tag =>
    {
        var parts = tag.Split('-');
        var region = parts.Skip(1).FirstOrDefault(part => part.Length == 2)?.ToUpperInvariant() ?? "";
        return LanguageFile.Open(parts[0].ToLowerInvariant(), region) is { } file ? new SpeechLanguage(file) : null;
    });

    /// <summary>A text of the language, with its parts filled in; null where it has none.</summary>
    public string? Fill(string key, params (string Name, string Value)[] parts) =>
        _texts.TryGetValue(key, out var text)
            ? parts.Aggregate(text, (filled, part) => filled.Replace($"{{{part.Name}}}", part.Value, StringComparison.Ordinal))
            : null;

    /// <summary>Reads a number as it is written.</summary>
    public Figure FigureOf(string written) => Figure.Of(written, Point);

    /// <summary>Whether a number takes the singular.</summary>
    public bool TakesSingular(Figure figure) =>
        figure.Number == 1 && (figure.Fraction.Length == 0 || _texts.ContainsKey("one-below-two")) || (figure.Number == 0 && _texts.ContainsKey("one-below-two"));

    /// <summary>A number in words.</summary>
    public string Say(Figure figure, string way = Usual)
    {
        if (figure.IsCode || figure.Number is not { } whole)
            return Digits(figure.Whole + figure.Fraction);
        if (figure.Fraction.Length == 0)
            return Say(whole, way);
        if (way == "digits")
            return Digits(figure.Whole + figure.Fraction);
        var fraction = _texts.ContainsKey("fraction-number") && figure.Fraction[0] != '0' && figure.Fraction.Length <= 3
            ? Say(long.Parse(figure.Fraction, CultureInfo.InvariantCulture), Usual)
            : Digits(figure.Fraction);
        return Fill("decimal", ("whole", Say(whole, _ways.ContainsKey("before-point") ? "before-point" : Usual)), ("fraction", fraction))!;
    }

    /// <summary>A whole number in words.</summary>
    public string Say(long number, string way = Usual) => _ways.GetValueOrDefault(way, _ways[Usual]).Say(number).Trim();

    /// <summary>Digits one by one.</summary>
    public string Digits(string digits, string way = Usual) => string.Join(Spaced ? " " : "", digits.Select(digit => Say(digit - '0', way)));

    /// <summary>What is said for what a pattern found: <c>{name}</c> is a group, said as a number if it is one, <c>{name:way}</c> so by a way,
    /// <c>{name:month}</c> the name of a month, <c>{name:letters}</c> letter by letter, <c>{name:digits}</c> and <c>{name:phone}</c> digit by digit.</summary>
    public string Expand(string spoken, Match match) => Placeholder().Replace(spoken, part =>
    {
        var value = match.Groups[part.Groups["name"].Value].Value;
        return part.Groups["way"].Value switch
        {
            "month" => Month(value),
            "letters" => string.Join(' ', value.Where(char.IsLetterOrDigit)).ToUpperInvariant(),
            "digits" or "phone" => Digits(string.Concat(value.Where(char.IsAsciiDigit)), part.Groups["way"].Value),
            var way when value.Length > 0 && value.All(char.IsAsciiDigit) && value.Length <= 15 =>
                Say(long.Parse(value, CultureInfo.InvariantCulture), way.Length > 0 ? way : Usual),
            _ => value,
        };
    });

    private string Month(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number >= 1 && number <= _months.Count ? _months[number - 1][0] : Say(number)
            : _months.FirstOrDefault(names => names.Contains(value))?[0] ?? value;

    [GeneratedRegex(@"\{(?<name>\w+)(?::(?<way>[\w-]+))?\}")]
    private static partial Regex Placeholder();
}
