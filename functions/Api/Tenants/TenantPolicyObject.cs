using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Tenants;

/// <summary>What members may order, on the wire.</summary>
internal sealed record TenantPolicyObject(IReadOnlyList<string>? Engines, int? MostSeconds, TenantModerationObject? Moderation)
{
    public static TenantPolicyObject Of(TenantPolicy policy) =>
        new(policy.Engines, policy.MostSeconds, policy.Moderation is { } moderation ? TenantModerationObject.Of(moderation) : null);
}
