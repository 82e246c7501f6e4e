using System.ComponentModel;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>From which severity on a category is refused or reviewed, as it is written.</summary>
public sealed record CategoryLimitWish
{
    /// <summary>Which, in kebab case.</summary>
    [Description("The category, such as violence; see docs/moderation.md.")]
    public required string Category { get; init; }

    /// <summary>See <see cref="CategoryLimit.Review"/>.</summary>
    [Description("From which severity on a person decides: 2, 4 or 6; at most refuse.")]
    public required int Review { get; init; }

    /// <summary>See <see cref="CategoryLimit.Refuse"/>.</summary>
    [Description("From which severity on it is refused: 2, 4 or 6, or 8 for never.")]
    public required int Refuse { get; init; }
}
