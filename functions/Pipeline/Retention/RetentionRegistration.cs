using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Tenants;

namespace SoraFunctions.Pipeline.Retention;

/// <summary>What retention and erasure take.</summary>
public static class RetentionRegistration
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.TryAddScoped<NeededBlobs>();
        services.TryAddScoped<BlobCollector>();
        services.AddTenants();
        services.TryAddScoped<LegalHolds>();
        services.TryAddScoped<RetentionKeeper>();
        services.TryAddScoped<Eraser>();
        return services;
    }
}
