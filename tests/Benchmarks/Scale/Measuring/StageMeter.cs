using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Benchmarks.Scale.Service;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Benchmarks.Scale.Measuring;

/// <summary>
/// Counts what each activity of one video costs. Processor time is taken from the first start of an activity to the last end of those
/// of the same name, so the video must have one channel: then no two stages run at a time.
/// </summary>
internal sealed class StageMeter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly Lock _gate = new();
    private readonly AsyncLocal<string?> _stage = new();
    private Dictionary<string, StageCost> _costs = [];
    private (string? Name, int Count, double Since) _running;

    /// <summary>Puts the meter into a host.</summary>
    public void Attach(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(PipelineServices.Catalog().Around(Around)));
        services.AddSingleton<IBlobStore>(provider => new MeteredBlobs(provider.GetRequiredService<FolderBlobStore>(), this));
        DiagnosticListener.AllListeners.Subscribe(this);
    }

    /// <summary>What was counted since the last time, by stage.</summary>
    public IReadOnlyDictionary<string, StageCost> Take()
    {
        lock (_gate)
        {
            return Interlocked.Exchange(ref _costs, []);
        }
    }

    /// <summary>Does something that is no activity under a name, without its processor time.</summary>
    public async Task Stage(string name, Func<Task> work)
    {
        _stage.Value = name;
        Count(cost => cost.Runs++);
        await work();
        _stage.Value = null;
    }

    /// <summary>Adds to what the present stage costs.</summary>
    public void Count(Action<StageCost> add)
    {
        if (_stage.Value is { } name)
        {
            lock (_gate)
            {
                add(Of(name));
            }
        }
    }

    private ActivityEntry Around(ActivityEntry entry) => entry with
    {
        Run = async (services, input, cancellation) =>
        {
            _stage.Value = entry.Name;
            Enter(entry.Name);
            try
            {
                return await entry.Run(services, input, cancellation);
            }
            finally
            {
                Leave();
            }
        },
    };

    private void Enter(string name)
    {
        lock (_gate)
        {
            Of(name).Runs++;
            _running = _running switch
            {
                { Count: 0 } => (name, 1, ProcessorTime.Seconds),
                { Name: var same } when same == name => _running with { Count = _running.Count + 1 },
                _ => throw new InvalidOperationException($"'{name}' runs beside '{_running.Name}', so neither can be measured."),
            };
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _running.Count--;
            if (_running.Count == 0)
            {
                var cost = Of(_running.Name!);
                cost.CpuSeconds = Math.Round(cost.CpuSeconds + ProcessorTime.Seconds - _running.Since, 3);
            }
        }
    }

    private StageCost Of(string name) => _costs.TryGetValue(name, out var cost) ? cost : _costs[name] = new StageCost();

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener source)
    {
        if (source.Name == "Microsoft.EntityFrameworkCore")
        {
            source.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> happened)
    {
        if (happened.Value is CommandExecutedEventData { Command.CommandText: var sql })
        {
            var reads = sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);
            Count(cost => (cost.DatabaseReads, cost.DatabaseWrites) = (cost.DatabaseReads + (reads ? 1 : 0), cost.DatabaseWrites + (reads ? 0 : 1)));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
