using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>Puts the durable runner among the services.</summary>
internal static class DurableRegistration
{
    /// <summary>Adds the runner as <see cref="IOrchestrationClient"/>; the host starts and stops it.</summary>
    /// <param name="services">Hold an <see cref="OrchestrationCatalog"/>.</param>
    /// <param name="options">How it works.</param>
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
