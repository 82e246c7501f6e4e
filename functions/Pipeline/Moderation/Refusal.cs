namespace SoraFunctions.Pipeline.Moderation;

/// <summary>What a caller reads when a verdict refuses.</summary>
public static class Refusal
{
    /// <summary>
    /// Names the fields, the categories and what to do about them, never the words that were found; empty when nothing was.
    /// </summary>
    /// <param name="verdict">The judgement.</param>
    /// <param name="limits">What is refused; null for <see cref="ModerationLimits.Default"/>.</param>
    public static string Message(ModerationVerdict verdict, ModerationLimits? limits = null) =>
        string.Join(' ', verdict.Findings
            .Where(finding => (limits ?? ModerationLimits.Default).Of(finding) >= (verdict.Outcome == ModerationOutcome.Allow ? ModerationOutcome.Review : verdict.Outcome))
            .GroupBy(finding => finding.Category)
            .Select(group =>
                $"{string.Join(" and ", group.Select(finding => finding.Field).Distinct())} may not ask for {Name(group.Key)}. {group.First().Remedy}"));

    /// <summary>What a category is called in a sentence.</summary>
    /// <param name="category">Which.</param>
    internal static string Name(ModerationCategory category) => category switch
    {
        ModerationCategory.Hate => "hate",
        ModerationCategory.SelfHarm => "self-harm",
        ModerationCategory.Sexual => "sexual content",
        ModerationCategory.Violence => "violence",
        ModerationCategory.PublicFigure => "a public figure",
        ModerationCategory.ProtectedCharacter => "a protected character",
        ModerationCategory.PromptAttack => "a way around the rules of this service",
        ModerationCategory.DeepFake => "a likeness of a named person made to deceive",
        ModerationCategory.PrivatePerson => "a real person who has not agreed",
        ModerationCategory.Misinformation => "claims about an election or a health emergency",
        ModerationCategory.Unjudged => "what not all judges have looked at",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "is no category of moderation"),
    };
}
