using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>Puts the durable runner among the services.</summary>
internal static class DurableRegistration
{
    /// <summary>Adds the runner as <see cref="IOrchestrationClient"/> and has the host start and stop it; needs an <see cref="OrchestrationCatalog"/>.</summary>
    public static IServiceCollection AddDurableRunner(this IServiceCollection services, DurableRunnerOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<DurableRunner>();
        services.AddSingleton<IOrchestrationClient>(provider => provider.GetRequiredService<DurableRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<DurableRunner>());
        return services;
    }
}
