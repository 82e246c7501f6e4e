using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Payments;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>Puts selling through agents into a host.</summary>
public static class AgentRegistration
{
    /// <summary>Adds sellers, checkouts and the telling of orders. May be called twice.</summary>
    /// <param name="services">The host's.</param>
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        services.AddPayments();
        services.TryAddScoped<AgentSellers>();
        services.TryAddScoped<AgentStock>();
        services.TryAddScoped<AgentPayments>();
        services.TryAddScoped<AgentCheckouts>();
        services.TryAddScoped<AgentCarts>();
        services.TryAddScoped<OpenPayments>();
        services.TryAddScoped<OrderTelling>();
        return services;
    }
}
