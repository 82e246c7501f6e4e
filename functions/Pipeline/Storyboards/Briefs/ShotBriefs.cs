using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Storyboards.Briefs;

/// <summary>Gives each shot its own words of a prompt, for engines that read them.</summary>
public static partial class ShotBriefs
{
    /// <summary>
    /// The words for each shot: where the caller numbered as many shots as there are, what he says of that one after what he says of all;
    /// else the whole prompt for each.
    /// </summary>
    /// <param name="prompt">The caller's words.</param>
    /// <param name="shots">How many shots there are.</param>
    public static IReadOnlyList<string> Of(string prompt, int shots)
    {
        var (parts, before, numbered) = Headings.Split(prompt);
        return numbered && parts.Count == shots
            ? [.. parts.Select(part => $"{before.Trim()} {Length().Replace(part, "").Trim()}".Trim())]
            : [.. Enumerable.Repeat(prompt, shots)];
    }

    // "Shot 1 (3 s): ..." leaves "(3 s): ..." behind.
    [GeneratedRegex(@"\A\s*(\([^)]{0,20}\)|\uff08[^\uff09]{0,20}\uff09)?\s*[:\uff1a]?")]
    private static partial Regex Length();
}
