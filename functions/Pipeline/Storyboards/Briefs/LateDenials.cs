using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Puts denials that stand behind what they deny before it, where they are looked for: "Music: none", "logo not needed", "字幕：无".</summary>
internal static partial class LateDenials
{
    /// <summary>The text with such denials in front.</summary>
    /// <param name="text">A prompt, its quotations taken out.</param>
    public static string Of(string text) => Han().Replace(Latin().Replace(text, "no ${what}"), "\u4e0d\u8981${what}");

    [GeneratedRegex(
        @"(?<=^|[.,;\n|\-*\u2022]\s*)(?<what>[A-Za-z][A-Za-z\-]*(?: [A-Za-z\-]+)?)\s*:\s*(?:none|no|off|n/a|nope)(?=\s*(?:[.,;\n|]|$))"
        + @"|\b(?<what>music|sound|text|captions?|subtitles?|logo|people|persons|faces|voice-?over|voice over|narration)\s+(?:is |are )?(?:not|isn't|aren't) (?:needed|required|wanted|necessary|allowed)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex(
        @"(?<=^|[\u3002\uff0c\uff1b\u3001;,\n]\s*)(?<what>[\p{IsCJKUnifiedIdeographs}A-Za-z]{1,6})\s*[:\uff1a]\s*(?:\u65e0|\u6ca1\u6709|\u4e0d\u8981|\u4e0d\u9700\u8981|\u4e0d\u7528)(?=\s*(?:[\u3002\uff0c\uff1b\u3001;,\n]|$))"
        + @"|(?<=^|[\u3002\uff0c\uff1b\u3001;,\n]\s*)(?<what>\u4eba\u7269|\u4eba|\u6587\u5b57|\u5b57\u5e55|\u97f3\u4e50|\u914d\u4e50|\u65c1\u767d|\u6c34\u5370|\u6a21\u7279|\u4eba\u8138|logo)(?:\u5c31|\u90fd|)(?:\u4e0d\u8981\u51fa\u73b0|\u4e0d\u8981\u6709|\u4e0d\u9700\u8981|\u4e0d\u8981\u4e86|\u4e0d\u8981|\u514d\u4e86)(?=\s*(?:[\u3002\uff0c\uff1b\u3001;,\n]|$))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Han();
}
