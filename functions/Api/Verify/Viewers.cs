using Microsoft.AspNetCore.Http;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Errors;
using SoraFunctions.Pipeline.Verifications;

namespace SoraFunctions.Api.Verify;

internal static class Viewers
{
    /// <summary>Who asks.</summary>
    /// <exception cref="ApiException">Nobody we know, and this deployment answers only those we know.</exception>
    public static Viewer Viewer(this HttpContext http, ApiOptions options) => http.Features.Get<Caller>() is { Tenant: var tenant }
        ? new Viewer(tenant, tenant == options.OperatorTenant)
        : options.OpenVerification
            ? Pipeline.Verifications.Viewer.Anyone
            : throw Refusals.NoKey("No API key was sent. Send it as the header 'Authorization: Bearer sk-sora-…'.");
}
