namespace SoraFunctions.Pipeline.Moderation;

/// <summary>What a caller is told of a verdict that lets a video be made.</summary>
public static class VerdictWarnings
{
    private const string _alone =
        "The remote judge of texts and pictures did not answer. The built-in rules judged alone, and a reviewer was asked.";

    /// <summary>The warnings; none for most.</summary>
    /// <param name="verdict">The judgement.</param>
    public static IEnumerable<string> Of(ModerationVerdict verdict) => PromptAttacks.Warnings(verdict).Concat(Of(verdict.Findings));

    /// <summary>Those that follow from findings alone.</summary>
    /// <param name="findings">Of a judgement.</param>
    public static IEnumerable<string> Of(IEnumerable<ModerationFinding> findings) =>
        findings.Any(finding => finding.Category == ModerationCategory.Unjudged && finding.Rule == LoneModerator.Rule) ? [_alone] : [];
}
