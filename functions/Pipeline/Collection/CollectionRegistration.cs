using Microsoft.Extensions.DependencyInjection;

namespace SoraFunctions.Pipeline.Collection;

/// <summary>Puts the collection of blobs among the services.</summary>
internal static class CollectionRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddCollection(this IServiceCollection services) => services
        .AddScoped<VideoTrail>()
        .AddScoped<NeededBlobs>()
        .AddScoped<BlobCollector>();
}
