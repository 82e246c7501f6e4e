using System.Globalization;
using System.Text.RegularExpressions;

namespace SoraFunctions.Contract.Speech;

/// <summary>Cuts a text into pieces that are read as they are and pieces that are said otherwise.</summary>
/// <param name="language">Whose rules.</param>
internal sealed partial class Pieces(SpeechLanguage language)
{
    private readonly Regex _price = new(
        $@"\G(?<minus>[-−–](?=\S))?(?:(?<sign>{Signs(language.Currencies)})[ \u00a0]?(?<number>{language.Number}){Magnitude(language)}|(?<number>{language.Number}){Magnitude(language)}[ \u00a0\u202f]?(?<sign>{Signs(language.Currencies)})(?! ?\d)){(language.Spaced && !language.Clinging ? @"(?!\p{L})" : "")}",
        RegexOptions.CultureInvariant);

    private readonly Regex _measure = new(
        $@"\G(?<number>{language.Number})[ \u00a0\u202f]?(?<sign>{Signs(language.Units)}){(language.Spaced && !language.Clinging ? @"(?![\p{L}\d])" : "(?![A-Za-z])")}",
        RegexOptions.CultureInvariant);

    private readonly Regex _percent = new($@"\G(?<sign>[-−–+±](?=\d))?(?<number>{language.Number})[ \u00a0\u202f]?[%％]", RegexOptions.CultureInvariant);

    private readonly Regex _figure = new($@"\G(?<sign>(?<![\p{{L}}\d])[-−+](?=\d))?(?<number>{language.Number})", RegexOptions.CultureInvariant);

    private readonly IReadOnlyList<(string Sign, string Spoken)> _signs = [.. language.Signs.OrderByDescending(sign => sign.Sign.Length)];

