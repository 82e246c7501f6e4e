using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>
/// Finds the shots that a change names, by number, order, or what is in them, and puts one private character in the place of each name, so
/// that commas and conjunctions within a name part no wishes.
/// </summary>
internal sealed partial class ShotNames
{
    /// <summary>First of the private characters that stand for names of shots.</summary>
    public const char FirstName = '\ue200';

    private const char LastName = '\ue27f';
    private static readonly string[] _ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    private static readonly string[] _numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private readonly List<(string Words, IReadOnlyList<string> Ids, int? Missing)> _names = [];
    private readonly Storyboard _board;
    private readonly string[] _ids;

    private ShotNames(Storyboard board, IReadOnlyList<string> ids)
    {
        _board = board;
        _ids = [.. ids];
    }

    /// <summary>The names in a text.</summary>
    /// <param name="text">The caller's words, quotations taken out.</param>
    /// <param name="board">What they speak of.</param>
    /// <param name="ids">Ids of the shots by the numbers that the caller knows them by.</param>
    public static (ShotNames Names, string Text) Of(string text, Storyboard board, IReadOnlyList<string> ids)
    {
        var names = new ShotNames(board, ids);
        return (names, names.Masked(text));
    }

    /// <summary>The shots that a clause names; null when it names none.</summary>
    /// <param name="clause">Words with characters in place of names.</param>
    /// <param name="missing">The number of a shot that there is none of.</param>
    public IReadOnlyList<string>? In(string clause, out int? missing)
    {
        var named = clause.Where(IsName).Select(c => _names[c - FirstName]).ToList();
        missing = named.Select(name => name.Missing).FirstOrDefault(number => number is not null);
        return named.Count == 0 ? null : [.. named.SelectMany(name => name.Ids).Distinct()];
    }

    /// <summary>A clause as the caller wrote it.</summary>
    public string Original(string clause) => Name().Replace(clause, match => _names[match.Value[0] - FirstName].Words);

    /// <summary>Whether a character stands for a name.</summary>
    public static bool IsName(char c) => c is >= FirstName and <= LastName;

    private string Masked(string text)
    {
        foreach (var (pattern, read) in new (Regex, Func<Match, IReadOnlyList<int>?>)[] { (Numbered(), Listed), (Captioned(), ByCaption), (Meant(), ByContent), (Short(), Listed) })
        {
            var normal = Dashed(text);
            var rest = new StringBuilder();
            var from = 0;
            foreach (var match in pattern.Matches(normal).Where(match => pattern != Short() || _names.Count > 0))
            {
                if (_names.Count <= LastName - FirstName && read(match) is { } numbers)
                {
                    rest.Append(text, from, match.Index - from).Append(' ').Append(Add(text.Substring(match.Index, match.Length), numbers)).Append(' ');
                    from = match.Index + match.Length;
                }
            }

            text = rest.Append(text, from, text.Length - from).ToString();
        }

        return Joined(text);
    }

    // "2-3" is a span, though hyphens are blanks elsewhere.
    private static string Dashed(string text) =>
        string.Concat(Segmenter.Normal(text).Select((c, i) => text[i] is '-' or '\u2013' && i > 0 && char.IsAsciiDigit(text[i - 1]) ? '-' : c));

    // "All but X", 除了X; "the rest" is what no name before it means.
    private string Joined(string text)
    {
        text = But().Replace(text, match =>
        {
            var but = _names[match.Groups["name"].Value[0] - FirstName];
            return $" {Add(Original(match.Value), [.. Numbers(_ids.Except(but.Ids))])} ";
        });
        return Rest().Replace(text, match =>
        {
            var before = text[..match.Index].Where(IsName).SelectMany(c => _names[c - FirstName].Ids).ToHashSet();
            return before.Count == 0 ? match.Value : $" {Add(match.Value, [.. Numbers(_ids.Except(before))])} ";
        });
    }

    private char Add(string words, IReadOnlyList<int> numbers)
    {
        _names.Add((words, [.. numbers.Where(number => number >= 1 && number <= _ids.Length).Select(number => _ids[number - 1])],
            numbers.Where(number => number < 1 || number > _ids.Length).Select(number => (int?)number).FirstOrDefault()));
        return (char)(FirstName + _names.Count - 1);
    }

    private IEnumerable<int> Numbers(IEnumerable<string> ids) => ids.Select(id => Array.IndexOf(_ids, id) + 1);

