using Microsoft.EntityFrameworkCore;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Local.Signing;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Local.Checks;

/// <summary>Verification with what a data folder holds. A folder that is not there, or holds less, is left as it is.</summary>
internal static class CheckServices
{
    /// <summary>Puts it together.</summary>
    /// <param name="folder">Whose key, certificate and videos.</param>
    /// <param name="cancellation">Stops bringing its tables up to this build.</param>
    public static async Task<ServiceProvider> Open(DataFolder folder, CancellationToken cancellation)
    {
        var hasTables = File.Exists(folder.Database);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(folder)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ISigners>(HasKeys(folder) ? new FolderSigners(folder, TimeProvider.System) : new NoSigners())
            .AddSingleton(File.Exists(folder.WatermarkSecret)
                ? new Watermarking(new WatermarkKey(await File.ReadAllBytesAsync(folder.WatermarkSecret, cancellation)))
                : Watermarking.None)
            .AddSingleton<IFrameSource, OwnFrames>()
            .AddDbContext<SoraDatabase>(database => database.UseSqlite(hasTables ? $"Data Source={folder.Database}" : "Data Source=nothing;Mode=Memory;Cache=Shared"))
            .AddVerifications();
        if (hasTables)
        {
            services.AddFolderBlobs(folder.Blobs, new BlobLinkOptions(new Uri("http://localhost"), []));
        }
        else
        {
            services.AddSingleton<IBlobStore, NoBlobs>();
        }

        var provider = services.BuildServiceProvider();
        await Prepare(provider, hasTables, cancellation);
        return provider;
    }

    private static async Task Prepare(ServiceProvider provider, bool hasTables, CancellationToken cancellation)
    {
        if (hasTables)
        {
            await LocalHost.Prepare(provider, cancellation);
            return;
        }

        // Tables without rows, in memory for as long as a connection to them is open.
        var database = provider.GetRequiredService<SoraDatabase>();
        await database.Database.OpenConnectionAsync(cancellation);
        await database.Database.EnsureCreatedAsync(cancellation);
    }

    private static bool HasKeys(DataFolder folder) =>
        new[] { "signing.pem", "signing.pfx" }.Any(name => File.Exists(Path.Combine(folder.Signing, name)));
}
