using System.Collections.Frozen;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>From which severity on a category is refused or shown to a reviewer, on the scale of <see cref="ModerationFinding.Severity"/>.</summary>
public sealed class ModerationLimits
{
    private static readonly FrozenDictionary<ModerationCategory, CategoryLimit> _default = new Dictionary<ModerationCategory, CategoryLimit>
    {
        [ModerationCategory.PublicFigure] = new(4, 6),
        [ModerationCategory.Misinformation] = new(4, 6),
        [ModerationCategory.Unjudged] = new(4, CategoryLimit.Never),
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<ModerationCategory, CategoryLimit> _limits;

    private ModerationLimits(FrozenDictionary<ModerationCategory, CategoryLimit> limits) => _limits = limits;

    /// <summary>
    /// Medium and worse of every category is refused; public figures, elections and health emergencies are shown to a reviewer from medium on
    /// and refused when high.
    /// </summary>
    public static ModerationLimits Default { get; } = new(_default);

    /// <summary>These, made stricter; what is milder is passed over, so that nobody gets below what they are laid upon.</summary>
    /// <param name="stricter">Limits by category.</param>
    public ModerationLimits And(IReadOnlyDictionary<ModerationCategory, CategoryLimit> stricter) =>
        stricter.Count == 0 ? this : new(Enum.GetValues<ModerationCategory>().ToFrozenDictionary(
            category => category,
            category => stricter.TryGetValue(category, out var limit) ? CategoryLimit.Stricter(Of(category), limit) : Of(category)));

    /// <summary>Limit of a category.</summary>
    public CategoryLimit Of(ModerationCategory category) => _limits.TryGetValue(category, out var limit) ? limit : new CategoryLimit(4, 4);

    /// <summary>What follows from a finding alone.</summary>
    public ModerationOutcome Of(ModerationFinding finding) => Of(finding.Category).Of(finding.Severity);

    /// <summary>What follows from all of them: the severest.</summary>
    public ModerationOutcome Of(IEnumerable<ModerationFinding> findings) =>
        findings.Select(Of).DefaultIfEmpty(ModerationOutcome.Allow).Max();

    /// <summary>Names what differs from <see cref="Default"/>; empty when nothing does.</summary>
    public string Name => string.Concat(Enum.GetValues<ModerationCategory>()
        .Where(category => Of(category) != Default.Of(category))
        .Select(category => $"-{(int)category}.{Of(category).Review}{Of(category).Refuse}"));
}