    /// <summary>The pieces in order; together what is shown is the text.</summary>
    public IEnumerable<(string Shown, string Spoken, bool IsRead)> Of(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var (length, spoken) = Read(text, i);
            if (length > 0)
            {
                yield return (text.Substring(i, length), Apart(text, i, length, spoken!), true);
                i += length;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && char.IsLetter(text[end]) && char.IsLetter(text[end - 1]) && IsWide(text[end]) == IsWide(text[end - 1]) && !IsWide(text[end]))
                end++;
            yield return (text[i..end], text[i..end], false);
            i = end;
        }
    }

    /// <summary>Whether a character is Chinese, Japanese or Korean.</summary>
    public static bool IsWide(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7af';

    private (int Length, string? Spoken) Read(string text, int at)
    {
        if (Address().Match(text, at) is { Success: true } address)
            return (address.Length, Addressed(address.Value));
        if (Tag().Match(text, at) is { Success: true } tag && language.Fill(tag.Value[0] == '@' ? "handle" : "hashtag", ("words", Words(tag.Value[1..]))) is { } said)
            return (tag.Length, said);
        if (_price.Match(text, at) is { Success: true } price)
            return (price.Length, Signed(price.Groups["minus"].Value, Price(price)));
        if (_percent.Match(text, at) is { Success: true } percent)
            return (percent.Length, Signed(percent.Groups["sign"].Value, language.Fill("percent", ("n", language.Say(Number(percent), "percent")))!));
        if (_measure.Match(text, at) is { Success: true } measure)
            return (measure.Length, Measured(Number(measure), Unit(language.Units, measure)));
        foreach (var (written, spoken) in language.Patterns)
        {
            if (written.Match(text, at) is { Success: true } match)
                return (match.Length, language.Expand(spoken, match));
        }

        if (_figure.Match(text, at) is { Success: true } figure)
            return (figure.Length, Signed(figure.Groups["sign"].Value, language.Say(Number(figure))));
        foreach (var (sign, spoken) in _signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0)
                return (sign.Length, spoken);
        }

        return char.GetUnicodeCategory(text[at]) is UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.Control && !char.IsWhiteSpace(text[at]) || text[at] is '\u200d' or '\ufe0f'
            ? (1, "")
            : (0, null);
    }

    private Figure Number(Match match) => language.FigureOf(match.Groups["number"].Value);

    private static SpokenUnit Unit(IReadOnlyList<SpokenUnit> units, Match match) => units.First(unit => unit.Signs.Contains(match.Groups["sign"].Value));

    private string Signed(string sign, string number) => sign switch
    {
        "" => number,
        "+" => language.Fill("plus", ("n", number))!,
        "±" => language.Fill("about", ("n", number)) ?? number,
        _ => language.Fill("minus", ("n", number))!,
    };

    private string Measured(Figure number, SpokenUnit unit)
    {
        var said = language.Say(number, unit.Way);
        return Joined(said, unit.Word(said, language.TakesSingular(number)));
    }

    private string Price(Match match)
    {
        var (number, unit) = (Number(match), Unit(language.Currencies, match));
        if (match.Groups["magnitude"].Value.Trim() is { Length: > 0 } magnitude)
            return language.Fill("magnitude", ("n", language.Say(number, "magnitude")), ("magnitude", magnitude), ("unit", unit.Many))!;
        if (unit.Minor is not { } minor || number.Fraction.Length != 2 || language.Fill("price") is not { } price)
            return Measured(number, unit);
        var whole = number with { Fraction = "" };
        var hundredths = new Figure(number.Fraction.TrimStart('0').PadLeft(1, '0'), "");
        var small = Measured(hundredths, minor);
        return hundredths.Whole == "0" ? Measured(whole, unit)
            : number.Number == 0 ? small
            : language.Fill("price", ("major", Measured(whole, unit)), ("minor", small), ("n", language.Say(hundredths)))!;
    }

    private string Joined(string number, string unit) => language.Spaced && unit.Length > 0 ? $"{number} {unit}" : number + unit;

    private string Addressed(string address)
    {
        var bare = Scheme().Replace(address, "").TrimEnd('/', '.');
        return Breaks().Replace(
            bare, sign => $" {language.Fill(sign.Value switch { "." => "dot", "/" => "slash", "@" => "at", "-" => "dash", _ => "underscore" })} ").Trim();
    }

    private static string Words(string joined) => Humps().Replace(joined.Replace('_', ' '), " ");

    // What is said for figures stands apart from what touched them.
    private string Apart(string text, int at, int length, string spoken)
    {
        if (spoken.Length == 0 || language.Spaced)
            return spoken.Length == 0 ? "" : language.Clinging && at + length < text.Length && IsWide(text[at + length]) ? $" {spoken}" : $" {spoken} ";
        var before = at > 0 && char.IsLetter(text[at - 1]) && !IsWide(text[at - 1]) ? " " : "";
        var after = at + length < text.Length && char.IsLetter(text[at + length]) && !IsWide(text[at + length]) ? " " : "";
        return before + spoken + after;
    }

    private static string Magnitude(SpeechLanguage language) =>
        language.Fill("magnitudes") is { } all ? $@"(?<magnitude>[ \u00a0]?(?:{all}){(language.Spaced && !language.Clinging ? @"\b" : "")})?" : "";

    private static string Signs(IEnumerable<SpokenUnit> units) =>
        string.Join('|', units.SelectMany(unit => unit.Signs).OrderByDescending(sign => sign.Length).Select(Regex.Escape)) is { Length: > 0 } all ? all : "(?!)";

    [GeneratedRegex(@"\G(?<![\w@])(?:https?://[^\s，。、]+|www\.[^\s，。、]+|[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|(?:[A-Za-z0-9-]+\.)+(?:com|org|net|shop|store|io|co|app|de|fr|es|cn|jp|kr|br|pt|uk|eu|ai|dev|info|tv|cafe|studio)(?:/[A-Za-z0-9/_-]*)?(?![A-Za-z0-9-]))")]
    private static partial Regex Address();

    [GeneratedRegex(@"\G(?<![\w])[#＃@][\p{L}][\p{L}\p{N}_]*")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:https?://)?(?:www\.)?")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[./@_-]")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)")]
    private static partial Regex Humps();
}
