namespace SoraFunctions.Pipeline.Data;

/// <summary>A machine that answers requests.</summary>
public sealed class MachineRow
{
    /// <summary>A new one for each start.</summary>
    public required string Id { get; init; }

    /// <summary>When it last said so.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}
