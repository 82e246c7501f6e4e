namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>One entry of the lists.</summary>
/// <param name="Rule">Stable name that doesn't repeat the words.</param>
/// <param name="Kind">How it is matched.</param>
/// <param name="Category">What kind of trouble it is; null when it only counts together with others or excuses them.</param>
/// <param name="Severity">0, 2, 4 or 6.</param>
/// <param name="Concepts">What scenes know it by.</param>
/// <param name="Excuses">Categories of which it excuses every term within it; empty when it excuses nothing.</param>
internal sealed record Term(
    string Rule,
    TermKind Kind,
    ModerationCategory? Category,
    int Severity,
    ConceptSet Concepts,
    IReadOnlyList<ModerationCategory> Excuses)
{
    /// <summary>What a caller can do about it, where that is more than its category's remedy says.</summary>
    public string? Remedy { get; init; }

    /// <summary>Whether it excuses others.</summary>
    public bool IsContext { get; } = Excuses.Count > 0;

    /// <summary>Whether it denies what stands beside it.</summary>
    public bool IsDenial => Concepts.Shares(ConceptSet.Denial | ConceptSet.DenialAfter);

    /// <summary>Whether a denial beside it takes its weight away.</summary>
    public bool IsDeniable => Severity <= 4
        && Category is not (null or ModerationCategory.PublicFigure or ModerationCategory.ProtectedCharacter or ModerationCategory.PromptAttack);
}
