using System.Text.RegularExpressions;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Words;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Finds the shots that a remix may not touch: "shots 2 and 4 locked", 第2、4个镜头锁定.</summary>
internal static partial class Locks
{
    /// <summary>The change without these words, and the ids of the shots that they lock.</summary>
    public static (string Change, IReadOnlySet<string> Locked) Of(string change, IReadOnlyList<Shot> shots)
    {
        var locked = new HashSet<string>();
        var rest = Lock().Replace(change, match =>
        {
            var list = match.Groups["list"].Value;
            if (list.Length == 0)
            {
                locked.UnionWith(shots.Select(shot => shot.Id));
                return " ";
            }

            var span = Span().Match(list);
            var numbers = span.Success
                ? Enumerable.Range(Value(span.Groups["from"].Value), Math.Clamp(Value(span.Groups["to"].Value) - Value(span.Groups["from"].Value) + 1, 0, shots.Count))
                : Number().Matches(list).Select(number => Value(number.Value));
            locked.UnionWith(numbers.Where(number => number >= 1 && number <= shots.Count).Select(number => shots[number - 1].Id));
            return " ";
        });
        return (rest, locked);
    }

    private static int Value(string number) => int.TryParse(number, out var digits) ? digits : Numerals.At(number, 0).Value;

    private const string English = @"\d{1,2}(?:\s*(?:,\s*and|,|and|&|to|-)\s*\d{1,2})*";
    private const string Chinese = @"[\d\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}(?:\s*(?:\u3001|,|\uff0c|\u548c|\u4e0e|\u5230|\u81f3|-)\s*\u7b2c?[\d\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3})*";

    [GeneratedRegex(
        @"\b(?:lock|freeze)\s+(?:the\s+)?shots?\s+(?<list>" + English + @")\b"
        + @"|\b(?:keep|leave)\s+(?:the\s+)?shots?\s+(?<list>" + English + @")\s+(?:locked|unchanged|untouched|fixed|alone|as\s+(?:is|it\s+is|they\s+are)|the\s+same)\b"
        + @"|\bshots?\s+(?<list>" + English + @")\s+(?:(?:are|is|stay|stays|remain|remains)\s+)?(?:locked|unchanged|untouched|fixed)\b"
        + @"|(?:\u9501\u5b9a|\u9501\u4f4f)\u7b2c?(?<list>" + Chinese + @")\s*\u4e2a?(?:\u955c\u5934|\u5206\u955c|\u955c)"
        + @"|(?:\u4fdd\u6301|\u4fdd\u7559)?\u7b2c(?<list>" + Chinese + @")\s*\u4e2a?(?:\u955c\u5934|\u5206\u955c|\u955c)(?:\u90fd)?(?:\u9501\u5b9a|\u4fdd\u6301\u4e0d\u53d8|\u4e0d\u53d8|\u522b\u52a8|\u4e0d\u52a8|\u4e0d\u8981\u52a8)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lock();

    [GeneratedRegex(@"^\s*(?<from>[^\s\-\u5230\u81f3]+)\s*(?:to|-|\u5230|\u81f3)\s*\u7b2c?(?<to>[^\s\-\u5230\u81f3]+)\s*$")]
    private static partial Regex Span();

    [GeneratedRegex(@"\d{1,2}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}")]
    private static partial Regex Number();
}
