namespace SoraFunctions.Pipeline.Moderation;

/// <summary>
/// Finds the shortest stretch of a text that the same rule still finds something in. That way a span is right whatever disguise was read
/// through, and harmless text, which is nearly all, is not slowed down by keeping track of places.
/// </summary>
public static class FindingSpans
{
    private const int LeastSeverity = 4;
    private static readonly RuleModerator _rules = new();

    /// <summary>The verdict with the places of its graver findings; those of other judges, which name none, have none.</summary>
    /// <param name="verdict">The judgement.</param>
    /// <param name="texts">What was judged.</param>
    public static ModerationVerdict Located(ModerationVerdict verdict, IReadOnlyList<ModeratedText> texts) =>
        verdict.Outcome == ModerationOutcome.Allow ? verdict : verdict with { Findings = [.. verdict.Findings.Select(finding => Located(finding, texts))] };

    private static ModerationFinding Located(ModerationFinding finding, IReadOnlyList<ModeratedText> texts) =>
        finding.Severity >= LeastSeverity && texts.FirstOrDefault(one => one.Field == finding.Field && Has(one, one.Text, finding.Rule)) is { } text
            ? finding with { Span = Shortest(text, finding.Rule) }
            : finding;

    private static FindingSpan? Shortest(ModeratedText text, string rule)
    {
        var end = Least(1, text.Text.Length, length => Has(text, text.Text[..length], rule));
        var start = end - Least(1, end, length => Has(text, text.Text[(end - length)..end], rule));
        return Has(text, text.Text[start..end], rule) ? new FindingSpan(start, end - start) : null;
    }

    /// <summary>The least number from which on something holds, which holds for the greatest.</summary>
    private static int Least(int least, int greatest, Func<int, bool> holds)
    {
        while (least < greatest)
        {
            var middle = (least + greatest) / 2;
            (least, greatest) = holds(middle) ? (least, middle) : (middle + 1, greatest);
        }

        return least;
    }

    private static bool Has(ModeratedText text, string part, string rule) =>
        _rules.Findings(text with { Text = part }).Any(finding => finding.Rule == rule);
}
