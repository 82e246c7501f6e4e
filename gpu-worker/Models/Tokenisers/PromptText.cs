using System.Net;
using System.Text.RegularExpressions;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>Cleans a prompt as the pipelines of the models do before they encode it.</summary>
public static partial class PromptText
{
    /// <summary>HTML entities become characters (twice, for text that was escaped twice), runs of spaces and breaks become one space.</summary>
    public static string Clean(string prompt) =>
        Spaces().Replace(WebUtility.HtmlDecode(WebUtility.HtmlDecode(prompt)), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
