namespace SoraFunctions.Pipeline.Timers;

/// <summary>Work that recurs by itself.</summary>
/// <param name="Name">Unique; both hosts know it by this name.</param>
/// <param name="Every">Time between two runs: whole minutes that divide the hour, or whole hours that divide the day.</param>
/// <param name="Run">The work; the services are those of one scope made for this run. It may run twice at once, so it must be idempotent.</param>
public sealed record TimerEntry(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Run);
