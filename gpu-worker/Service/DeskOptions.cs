namespace SoraFunctions.Service;

/// <summary>How a <see cref="RenderDesk"/> works.</summary>
public sealed record DeskOptions
{
    /// <summary>Where assets, jobs and work in progress lie; made when absent, and used by one desk at a time.</summary>
    public required string Folder { get; init; }

    /// <summary>Bytes that all assets together may take, at least 1; null for 70 % of the disk, but no more than 64 GiB.</summary>
    public long? DiskBudget { get; init; }

    /// <summary>Jobs that may be unfinished at a time, at least 1.</summary>
    public int QueueLimit { get; init; } = 1024;

    /// <summary>Shots rendered side by side, at least 1; an engine uses all cores by itself.</summary>
    public int Shots { get; init; } = 1;

    /// <summary>Cuts made side by side, beside the shots, at least 1.</summary>
    public int Cuts { get; init; } = 1;

    /// <summary>The longest time that a job may show no progress before it is stopped as stuck.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>How often a job may be begun before it counts as what kills the worker, at least 1.</summary>
    public int Attempts { get; init; } = 3;
}
