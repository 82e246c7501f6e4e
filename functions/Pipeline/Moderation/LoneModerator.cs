namespace SoraFunctions.Pipeline.Moderation;

/// <summary>
/// The built-in rules while the remote judge does not answer. What they allow a person has to look at, and the verdict says why.
/// </summary>
/// <param name="rules">Who judges.</param>
internal sealed class LoneModerator(RuleModerator rules) : IModerator
{
    /// <summary>Name of the finding.</summary>
    public const string Rule = "judge-down";

    private const int Severity = 4;

    /// <inheritdoc/>
    public string Policy => $"{rules.Policy}+{Rule}";

    /// <inheritdoc/>
    public async Task<ModerationVerdict> Judge(
        IReadOnlyList<ModeratedText> texts, IReadOnlyList<ModeratedPicture> pictures, CancellationToken cancellation)
    {
        var verdict = await rules.Judge(texts, pictures, cancellation);
        var field = texts.Select(text => text.Field).Concat(pictures.Select(picture => picture.Field)).FirstOrDefault() ?? "prompt";
        var unjudged = new ModerationFinding(ModerationCategory.Unjudged, Severity, field, Rule, rules.Remedy(ModerationCategory.Unjudged));
        return new ModerationVerdict(
            [.. verdict.Findings.Append(unjudged).OrderByDescending(finding => finding.Severity)],
            Policy,
            verdict.Outcome == ModerationOutcome.Refuse ? ModerationOutcome.Refuse : ModerationOutcome.Review);
    }
}
