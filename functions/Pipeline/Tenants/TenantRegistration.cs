using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Moderation;

namespace SoraFunctions.Pipeline.Tenants;

/// <summary>What settings and quotas of tenants take.</summary>
public static class TenantRegistration
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddTenants(this IServiceCollection services)
    {
        services.TryAddScoped<TenantDesk>();
        services.TryAddSingleton(ModerationPolicy.None);
        services.TryAddScoped<TenantModeration>();
        services.TryAddScoped<TenantReader>();
        services.TryAddScoped<QuotaGate>();
        return services;
    }
}
