using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Reports;

/// <summary>Puts reports into a host.</summary>
public static class ReportRegistration
{
    /// <summary>Adds what counts and what reports; the host brings the database and the clock. May be called twice.</summary>
    /// <param name="services">The host's.</param>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSales();
        services.TryAddScoped<PlayCounter>();
        services.TryAddScoped<AdSpends>();
        services.TryAddScoped<FigureSource>();
        services.TryAddScoped<RevenueBook>();
        return services;
    }
}
