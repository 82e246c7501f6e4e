using System.Text.Json;

namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>Where an orchestration stands.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">Which orchestration it runs.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CustomStatus">What it last showed by <see cref="IOrchestrationContext.SetStatus"/>; null for nothing.</param>
/// <param name="Output">Its result as JSON once completed.</param>
/// <param name="Error">Why it failed or was cancelled.</param>
public sealed record InstanceStatus(
    string InstanceId, string Name, InstanceState State, JsonElement? CustomStatus, JsonElement? Output, string? Error);
