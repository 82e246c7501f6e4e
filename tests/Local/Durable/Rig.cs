using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;
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
    private TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Folder { get; } = Directory.CreateTempSubdirectory("durable-").FullName;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();

    public int OtherActivities { get; init; } = 16;

    public Action<Failpoint>? Failpoint { get; init; }

    /// <summary>Seconds for which a write waits for a database that another process holds.</summary>
    public int BusyTimeout { get; init; } = 30;

    /// <summary>Ends every wait of a test that would otherwise hang.</summary>
    public CancellationToken Patience => _patience.Token;

    public DurableRunner Runner => _runner ?? throw new InvalidOperationException("Start the rig first.");

    public async Task<Rig> Start(OrchestrationCatalog catalog, IServiceCollection? services = null)
    {
        var runner = Make(catalog, services);
        await runner.StartAsync(Patience);
        _runner = runner;
        return this;
    }

    /// <summary>Starts another runner over the same folder.</summary>
    public Task StartSecond() => Make(new OrchestrationCatalog(), services: null).StartAsync(Patience);

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

    /// <summary>Waits until the instance "one" shows a status, a string, that fits.</summary>
    public Task Until(Func<string?, bool> fits) => UntilTrue(async () =>
        (await Runner.Find("one", Patience))?.CustomStatus?.GetString() is { } status && fits(status));

    /// <summary>Waits until something holds; looks whenever the runner has passed a failpoint.</summary>
    public Task UntilTrue(Func<bool> holds) => UntilTrue(() => Task.FromResult(holds()));

    /// <inheritdoc cref="UntilTrue(Func{bool})"/>
    public async Task UntilTrue(Func<Task<bool>> holds)
    {
        while (true)
        {
            var passed = _passed.Task;
            if (await holds())
            {
                return;
            }

            await passed.WaitAsync(Patience);
        }
    }

    /// <summary>A number from the history.</summary>
    public long Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "durable.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Keeps all others from writing to the history.</summary>
    public IDisposable HoldDatabase()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "durable.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _patience.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Pass(Failpoint point)
    {
        Failpoint?.Invoke(point);
        Interlocked
            .Exchange(ref _passed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .SetResult();
    }

    private DurableRunner Make(OrchestrationCatalog catalog, IServiceCollection? services) => new(
        new DurableRunnerOptions
        {
            Folder = Folder,
            Json = Json,
            ActivityLimits = Limits,
            OtherActivities = OtherActivities,
            Failpoint = Pass,
            BusyTimeout = BusyTimeout,
        },
        catalog,
        (services ?? new ServiceCollection()).BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(),
        Clock,
        NullLogger<DurableRunner>.Instance);
}
