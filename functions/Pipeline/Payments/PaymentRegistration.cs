using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Payments;

/// <summary>Puts payments into a host.</summary>
public static class PaymentRegistration
{
    /// <summary>Adds what speaks with Stripe; the host brings the database, outbound HTTP, the ring of keys and the clock. May be called twice.</summary>
    /// <param name="services">The host's.</param>
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSales();
        services.TryAddSingleton(StripeOptions.Usual);
        services.TryAddSingleton<StripeClient>();
        services.TryAddScoped<PaymentAccounts>();
        services.TryAddScoped<PaymentLinks>();
        services.TryAddScoped<PaymentReconciliation>();
        return services;
    }
}
