namespace SoraFunctions.Pipeline.Moderation;

/// <summary>From which severity on a person decides, and from which on nobody needs to.</summary>
/// <param name="Review">2 to 6; the same as <paramref name="Refuse"/> where nobody is asked.</param>
/// <param name="Refuse">2 to 6, or <see cref="Never"/> where a person decides whatever the severity.</param>
public readonly record struct CategoryLimit(int Review, int Refuse)
{
    /// <summary>Above every severity.</summary>
    public const int Never = 8;

    /// <summary>What follows from a severity.</summary>
    public ModerationOutcome Of(int severity) =>
        severity >= Refuse ? ModerationOutcome.Refuse : severity >= Review ? ModerationOutcome.Review : ModerationOutcome.Allow;

    /// <summary>The stricter of two, in both respects.</summary>
    public static CategoryLimit Stricter(CategoryLimit one, CategoryLimit other) =>
        new(Math.Min(one.Review, other.Review), Math.Min(one.Refuse, other.Refuse));
}
