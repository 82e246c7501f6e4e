using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Remotes.Calls;
using SoraFunctions.Pipeline.Remotes.Clips;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Remotes;

/// <summary>What rendering by other servers takes.</summary>
public static class RemoteRegistration
{
    /// <summary>Adds it. A host that is set to remotes of its own has added its <see cref="RemoteOptions"/>; outbound HTTP comes with the API.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddRemotes(this IServiceCollection services)
    {
        services.TryAddSingleton(RemoteOptions.None);
        services.TryAddSingleton(new RemoteRetry());
        services.TryAddSingleton(new RemoteWaits());
        services.TryAddSingleton<RemoteLines>();
        services.AddUsage();
        services.TryAddScoped<RemoteDirectory>();
        services.TryAddSingleton<RemoteAnswers>();
        services.TryAddScoped<RemoteHealth>();
        services.TryAddScoped<RemoteCosts>();
        services.TryAddScoped<RemoteClips>();
        return services;
    }
}
