using System.Text.Json;

namespace SoraFunctions.Local.Durable;

/// <summary>How the durable runner works.</summary>
internal sealed record DurableRunnerOptions
{
    /// <summary>The data folder; made if absent, and kept to this process.</summary>
    public required string Folder { get; init; }

    /// <summary>Knows every type that orchestrations and activities exchange.</summary>
    public required JsonSerializerOptions Json { get; init; }

    /// <summary>Activities with a limit of their own, by name: how many of them run at a time, 1 or more.</summary>
    public IReadOnlyDictionary<string, int> ActivityLimits { get; init; } = new Dictionary<string, int>();

    /// <summary>How many of all other activities run at a time, 1 or more.</summary>
    public int OtherActivities { get; init; } = 16;

    /// <summary>How many orchestrations run their code at a time, 1 or more.</summary>
    public int Turns { get; init; } = Environment.ProcessorCount;

    /// <summary>Seconds for which a write waits for a database that another process holds, such as a backup.</summary>
    public int BusyTimeout { get; init; } = 30;

    /// <summary>Called at each instant at which a test may end the process.</summary>
    internal Action<Failpoint>? Failpoint { get; init; }
}
