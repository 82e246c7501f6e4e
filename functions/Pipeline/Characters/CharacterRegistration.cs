using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Characters;

/// <summary>Puts the keeping of characters among the services.</summary>
public static class CharacterRegistration
{
    /// <summary>Adds it, and what it takes likenesses by.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddCharacters(this IServiceCollection services)
    {
        services.TryAddScoped<WorkerJobs>();
        services.TryAddScoped<CharacterBook>();
        return services;
    }
}