    private List<int>? Listed(Match match)
    {
        var words = match.Value;
        var all = Enumerable.Range(1, _ids.Length);
        if (match.Groups["all"].Success)
        {
            return [.. all];
        }

        if (match.Groups["many"] is { Success: true } many)
        {
            var count = Math.Min(Value(many.Value), _ids.Length);
            return [.. match.Groups["from"].Value is "last" or "final" or "\u6700\u540e" or "\u540e" ? all.TakeLast(count) : all.Take(count)];
        }

        var numbers = Number().Matches(words).Select(number => (number.Index, End: number.Index + number.Length, Value: Value(number.Value))).Where(number => number.Value != 0).ToList();
        var list = new List<int>();
        for (var i = 0; i < numbers.Count; i++)
        {
            var joint = i == 0 ? "" : words[numbers[i - 1].End..numbers[i].Index];
            var first = Span().IsMatch(joint) && numbers[i - 1].Value < numbers[i].Value ? numbers[i - 1].Value + 1 : numbers[i].Value;
            list.AddRange(Enumerable.Range(first, Math.Clamp(numbers[i].Value - first + 1, 1, StoryboardRules.MostShots)));
        }

        return list.Count == 0 ? null : list;
    }

    // "The second caption" is that of the second shot that has one.
    private List<int>? ByCaption(Match match)
    {
        var captioned = _board.Shots.Where(shot => shot.Caption is not null).Select(shot => Array.IndexOf(_ids, shot.Id) + 1).ToList();
        var number = Value(match.Groups["number"].Value);
        number = number == _ids.Length && match.Value.Contains("last", StringComparison.Ordinal) ? captioned.Count : number;
        return number >= 1 && number <= captioned.Count ? [captioned[number - 1]] : null;
    }

    // "The kitchen shot", "the shot with the balls": those that show it.
    private List<int>? ByContent(Match match)
    {
        var step = BriefReader.Read(match.Groups["what"].Value).Steps[0];
        var subject = CastEdits.Meant(_board, step.Subjects.FirstOrDefault())?.Id;
        var numbers = _board.Shots.Where(shot => (step.Setting is not null || subject is not null || step.Deed is not null)
            && (step.Setting ?? shot.Setting) == shot.Setting && (subject is null || shot.Subjects.Contains(subject)) && (step.Deed ?? shot.Action) == shot.Action
            && (step.Subjects.Count == 0 || subject is not null)).Select(shot => Array.IndexOf(_ids, shot.Id) + 1).Where(number => number > 0).ToList();
        return numbers.Count == 0 || numbers.Count == _ids.Length ? null : numbers;
    }

