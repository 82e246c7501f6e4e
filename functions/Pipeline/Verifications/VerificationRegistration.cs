using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What verification stands on.</summary>
public static class VerificationRegistration
{
    /// <summary>Adds it; what is there already stays.</summary>
    /// <param name="services">The host's; they hold database, blobs, worker, signing identity and clock.</param>
    public static IServiceCollection AddVerifications(this IServiceCollection services)
    {
        services.TryAddSingleton(Watermarking.None);
        services.TryAddSingleton<IFrameSource, WorkerFrames>();
        services.TryAddSingleton<PictureExamination>();
        services.TryAddSingleton(provider =>
        {
            var identity = provider.GetRequiredService<SigningIdentity>();
            return new Signer(identity.Organisation, identity.TrustAnchors);
        });
        services.TryAddScoped<ManifestRepository>();
        services.TryAddScoped<MatchLookup>();
        services.TryAddScoped<VerificationDesk>();
        return services;
    }
}
