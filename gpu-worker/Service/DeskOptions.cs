namespace SoraFunctions.Service;

/// <summary>How a <see cref="RenderDesk"/> works.</summary>
public sealed record DeskOptions
{
    /// <summary>Where assets, jobs and work in progress lie; made when absent, and used by one desk at a time.</summary>
    public required string Folder { get; init; }

    /// <summary>Bytes that all assets together may take, at least 1.</summary>
    public long DiskBudget { get; init; } = 64L << 30;

    /// <summary>Jobs that may be unfinished at a time, at least 1.</summary>
    public int QueueLimit { get; init; } = 1024;

    /// <summary>Shots rendered side by side, at least 1; an engine uses all cores by itself.</summary>
    public int Shots { get; init; } = 1;

    /// <summary>Cuts made side by side, beside the shots, at least 1.</summary>
    public int Cuts { get; init; } = 1;

    /// <summary>How often a job may be begun before it counts as what kills the worker, at least 1.</summary>
    public int Attempts { get; init; } = 3;
}
