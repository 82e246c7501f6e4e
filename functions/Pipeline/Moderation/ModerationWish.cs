using System.ComponentModel;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>How orders are judged, as it is written for a tenant or for the deployment.</summary>
public sealed record ModerationWish
{
    /// <summary>See <see cref="ModerationPolicy.Limits"/>.</summary>
    [Description("Stricter limits, each category at most once; none may be milder than the deployment's.")]
    public IReadOnlyList<CategoryLimitWish>? Limits { get; init; }

    /// <summary>See <see cref="ModerationPolicy.FailClosed"/>.</summary>
    [Description("Whether nothing is made while a remote judge does not answer; else the built-in rules judge and a person decides.")]
    public bool? FailClosed { get; init; }

    /// <summary>See <see cref="ModerationPolicy.ReviewHours"/>.</summary>
    [Description("Hours that a video waits for a reviewer, 1 to 720.")]
    public int? ReviewHours { get; init; }

    /// <summary>See <see cref="ModerationPolicy.EscalateHours"/>.</summary>
    [Description("Hours after which an administrator has to decide; fewer than review_hours.")]
    public int? EscalateHours { get; init; }
}
