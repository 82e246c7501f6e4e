using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>What all instances of one runner share.</summary>
internal sealed record RunnerParts
{
    public required OrchestrationCatalog Catalog { get; init; }

    public required MessageJson Json { get; init; }

    public required HistoryReader Reader { get; init; }

    public required HistoryWriter Writer { get; init; }

    public required ActivityExecutor Activities { get; init; }

    public required TurnQueue Turns { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILogger Log { get; init; }

    /// <summary>Cancelled when the runner stops.</summary>
    public required CancellationToken Stopping { get; init; }

    public Action<Failpoint>? Failpoint { get; init; }

    public LiveInstances Live { get; } = new();

    public EndSignals Ends { get; } = new();

    /// <summary>The wall clock in whole milliseconds, as it is stored.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(Clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Puts a stored instance in flight.</summary>
    public void Begin(InstanceRow row, bool isNew)
    {
        var instance = new LiveInstance(row, isNew, this);
        Live.Add(instance);
        instance.Wake();
    }
}
