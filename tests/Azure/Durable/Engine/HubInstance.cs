using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Tests.Durable.Engine;

/// <summary>One orchestration instance of the hub.</summary>
internal sealed record HubInstance(string Name, string Id, string Version, string Input, int StartedAt, (string Id, int Action)? Parent)
{
    public List<HistoryEvent> History { get; } = [];

    /// <summary>What it has asked for, over all replays.</summary>
    public List<Decision> Decisions { get; } = [];

    /// <summary>Numbers of the decisions that the hub has begun.</summary>
    public HashSet<int> Begun { get; } = [];

    /// <summary>How many events the code has seen in an earlier turn.</summary>
    public int Played { get; set; }

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Running;

    public string? Output { get; set; }

    public TaskFailureDetails? Failure { get; set; }

    public string? CustomStatus { get; set; }

    /// <summary>Log lines that are not of a replay.</summary>
    public List<string> Log { get; } = [];

    public bool Ended => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
