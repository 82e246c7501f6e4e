using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Blobs;

/// <summary>Puts the folder of blobs among the services.</summary>
internal static class BlobRegistration
{
    /// <summary>Adds the store as <see cref="IBlobStore"/>.</summary>
    /// <param name="services">Hold a <see cref="TimeProvider"/>.</param>
    /// <param name="folder">Where the blobs lie.</param>
    /// <param name="links">Null for a store without links.</param>
    public static IServiceCollection AddFolderBlobs(this IServiceCollection services, string folder, BlobLinkOptions? links = null)
    {
        services.AddSingleton(provider => new FolderBlobStore(folder, provider.GetRequiredService<TimeProvider>(), links));
        services.AddSingleton<IBlobStore>(provider => provider.GetRequiredService<FolderBlobStore>());
        return services;
    }
}
