using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Finds shots that a caller numbered himself: "Shot 1:", "2)", "镜头一：", "第三个镜头".</summary>
internal static partial class Headings
{
    /// <summary>The parts of a text that its headings announce; the whole text when it has fewer than two.</summary>
    public static (IReadOnlyList<string> Parts, string Before, bool Numbered) Split(string text)
    {
        var headings = Heading().Matches(text);
        var bare = headings.Where(heading => heading.Groups["bare"].Success).Select(heading => heading.Groups["bare"].Value).ToArray();
        var counts = bare.SequenceEqual(Enumerable.Range(1, bare.Length).Select(number => $"{number}"));
        if (headings.Count < 2 || !counts)
        {
            return ([text], "", false);
        }

        var parts = headings.Select((heading, i) =>
            text[(heading.Index + heading.Length)..(i + 1 < headings.Count ? headings[i + 1].Index : text.Length)]);
        return ([.. parts], text[..headings[0].Index], true);
    }

    [GeneratedRegex(
        @"(?:(?<![a-z])(?:shot|scene|clip)\s*#?\s*\d{1,2}\s*(?:[:.)\-\u2013\u2014\uff1a]|(?=\())"
        + @"|(?:\u955c\u5934|\u5206\u955c|\u753b\u9762|\u573a\u666f)\s*(?:\d{1,2}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,2})\s*[:\uff1a.\u3001\uff0c,)]?"
        + @"|\u7b2c\s*(?:\d{1,2}|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,2})\s*\u4e2a?(?:\u955c\u5934|\u955c|\u5e55|\u5206\u955c|\u753b\u9762)\s*[:\uff1a\u3001\uff0c,]?"
        + @"|(?:^|(?<=[\s.;\u3002\uff1b\uff0c]))(?<bare>\d{1,2})\s*[.)\u3001\uff09](?!\d)[ \t]*)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Heading();
}
