using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>Runs orchestrations in this process so that they survive its death. See docs/durable.md.</summary>
internal sealed class DurableRunner(
    DurableRunnerOptions options,
    OrchestrationCatalog catalog,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<DurableRunner> log) : IOrchestrationClient, IHostedService
{
    private readonly MessageJson _json = new(options.Json);
    private readonly CancellationTokenSource _stopping = new();
    private DataFolderLock? _folder;
    private HistoryDatabase? _database;
    private RunnerParts? _parts;

    /// <summary>How many instances are in flight.</summary>
    public int InFlight => _parts?.Live.Count ?? 0;

    private RunnerParts Parts => _parts ?? throw new InvalidOperationException("The orchestration runner has not started.");

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        CheckTypes();
        _folder = DataFolderLock.Take(options.Folder);
        _database = new HistoryDatabase(options.Folder, options.BusyTimeout);
        _database.CreateTables();
        _parts = new RunnerParts
        {
            Catalog = catalog,
            Json = _json,
            Reader = new HistoryReader(_database),
            Writer = new HistoryWriter(_database, log, options.Failpoint),
            Activities = new ActivityExecutor(catalog, _json, scopes, new ActivityGates(options), log, options.Failpoint),
            Turns = new TurnQueue(options.Turns),
            Clock = clock,
            Log = log,
            Stopping = _stopping.Token,
            Failpoint = options.Failpoint,
        };
        _parts.Writer.Start();
        foreach (var row in _parts.Reader.InFlight())
        {
            _parts.Begin(row, isNew: false);
        }

        _parts.Turns.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_parts is not { } parts)
        {
            return;
        }

        await parts.Turns.Stop();
        await _stopping.CancelAsync();
        await parts.Activities.Idle().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        parts.Live.CloseAll();
        parts.Writer.Stop();
        _database!.Close();
        _folder!.Dispose();
    }

    /// <inheritdoc/>
    public async Task<bool> Start<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, string instanceId, TInput input, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        if (!catalog.Orchestrations.ContainsKey(orchestration.Name))
        {
            throw new ArgumentException($"There is no orchestration '{orchestration.Name}' in the catalog.", nameof(orchestration));
        }

        var parts = Parts;
        var message = _json.Encode(input, typeof(TInput), $"input of '{orchestration.Name}'");
        var row = new InstanceRow(instanceId, orchestration.Name, message, 0, parts.Now, Parent: null, catalog.Version);
        return await parts.Writer.Ask(WriteKind.Start, instanceId, tables => tables.Start(row), started =>
        {
            if (started)
            {
                parts.Begin(row, isNew: true);
            }
        }).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task<InstanceStatus?> Find(string instanceId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Parts.Reader.Status(instanceId));
    }

    /// <inheritdoc/>
    public async Task Raise<TPayload>(string instanceId, string name, TPayload payload, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var parts = Parts;
        var message = _json.Encode(payload, typeof(TPayload), $"payload of event '{name}'");
        var stored = await parts.Writer.Ask(WriteKind.Event, instanceId, tables => tables.Raise(instanceId, name, message), id =>
        {
            if (id is not null)
            {
                parts.Live.Find(instanceId)?.Offer(new StoredEvent(id.Value, name, message));
            }
        }).WaitAsync(cancellation);
        if (stored is null)
        {
            log.LogInformation("Event {Event} found no instance {Instance} in flight.", name, instanceId);
        }
    }

    /// <inheritdoc/>
    public Task Suspend(string instanceId, string reason, CancellationToken cancellation) =>
        Hold(instanceId, true, reason, cancellation);

    /// <inheritdoc/>
    public Task Resume(string instanceId, string reason, CancellationToken cancellation) =>
        Hold(instanceId, false, reason, cancellation);

    /// <inheritdoc/>
    public Task Cancel(string instanceId, string reason, CancellationToken cancellation)
    {
        var parts = Parts;
        var end = InstanceEnd.Cancelled(reason);
        return parts.Writer.Ask(WriteKind.Cancel, instanceId, tables => tables.Cancel(instanceId, end), cancelled =>
        {
            foreach (var id in cancelled)
            {
                parts.Live.Remove(id)?.Close();
                parts.Ends.Fire(id, end);
            }
        }).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<InstanceStatus> WaitForEnd(string instanceId, CancellationToken cancellation)
    {
        var parts = Parts;
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Ended(InstanceEnd end) => source.TrySetResult();
        parts.Ends.Subscribe(instanceId, Ended);
        try
        {
            if (parts.Reader.Status(instanceId) is { State: InstanceState.Running or InstanceState.Suspended })
            {
                using var stopping = _stopping.Token.Register(() => source.TrySetCanceled(_stopping.Token));
                await source.Task.WaitAsync(cancellation);
            }

            return parts.Reader.Status(instanceId)
                ?? throw new KeyNotFoundException($"There is no orchestration instance '{instanceId}'.");
        }
        finally
        {
            parts.Ends.Unsubscribe(instanceId, Ended);
        }
    }

    /// <inheritdoc/>
    public Task<bool> Purge(string instanceId, CancellationToken cancellation) =>
        Parts.Writer.Ask(WriteKind.Purge, instanceId, tables => tables.Purge(instanceId), _ => { }).WaitAsync(cancellation);

    /// <inheritdoc/>
    public Task<int> PurgeEnded(DateTimeOffset startedBefore, CancellationToken cancellation) =>
        Parts.Writer.Ask(WriteKind.Purge, "", tables => tables.PurgeEnded(startedBefore), _ => { }).WaitAsync(cancellation);

    private Task Hold(string instanceId, bool suspended, string reason, CancellationToken cancellation)
    {
        var parts = Parts;
        return parts.Writer.Ask(WriteKind.Suspend, instanceId, tables => tables.Suspend(instanceId, suspended), changed =>
        {
            if (changed)
            {
                log.LogInformation("{Instance} is {State}: {Reason}", instanceId, suspended ? "held" : "resumed", reason);
                parts.Live.Find(instanceId)?.Hold(suspended);
            }
        }).WaitAsync(cancellation);
    }

    private void CheckTypes()
    {
        var types = catalog.Activities.Values.SelectMany(entry => (Type[])[entry.Input, entry.Output])
            .Concat(catalog.Orchestrations.Values.SelectMany(entry => (Type[])[entry.Input, entry.Output]));
        if (_json.Unknown(types).Distinct().ToList() is { Count: > 0 } unknown)
        {
            throw new InvalidOperationException(
                $"The catalog has messages of types that the JSON options do not know: {string.Join(", ", unknown)}.");
        }
    }
}
