namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>An orchestration as it ran: waves of calls, each wave asked for when the one before had been answered.</summary>
/// <param name="Name">Name of the orchestration.</param>
/// <param name="Waves">Its calls.</param>
internal sealed record Traced(string Name, IReadOnlyList<IReadOnlyList<Called>> Waves)
{
    /// <summary>
    /// Actions that a durable backend has to process: one for the start, two for each activity or sub-orchestration (asked for,
    /// answered), and those of the sub-orchestrations.
    /// </summary>
    public int Actions => 1 + Waves.Sum(wave => wave.Sum(call => 2 + (call.Sub?.Actions ?? 0)));

    /// <summary>Names of all activities called here and below.</summary>
    public IEnumerable<string> Activities => Waves.SelectMany(wave => wave)
        .SelectMany(call => call.Sub is { } sub ? sub.Activities : [call.Name]);
}

/// <summary>One call.</summary>
/// <param name="Name">Of the activity or orchestration.</param>
/// <param name="Sub">What the orchestration called in turn; null for an activity.</param>
internal sealed record Called(string Name, Traced? Sub);
