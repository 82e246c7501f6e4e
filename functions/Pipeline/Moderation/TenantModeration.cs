using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Gives each tenant its judge.</summary>
/// <param name="moderator">The host's judge.</param>
/// <param name="tenants">What tenants have set.</param>
/// <param name="deployment">What the deployment has set.</param>
public sealed class TenantModeration(IModerator moderator, TenantDesk tenants, ModerationPolicy deployment)
{
    /// <summary>The judge of a tenant as it is set now.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TenantJudge> Of(string tenant, CancellationToken cancellation) =>
        new(moderator, ModerationTerms.Of(deployment, (await tenants.Settings(tenant, cancellation)).Policy?.Moderation));
}
