using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SoraFunctions.Azure.Blobs;
using SoraFunctions.Azure.Database;
using SoraFunctions.Azure.Moderation;
using SoraFunctions.Azure.Signing;
using SoraFunctions.Azure.Telemetry;
using SoraFunctions.Azure.Workers;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards.LanguageModels;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Telemetry;

namespace SoraFunctions.Azure.Hosting;

/// <summary>The ports of the pipeline as Azure has them.</summary>
public static class AzurePorts
{
    /// <summary>
    /// Adds clock, address, identity, blob store, database, moderator, storyboard writer, signing identity and worker. The orchestration
    /// client is not among them. Nothing is connected to yet.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="options">How the service runs.</param>
    public static IServiceCollection AddAzurePorts(this IServiceCollection services, AzureOptions options) => services
        .AddSingleton(options)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new PublicAddress(options.PublicUrl.AbsoluteUri.TrimEnd('/')))
        .AddSingleton<TokenCredential>(new DefaultAzureCredential(
            new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.IdentityClientId }))
        .AddBlobs(options)
        .AddSingleton(provider => PostgresDatabase.Open(options.Database, provider.GetRequiredService<TokenCredential>()))
        .AddDbContext<SoraDatabase>((provider, database) =>
            PostgresDatabase.UseSource(database, provider.GetRequiredService<NpgsqlDataSource>()))
        .AddTelemetry(options)
        .AddHostedService<SchemaAtStart>()
        .AddSingleton<IModerator>(provider => options.ContentSafetyUrl is { } address
            ? new ContentSafetyModerator(new RuleModerator(), ContentSafety.At(address, provider.GetRequiredService<TokenCredential>()))
            : new RuleModerator())
        .AddSingleton(options.Moderation)
        .AddSingleton(options.Remotes)
        .AddSingleton(options.Shopify)
        .AddSingleton(options.Prices)
        .AddSingleton(options.Watermarks)
        .AddSingleton(provider => StoryboardWriters.Of(options.Writer, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new Recogniser(options.Recogniser, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ISigners>(provider => TimeStampedSigners.Over(Signers(provider, options), options.TimeStampUrl))
        .AddSingleton(provider => new WorkerRoute(
            options.WorkerUrl, WorkerTokens.Of(options, provider.GetRequiredService<TokenCredential>())))
        .AddSingleton<IWorker>(provider => provider.GetRequiredService<WorkerRoute>().Open())
        .AddSingleton(provider => WorkerFleet.Over(
            provider.GetRequiredService<IWorker>(),
            options.Workers,
            address => new WorkerRoute(address, WorkerTokens.Of(options, provider.GetRequiredService<TokenCredential>())).Open()));

    private static IServiceCollection AddTelemetry(this IServiceCollection services, AzureOptions options)
    {
        if (options.InsightsConnection is { } connection)
        {
            services.AddSingleton(provider => AzureMonitorExport.To(connection, options, provider.GetRequiredService<TokenCredential>()));
        }

        return services.AddSoraTelemetry("sora-functions");
    }

    private static IServiceCollection AddBlobs(this IServiceCollection services, AzureOptions options) => services
        .AddSingleton(provider => new BlobServiceClient(options.BlobsUrl, provider.GetRequiredService<TokenCredential>()))
        .AddSingleton<IBlobStore>(provider =>
        {
            var service = provider.GetRequiredService<BlobServiceClient>();
            var time = provider.GetRequiredService<TimeProvider>();
            return new AzureBlobStore(
                new BlobContainers(
                    service.GetBlobContainerClient(options.BlobsContainer), service.GetBlobContainerClient(options.ManifestsContainer)),
                new LinkSigner(new DelegationKeys(service, time), service.AccountName, time));
        });

    // Asked for by the first stamping and not at start: a vault that is down then costs an activity, which is tried again, not the app.
    private static VaultSigners Signers(IServiceProvider provider, AzureOptions options)
    {
        var chains = new WriteOnceTexts(provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(options.SigningContainer));
        var (credential, clock) = (provider.GetRequiredService<TokenCredential>(), provider.GetRequiredService<TimeProvider>());
        return new VaultSigners(
            key => VaultIdentity.Open(new KeyVault(key.Key, credential), key, options.Organisation, chains.GetOrAdd, clock, CancellationToken.None),
            new TenantKey(options.SigningKeyUrl, options.SigningCertificates),
            options.SigningTenants,
            clock);
    }
}
