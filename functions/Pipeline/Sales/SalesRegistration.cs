using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>Puts sales into a host.</summary>
public static class SalesRegistration
{
    /// <summary>Adds what writes sales down and counts them; the host brings the database and the clock. May be called twice.</summary>
    /// <param name="services">The host's.</param>
    public static IServiceCollection AddSales(this IServiceCollection services)
    {
        services.TryAddScoped<SaleRecorder>();
        services.TryAddScoped<AttributionSettings>();
        services.TryAddScoped<SalesLog>();
        return services;
    }
}
