namespace SoraFunctions.Pipeline.Moderation;

/// <summary>From which severity on a category is refused, on the scale of <see cref="ModerationFinding.Severity"/>.</summary>
public sealed record ModerationLimits
{
    /// <summary>Medium and worse of every category is refused.</summary>
    public static ModerationLimits Default { get; } = new();

    /// <summary>Limit of <see cref="ModerationCategory.Hate"/>, 2 to 6.</summary>
    public int Hate { get; init; } = 4;

    /// <summary>Limit of <see cref="ModerationCategory.SelfHarm"/>, 2 to 6.</summary>
    public int SelfHarm { get; init; } = 4;

    /// <summary>Limit of <see cref="ModerationCategory.Sexual"/>, 2 to 6.</summary>
    public int Sexual { get; init; } = 4;

    /// <summary>Limit of <see cref="ModerationCategory.Violence"/>, 2 to 6.</summary>
    public int Violence { get; init; } = 4;

    /// <summary>Limit of <see cref="ModerationCategory.PublicFigure"/>, 2 to 6.</summary>
    public int PublicFigure { get; init; } = 4;

    /// <summary>Limit of <see cref="ModerationCategory.ProtectedCharacter"/>, 2 to 6.</summary>
    public int ProtectedCharacter { get; init; } = 4;

    /// <summary>Limit of <see cref="ModerationCategory.PromptAttack"/>, 2 to 6.</summary>
    public int PromptAttack { get; init; } = 4;

    /// <summary>Limit of a category.</summary>
    public int Of(ModerationCategory category) => category switch
    {
        ModerationCategory.Hate => Hate,
        ModerationCategory.SelfHarm => SelfHarm,
        ModerationCategory.Sexual => Sexual,
        ModerationCategory.Violence => Violence,
        ModerationCategory.PublicFigure => PublicFigure,
        ModerationCategory.ProtectedCharacter => ProtectedCharacter,
        ModerationCategory.PromptAttack => PromptAttack,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "is no category of moderation"),
    };

    /// <summary>Whether a finding alone is enough to refuse.</summary>
    public bool Refuses(ModerationFinding finding) => finding.Severity >= Of(finding.Category);
}
