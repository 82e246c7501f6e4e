namespace SoraFunctions.Azure.Tests.Durable.Engine;

/// <summary>Something that an orchestration asked for.</summary>
/// <param name="Number">Its place among all that this instance asked for.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Name">Of the activity or orchestration; when a timer is due.</param>
/// <param name="Input">As JSON.</param>
/// <param name="InstanceId">Of a sub-orchestration.</param>
/// <param name="Version">Of a sub-orchestration.</param>
internal sealed record Decision(
    int Number, ActionKind Kind, string Name, string? Input = null, string? InstanceId = null, string? Version = null);
