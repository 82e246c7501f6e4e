using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Watermarks;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What verification stands on.</summary>
public static class VerificationRegistration
{
    /// <summary>Adds it; what is there already stays.</summary>
    /// <param name="services">The host's; they hold database, blobs, worker, signers and clock.</param>
    public static IServiceCollection AddVerifications(this IServiceCollection services)
    {
        services.TryAddSingleton(Watermarking.None);
        services.TryAddSingleton<IFrameSource, WorkerFrames>();
        services.TryAddSingleton<FingerprintLibrary>();
        services.TryAddSingleton<PictureExamination>();
        services.TryAddScoped<ManifestRepository>();
        services.TryAddScoped<MatchLookup>();
        services.TryAddScoped<VerificationDesk>();
        return services;
    }
}
