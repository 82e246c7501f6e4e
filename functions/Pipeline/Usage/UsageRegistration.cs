using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>What the ledger takes.</summary>
public static class UsageRegistration
{
    /// <summary>Adds it. A host that is set to prices has added its <see cref="PriceTable"/>.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddUsage(this IServiceCollection services)
    {
        services.TryAddSingleton(PriceTable.Free);
        services.TryAddScoped<UsageLedger>();
        services.TryAddScoped<UsageBook>();
        services.TryAddScoped<UsageEstimates>();
        services.TryAddScoped<StorageBooking>();
        return services;
    }
}
