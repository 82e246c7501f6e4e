using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api;
using SoraFunctions.Contract;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Local.Durable;
using SoraFunctions.Local.Signing;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Shops.Deliveries;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storyboards.LanguageModels;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Provenance.Watermarks;
using SoraFunctions.Service;
using SoraFunctions.Telemetry;

namespace SoraFunctions.Local.Hosting;

/// <summary>The ports of the pipeline as one machine has them.</summary>
internal static class LocalServices
{
    /// <summary>Adds the whole service: ports, worker, pipeline, HTTP side and durable runner.</summary>
    public static IServiceCollection AddSoraLocal(this IServiceCollection services, LocalOptions options)
    {
        var folder = new DataFolder(options.DataFolder);
        return services
            .AddLocalPorts(options, folder)
            .AddWorker(options, folder)
            .AddSoraApi(new ApiOptions
            {
                PublicUrl = new Uri(options.PublicUrl),
                AllowLocalNetwork = options.AllowLocalNetwork,
                OperatorTenant = options.OperatorTenant,
                OpenVerification = options.OpenVerification,
                OpenManifests = options.OpenManifests,
            })
            .AddSoraPipeline()
            .AddDurableRunner(new DurableRunnerOptions
            {
                Folder = folder.Root,
                Json = PipelineJson.Default.Options,
                ActivityLimits = new Dictionary<string, int>
                {
                    [RenderShot.Definition.Name] = 4,
                    [RenderRemotely.Definition.Name] = 64,
                    [CutVideo.Definition.Name] = 2,

                    // One writer at a time is what SQLite has; deliveries that wait are handled together.
                    [HandleDeliveries.Definition.Name] = 1,
                },
            });
    }

    /// <summary>Adds what the pipeline stands on: SQLite, a folder of blobs, the embedded judge and writer, the signing identity.</summary>
    public static IServiceCollection AddLocalPorts(
        this IServiceCollection services, LocalOptions options, DataFolder folder)
    {
        Directory.CreateDirectory(folder.Root);
        return services
            .AddSoraTelemetry("sora")
            .AddSingleton(folder)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new PublicAddress(options.PublicUrl))
            .AddDbContext<SoraDatabase>(database => database
                .UseSqlite($"Data Source={folder.Database}")
                .AddInterceptors(new QuickWaits()))
            .AddFolderBlobs(folder.Blobs, new BlobLinkOptions(new Uri(options.PublicUrl), SecretFile.LoadOrCreate(folder.LinkSecret, "Links given out before then stop working.")))
            .AddSingleton(Remotes(options, folder))
            .AddSingleton(options.Shopify)
            .AddSingleton(options.Prices)
            .AddSingleton(options.Moderation)
            .AddSingleton(new Watermarking(new WatermarkKey(SecretFile.LoadOrCreate(folder.WatermarkSecret, "The marks of videos made before then can't be read any more."))))
            .AddSingleton<IModerator>(_ => new RuleModerator())
            .AddSingleton(provider => StoryboardWriters.Of(options.Writer, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new Recogniser(options.Recogniser, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => TimeStampedSigners.Over(new FolderSigners(folder, provider.GetRequiredService<TimeProvider>()), options.TimeStamps));
    }

    private static RemoteOptions Remotes(LocalOptions options, DataFolder folder) => options.Remotes with
    {
        Ring = options.Remotes.Ring
            ?? new KeyRing([("local", SecretFile.LoadOrCreate(folder.RemoteSecret, "Keys of remotes have to be sent again."))]),
    };

    private static IServiceCollection AddWorker(
        this IServiceCollection services, LocalOptions options, DataFolder folder) => (options.Worker is { } address
            ? services.AddSingleton<IWorker>(_ => HttpWorker.At(address, options.WorkerToken))
            : services.AddSingleton<IWorker>(provider => StandardDesk.Open(
                new DeskOptions { Folder = folder.Worker }, provider.GetRequiredService<TimeProvider>())))
        .AddSingleton(provider => WorkerFleet.Over(
            provider.GetRequiredService<IWorker>(), options.Workers, other => HttpWorker.At(other, options.WorkerToken)));
}
