using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>How far a job is.</summary>
public sealed record RenderStatus
{
    /// <summary>The key under which it was put.</summary>
    public required string Key { get; init; }

    /// <summary>Where it stands.</summary>
    public required RenderState State { get; init; }

    /// <summary>Done part, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>What was made; empty until <see cref="RenderState.Completed"/>.</summary>
    public IReadOnlyList<RenderOutput> Outputs { get; init; } = [];

    /// <summary>What the caller should know: fallbacks taken, wishes not met.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What it took; null until <see cref="RenderState.Completed"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorkDone? Took { get; init; }

    /// <summary>Why it failed; null unless <see cref="RenderState.Failed"/>.</summary>
    public RenderError? Error { get; init; }
}
