using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Api.Retention;

/// <summary>Nothing of a tenant that is held may be removed.</summary>
internal static class HoldRule
{
    /// <summary>Refuses a removal while the tenant is held.</summary>
    public static async Task Check(TenantDesk desk, string tenant, CancellationToken cancellation)
    {
        if ((await desk.Row(tenant, cancellation))?.HoldReason is { } reason)
        {
            throw Refusals.Conflict("tenant", $"Everything of this tenant is held, and nothing may be removed: {reason}. DELETE /v1/tenant/hold lets it go.", "legal_hold");
        }
    }
}
