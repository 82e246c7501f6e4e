using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Local.Durable;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

/// <summary>A runner over a folder of its own, which can be stopped and started again over the same folder with other code.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(30));
    private DurableRunner? _runner;

    public string Folder { get; } = Directory.CreateTempSubdirectory("durable-").FullName;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

    public int OtherActivities { get; init; } = 16;

    public Action<Failpoint>? Failpoint { get; init; }

    /// <summary>Ends every wait of a test that would otherwise hang.</summary>
    public CancellationToken Patience => _patience.Token;

    public DurableRunner Runner => _runner ?? throw new InvalidOperationException("Start the rig first.");

    public async Task<Rig> Start(OrchestrationCatalog catalog, IServiceCollection? services = null)
    {
        var runner = new DurableRunner(
            new DurableRunnerOptions
            {
                Folder = Folder, Json = Json, ActivityLimits = Limits, OtherActivities = OtherActivities, Failpoint = Failpoint,
            },
            catalog,
            (services ?? new ServiceCollection()).BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(),
            Clock,
            NullLogger<DurableRunner>.Instance);
        await runner.StartAsync(Patience);
        _runner = runner;
        return this;
    }

    public async Task Stop()
    {
        if (_runner is { } runner)
        {
            _runner = null;
            await runner.StopAsync(CancellationToken.None);
        }
    }

    public async Task Restart(OrchestrationCatalog catalog)
    {
        await Stop();
        await Start(catalog);
    }

    /// <summary>Starts an instance and waits for its end.</summary>
    public async Task<InstanceStatus> Run<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, TInput input, string id = "one")
    {
        await Runner.Start(orchestration, id, input, Patience);
        return await Runner.WaitForEnd(id, Patience);
    }

    public Task<InstanceStatus> End(string id = "one") => Runner.WaitForEnd(id, Patience);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _patience.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
