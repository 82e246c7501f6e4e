namespace SoraFunctions.Media.Lettering;

/// <summary>A face that some words are set in.</summary>
/// <param name="Name">What libass calls it.</param>
/// <param name="Metrics">How wide its letters are.</param>
internal sealed record Face(Typeface Name, FontMetrics Metrics)
{
    /// <summary>Draws what the face itself lacks; null when it lacks nothing.</summary>
    public Face? Companion { get; init; }

    /// <summary>Distance of base lines in ems.</summary>
    public double Leading => Name.Family.StartsWith("Noto Sans CJK", StringComparison.Ordinal) ? 1.3
        : Name.Family.StartsWith("Noto", StringComparison.Ordinal) ? 1.42
        : 1.18;
}
