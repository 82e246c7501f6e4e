using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Links;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Pipeline.Webhooks;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>The API over a SQLite file, blobs in memory, and orchestrations that are only written down.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-api-").FullName;
    private readonly WebApplication _app;

    private ApiHost(WebApplication app) => _app = app;

    public MemoryBlobs Blobs { get; private init; } = new();

    public RecordingOrchestrations Orchestrations { get; private init; } = new();

    public TestClock Clock { get; private init; } = new();

    public EnginesOnly Worker { get; private init; } = new();

    public IServiceProvider Services => _app.Services;

    /// <summary>The files of its database; they are there only where it is one in a file.</summary>
    public IReadOnlyList<string> DatabaseFiles => [Path.Combine(_folder, "sora.db"), Path.Combine(_folder, "sora.db-wal")];

    /// <summary>A client with the key of the first start.</summary>
    public HttpClient Client { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public string Address => _app.Urls.First();

    /// <summary>Starts it.</summary>
    /// <param name="options">Null for those of a bare deployment.</param>
    /// <param name="kestrel">Whether it listens on a port.</param>
    /// <param name="use">Which database; null for the file.</param>
    /// <param name="remotes">The deployment's own remotes; null for none.</param>
    /// <param name="stripe">Where Stripe is; null for Stripe itself.</param>
    public static async Task<ApiHost> Start(
        ApiOptions? options = null, bool kestrel = false, Action<DbContextOptionsBuilder>? use = null, string? remotes = null, StripeOptions? stripe = null)
    {
        var blobs = new MemoryBlobs();
        var orchestrations = new RecordingOrchestrations();
        var clock = new TestClock();
        var worker = new EnginesOnly();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (kestrel)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        ApiHost? host = null;
        builder.Services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IBlobStore>(blobs)
            .AddSingleton<IWorker>(worker)
            .AddSingleton(new WorkerFleet(worker))
            .AddSingleton<ISigners>(new OneSigner(Marked.Identity))
            .AddSingleton(new Watermarking(Marked.Key))
            .AddSingleton<IFrameSource, StillFrames>()
            .AddSingleton(new RemoteOptions(RemoteOptions.ReadServers(remotes), new KeyRing([("k1", new byte[32])])))
            .AddSingleton<IModerator>(new RuleModerator())
            .AddSingleton<IOrchestrationClient>(orchestrations)
            .AddSingleton(stripe ?? StripeOptions.Usual)
            .AddDbContext<SoraDatabase>(use ?? (db => db.UseSqlite($"Data Source={host!._folder}/sora.db;Pooling=False")))
            .AddWebhooks()
            .AddSoraApi(options ?? new ApiOptions());
        host = new ApiHost(builder.Build()) { Blobs = blobs, Orchestrations = orchestrations, Clock = clock, Worker = worker };
        await host.Begin();
        return host;
    }

    /// <summary>A client of a tenant of its own.</summary>
    public async Task<HttpClient> OtherTenant(string tenant)
    {
        var key = await Use(async (SoraDatabase database, ApiKeys keys) =>
        {
            database.Tenants.Add(new TenantRow { Id = tenant, Name = tenant, CreatedAt = Clock.GetUtcNow() });
            await database.SaveChangesAsync();
            return await keys.Issue(tenant, default);
        });
        return NewClient(key.Secret);
    }

    public HttpClient NewClient(string? key)
    {
        var client = _app.Services.GetService<Microsoft.AspNetCore.Hosting.Server.IServer>() is TestServer server
            ? server.CreateClient()
            : new HttpClient { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<TResult> Use<TFirst, TSecond, TResult>(Func<TFirst, TSecond, Task<TResult>> use)
        where TFirst : notnull
        where TSecond : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(
            scope.ServiceProvider.GetRequiredService<TFirst>(), scope.ServiceProvider.GetRequiredService<TSecond>());
    }

    /// <summary>Puts a finished video's files on the shelf, as its orchestration would.</summary>
    public Task<int> Complete(string videoId, params (string Name, string MediaType, byte[] Bytes)[] files) =>
        Use(async (SoraDatabase database) =>
        {
            var row = await database.Videos.SingleAsync(video => video.Id == videoId);
            foreach (var (name, mediaType, bytes) in files)
            {
                using var content = new MemoryStream(bytes);
                var blob = await new TenantBlobs(Blobs, row.TenantId).Put(content, mediaType, default);
                database.VideoFiles.Add(new VideoFileRow
                {
                    VideoId = videoId, Channel = "web", Name = name, Path = blob.Path, Sha256 = blob.Sha256,
                    Length = blob.Length, MediaType = mediaType,
                });
            }

            row.Status = VideoStatus.Completed;
            row.Progress = 100;
            row.CompletedAt = Clock.GetUtcNow();
            return await database.SaveChangesAsync();
        });

    /// <summary>Waits until the visits through links that it has answered are written down.</summary>
    internal Task VisitsWritten() => Services.GetRequiredService<ClickBook>().Settled();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Begin()
    {
        _app.MapSoraApi();
        await Use(async (SoraDatabase database) =>
        {
            await DatabasePreparation.Prepare(database, default);
            return true;
        });
        var key = await Use(async (FirstStart first) => await first.Run(default));
        Key = key!.Secret;
        await _app.StartAsync();
        Client = NewClient(Key);
    }
}
