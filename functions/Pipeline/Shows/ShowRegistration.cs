using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shows;

/// <summary>Puts shows into a host.</summary>
public static class ShowRegistration
{
    /// <summary>Adds the orchestration and its activity.</summary>
    /// <param name="catalog">The host's.</param>
    public static OrchestrationCatalog AddShows(this OrchestrationCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Add(ShowOrchestration.Definition, ShowOrchestration.Run).Add<CutShow, ShowOrder, ShowStep>(CutShow.Definition);
    }

    /// <summary>Adds what they need, and what the API needs. May be called twice.</summary>
    /// <param name="services">The host's; it brings the moderator.</param>
    public static IServiceCollection AddShows(this IServiceCollection services)
    {
        services.TryAddScoped<ShowCuts>();
        services.TryAddScoped<ShowVotes>();
        services.TryAddScoped<ShowDesk>();
        services.TryAddScoped<CutShow>();
        return services;
    }
}
