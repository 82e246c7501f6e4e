using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Local.Durable;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;

namespace SoraFunctions.Azure.Tests.Campaigns;

/// <summary>The whole service on one machine over any database, with a worker that gives the same small video for everything and counts what it filmed.</summary>
internal sealed class CampaignHost : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(40);
    private readonly string _folder;
    private readonly WebApplication _app;
    private readonly HashSet<string> _filmed;

    private CampaignHost(string folder, WebApplication app, HashSet<string> filmed) => (_folder, _app, _filmed) = (folder, app, filmed);

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What went wrong within.</summary>
    public FaultLog Faults { get; private init; } = null!;

    /// <summary>Where its databases are.</summary>
    public string Folder => _folder;

    public TestClock Clock { get; private init; } = null!;

    public CannedWorker Worker => _app.Services.GetRequiredService<CannedWorker>();

    /// <summary>How many different shots were filmed.</summary>
    public int Filmed
    {
        get
        {
            lock (_filmed)
            {
                return _filmed.Count;
            }
        }
    }

    public static async Task<CampaignHost> Start(Action<DbContextOptionsBuilder>? use = null, CampaignOptions? options = null, LogLevel logs = LogLevel.Warning)
    {
        var folder = Directory.CreateTempSubdirectory("sora-campaigns-").FullName;
        var (filmed, clock) = (new HashSet<string>(), new TestClock());
        var builder = WebApplication.CreateSlimBuilder();
        var faults = new FaultLog(logs);
        builder.Logging.ClearProviders().AddProvider(faults).SetMinimumLevel(logs);
        builder.WebHost.UseTestServer();
        builder.Services
            .AddMemoryPorts(folder)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(options ?? new CampaignOptions { Look = TimeSpan.FromMilliseconds(40), FirstRetry = TimeSpan.FromMilliseconds(20) })
            .AddSoraApi(new ApiOptions { PublicUrl = new Uri("https://video.example.com") })
            .AddSoraPipeline()
            .AddDurableRunner(new DurableRunnerOptions { Folder = folder, Json = PipelineJson.Default.Options });
        builder.Services.AddSingleton<IWorker>(provider => new CountingWorker(provider.GetRequiredService<CannedWorker>(), filmed));
        if (use is not null)
        {
            foreach (var service in builder.Services.Where(service => service.ServiceType == typeof(SoraDatabase)
                || service.ServiceType.GenericTypeArguments.Contains(typeof(SoraDatabase))).ToList())
            {
                builder.Services.Remove(service);
            }

            builder.Services.AddDbContext<SoraDatabase>(use);
        }

        var app = builder.Build();
        app.MapSoraApi();
        var host = new CampaignHost(folder, app, filmed) { Clock = clock, Faults = faults };
        await host.Use(async services =>
        {
            await DatabasePreparation.Prepare(services.GetRequiredService<SoraDatabase>(), default);
            return true;
        });
        await app.StartAsync();
        host.Client = host.NewClient((await host.Use(services => services.GetRequiredService<FirstStart>().Run(default)))!.Secret);
        return host;
    }

    public async Task<T> Use<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    public Task<T> Rows<T>(Func<SoraDatabase, Task<T>> use) => Use(services => use(services.GetRequiredService<SoraDatabase>()));

    /// <summary>What the timer does each minute.</summary>
    public Task<bool> Tick() => Use(async services =>
    {
        await services.GetRequiredService<DueCampaigns>().Run(default);
        return true;
    });

    public async Task<HttpClient> OtherTenant(string tenant) => NewClient(await Use(async services =>
    {
        var database = services.GetRequiredService<SoraDatabase>();
        database.Tenants.Add(new TenantRow { Id = tenant, Name = tenant, CreatedAt = DateTimeOffset.UtcNow });
        await database.SaveChangesAsync();
        return (await services.GetRequiredService<ApiKeys>().Issue(tenant, default)).Secret;
    }));

    public async Task<JsonElement> Post(string path, string json = "{}")
    {
        using var answer = await Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {await answer.Content.ReadAsStringAsync()}\n{Faults}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> Get(string path) => Client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Makes a campaign and begins a run of it.</summary>
    public async Task<string> Run(string campaign)
    {
        var id = (await Post("/v1/campaigns", campaign)).GetProperty("id").GetString();
        var run = await Post($"/v1/campaigns/{id}/runs");
        return $"/v1/campaigns/{id}/runs/{run.GetProperty("id").GetString()}";
    }

    /// <summary>Waits until a run has some status.</summary>
    public Task<JsonElement> Until(string run, string status) => Until(run, one => one.GetProperty("status").GetString() == status);

    /// <summary>Waits until what is at a path is as wanted.</summary>
    public async Task<JsonElement> Until(string path, Func<JsonElement, bool> isWanted)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(50))
        {
            var found = await Get(path);
            if (isWanted(found))
            {
                return found;
            }

            Assert.True(waited < _patience, $"{found}\n{Faults}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();

        // What is not stopped may still write as the folder goes.
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private HttpClient NewClient(string key)
    {
        var client = _app.GetTestServer().CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private sealed class CountingWorker(CannedWorker worker, HashSet<string> filmed) : IWorker
    {
        public Task<IReadOnlyList<EngineInfo>> Engines(CancellationToken cancellation) => worker.Engines(cancellation);

        public Task<bool> Has(string sha256, CancellationToken cancellation) => worker.Has(sha256, cancellation);

        public Task Put(string sha256, Stream content, CancellationToken cancellation) => worker.Put(sha256, content, cancellation);

        public Task<Stream> Open(string sha256, CancellationToken cancellation) => worker.Open(sha256, cancellation);

        public Task<RenderStatus> Submit(string key, RenderJob job, Turn turn, CancellationToken cancellation)
        {
            if (job is ShotJob)
            {
                lock (filmed)
                {
                    filmed.Add(key);
                }
            }

            return worker.Submit(key, job, turn, cancellation);
        }

        public Task<RenderStatus?> Status(string key, double seen, TimeSpan wait, CancellationToken cancellation) => worker.Status(key, seen, wait, cancellation);

        public Task Forget(string sha256, CancellationToken cancellation) => worker.Forget(sha256, cancellation);

        public Task Cancel(string key, CancellationToken cancellation) => worker.Cancel(key, cancellation);
    }
}
