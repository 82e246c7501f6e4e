using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Blobs;

/// <summary>Puts the folder of blobs among the services.</summary>
internal static class BlobRegistration
{
    /// <summary>Adds the store as <see cref="IBlobStore"/>.</summary>
    /// <param name="services">Hold a <see cref="TimeProvider"/>.</param>
    /// <param name="folder">Where the blobs lie.</param>
    /// <param name="links">How links are made.</param>
    public static IServiceCollection AddFolderBlobs(this IServiceCollection services, string folder, BlobLinkOptions links)
    {
        services.AddSingleton(links);
        services.AddSingleton(provider => new FolderBlobStore(folder, provider.GetRequiredService<TimeProvider>(), links));
        services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<FolderBlobStore>());
        return services;
    }
}