    private int Value(string said) => said.TrimEnd('\u7684', ' ') is var word && word.StartsWith('\u6700') ? _ids.Length : word switch
    {
        "last" or "final" or "closing" or "ending" or "\u7ed3\u5c3e" or "\u672b" => _ids.Length,
        "penultimate" or "second to last" or "last but one" => _ids.Length - 1,
        "opening" or "\u5f00\u5934" or "\u5f00\u573a" or "\u9996" => 1,
        _ when word.StartsWith('\u5012') => _ids.Length + 1 - Value(word[3..]),
        _ when int.TryParse(word.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), CultureInfo.InvariantCulture, out var digits) => digits,
        _ when Array.IndexOf(_ordinals, word) is >= 0 and var ordinal => ordinal + 1,
        _ when Array.IndexOf(_numbers, word) is >= 0 and var number => number + 1,
        _ => Numerals.At(word, 0).Value,
    };

    private const string Ordinal = @"(?:first|second\s+to\s+last|last\s+but\s+one|penultimate|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|final|closing|ending|opening|\d{1,2}(?:st|nd|rd|th))";
    private const string Cardinal = @"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
    private const string Han = @"(?:\d{1,2}|[\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3})";
    private const string Kind = @"(?:shots?|scenes?|clips?|takes?)";
    private const string HanKind = @"(?:\u4e2a|\u6bb5|\u7ec4)?(?:\u955c\u5934|\u5206\u955c|\u955c|\u5e55|\u753b\u9762|\u573a\u666f)";
    private const string And = @"\s*(?:,\s*and|,|and|&|to|through|-|\u2013|until)\s*";
    private const string HanAnd = @"\s*(?:\u3001|,|\uff0c|\u548c|\u4e0e|\u53ca|\u8ddf|\u5230|\u81f3|-)\s*";

    [GeneratedRegex(
        @"\bthe\s+opening\b(?!\s+(?:card|text|title|line|shot|scene|clip|one|two|three|\d))"
        + @"|\b(?:the\s+)?(?<from>first|last|final)\s+(?<many>" + Cardinal + @")\s+" + Kind + @"\b"
        + @"|\b(?:the\s+)?" + Ordinal + "(?:" + And + @"(?:the\s+)?" + Ordinal + @")*\s+" + Kind + @"\b"
        + @"|\b(?:the\s+)?" + Kind + @"\s*(?:numbers?\s*|no\.?\s*|#\s*)?" + Cardinal + "(?:" + And + "(?:" + Kind + @"\s*)?" + Cardinal + @"(?!\s*(?:s|sec|seconds?)\b))*\b"
        + @"|\b(?<all>(?:every|each)\s+" + Kind + @"|all\s+(?:of\s+)?(?:the\s+)?" + Kind + @"|throughout|everywhere|(?:the\s+)?(?:whole|entire)\s+(?:video|thing|film|ad|clip|spot))\b"
        + @"|(?<all>\u6bcf\u4e2a\u955c\u5934|\u6240\u6709\u955c\u5934|\u5168\u90e8\u955c\u5934|\u5168\u7247|\u6574\u4e2a\u89c6\u9891|\u6574\u7247)"
        + @"|(?<from>\u524d|\u6700\u540e|\u540e)(?<many>[2-9\u4e8c\u4e24\u4e09\u56db\u4e94\u516d])" + HanKind
        + @"|(?:\u5012\u6570)?\u7b2c\s*" + Han + "(?:" + HanKind + ")?(?:" + HanAnd + @"\u7b2c?\s*" + Han + "(?:" + HanKind + ")?)*(?<=" + HanKind + ")"
        + @"|(?:\u955c\u5934|\u5206\u955c)\s*" + Han + "(?:" + HanAnd + Han + @")*(?!\u955c|\u4e2a)"
        + @"|(?:\u6700\u540e|\u7ed3\u5c3e|\u5f00\u5934|\u5f00\u573a|\u9996|\u672b)\u7684?(?:\u4e00)?" + HanKind,
        RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"\b(?:the|that)\s+(?!same|whole|rest|other)(?<what>[a-z]+(?:\s+[a-z]+)?)\s+(?:shot|scene)\b"
        + @"|\b(?:the|that)\s+(?:shot|scene)\s+(?:with|of|on|in|at)\s+(?:the\s+|a\s+)?(?<what>[a-z]+)\b"
        + @"|(?<what>[\u4e00-\u9fff]{1,6}?)(?:\u91cc|\u4e0a)?(?:\u7684|\u90a3\u4e2a|\u90a3)+(?:\u955c\u5934|\u753b\u9762|\u573a\u666f)", RegexOptions.ExplicitCapture)]
    private static partial Regex Meant();

    [GeneratedRegex(@"\b(?:the\s+)?(?<number>" + Ordinal + @")(?=\s+(?:captions?|subtitles?)\b)|\u7b2c\s*(?<number>" + Han + @")\s*[\u6761\u4e2a\u53e5\u6bb5](?=\u5b57\u5e55|\u6587\u6848|\u6587\u5b57)", RegexOptions.ExplicitCapture)]
    private static partial Regex Captioned();

    // "And the last longer": what is counted is the shots named before.
    [GeneratedRegex(@"\bthe\s+" + Ordinal + @"(?:\s+one)?(?=\s*(?:$|[,;.!?]|(?:longer|shorter|closer|wider|brighter|darker|warmer|cooler|softer|should|must|is|to|in|on|at|with|gets?|needs?|a|by|too|and|unchanged|alone|as)\b))")]
    private static partial Regex Short();

    [GeneratedRegex(@"(?:(?:\b(?:all|every(?:thing|where)|each)\s*)?(?:[\ue200-\ue27f]\s*)?\b(?:but|except(?:\s+for)?|apart\s+from|other\s+than|besides)\s*(?<name>[\ue200-\ue27f])|\u9664\u4e86?\s*(?<name>[\ue200-\ue27f])\s*(?:\u4ee5\u5916|\u4e4b\u5916|\u5916)?\s*[,\uff0c]?\s*(?:\u5176\u4ed6|\u5176\u4f59|\u5168\u90e8|\u90fd)*(?:\u7684?\u955c\u5934)?)", RegexOptions.IgnoreCase)]
    private static partial Regex But();

    [GeneratedRegex(@"\b(?:the\s+rest|everything\s+else|(?:all\s+)?(?:the\s+)?others?(?:\s+shots?|\s+scenes?)?|the\s+remaining\s+shots?|all\s+else)\b|(?:\u5176\u4f59|\u5176\u4ed6|\u5269\u4e0b|\u522b)\u7684?(?:\u955c\u5934|\u5206\u955c|\u753b\u9762)?", RegexOptions.IgnoreCase)]
    private static partial Regex Rest();

    [GeneratedRegex(@"\u5012\u6570\u7b2c?\s*" + Han + @"|\b(?:" + Ordinal + "|" + Cardinal + @")\b|\u6700\u540e(?:\u7684?\u4e00)?|\u7ed3\u5c3e|\u5f00\u5934|\u5f00\u573a|\u9996|\u672b|" + Han)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[^\d,]*(?:\bto\b|through|until|-|\u2013|\u5230|\u81f3)")]
    private static partial Regex Span();

    [GeneratedRegex(@"[\ue200-\ue27f]")]
    private static partial Regex Name();
}
