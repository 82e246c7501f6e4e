namespace SoraFunctions.Local.Durable;

/// <summary>An instance as stored when a run of it begins.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Which orchestration it runs.</param>
/// <param name="Input">Input of this run as JSON.</param>
/// <param name="Run">How often it has continued as new.</param>
/// <param name="Started">When this run was accepted.</param>
/// <param name="Parent">The instance that started it; null for none.</param>
/// <param name="Version">Version of the catalog under which it began.</param>
/// <param name="Suspended">Whether it is held.</param>
/// <param name="Status">What it last showed, as JSON.</param>
internal sealed record InstanceRow(
    string Id,
    string Name,
    string Input,
    int Run,
    DateTimeOffset Started,
    string? Parent,
    int Version,
    bool Suspended = false,
    string? Status = null);
