using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Api.Tenants;

/// <summary>How a tenant wants its orders judged, on the wire.</summary>
internal sealed record TenantModerationObject(IReadOnlyList<CategoryLimitWish>? Limits, bool? FailClosed, int? ReviewHours, int? EscalateHours)
{
    public static TenantModerationObject Of(ModerationPolicy policy) => new(
        policy.Limits?.Select(limit => new CategoryLimitWish { Category = limit.Key, Review = limit.Value.Review, Refuse = limit.Value.Refuse }).ToList(),
        policy.FailClosed,
        policy.ReviewHours,
        policy.EscalateHours);
}
