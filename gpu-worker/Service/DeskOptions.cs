using SoraFunctions.Contract;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service;

/// <summary>How a <see cref="RenderDesk"/> works.</summary>
public sealed record DeskOptions
{
    /// <summary>Where assets and work in progress lie, and jobs where there is no store; made when absent, and used by one desk at a time.</summary>
    public required string Folder { get; init; }

    /// <summary>What is shared with other replicas; null for a desk that is alone and keeps everything in its folder.</summary>
    public IStore? Store { get; init; }

    /// <summary>Bytes that all assets together may take, at least 1; null for 70 % of the disk, but no more than 64 GiB.</summary>
    public long? DiskBudget { get; init; }

    /// <summary>The longest time that an asset stays on this machine which nobody uses: what its owner has had erased is gone by then.</summary>
    public TimeSpan AssetAge { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Jobs that may be unfinished at a time, on all replicas together, at least 1. Replicas may pass it by what they accept at once.</summary>
    public int QueueLimit { get; init; } = 1024;

    /// <summary>Shots rendered side by side, at least 1; an engine uses all cores by itself.</summary>
    public int Shots { get; init; } = 1;

    /// <summary>Cuts and analyses made side by side, beside the shots, at least 1.</summary>
    public int Cuts { get; init; } = 1;

    /// <summary>The longest time that a job may show no progress before it is stopped as stuck.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The longest time that one run of a job may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Bytes that the process and the ffmpeg processes of its jobs may take together while jobs run; null for no limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>How often a job may be begun before it counts as what kills the worker, at least 1.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Time between two signs of life of who works on a job; so long a job may go on that was given up elsewhere.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Silence after which a job's owner counts as dead; several times <see cref="Beat"/>.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time between two looks into the store while there are jobs; up to five times as long while there are none.</summary>
    public TimeSpan Look { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long each engine may take to warm up before the first job; null to begin at once, with model packages unchecked.</summary>
    public TimeSpan? WarmUp { get; init; }

    /// <summary>Jobs are taken once this is done; never where it fails.</summary>
    public Task Prepared { get; init; } = Task.CompletedTask;

    /// <summary>Engines that come later, from model packages that are being fetched; until then nobody is told which engines there are.</summary>
    public Task<IReadOnlyList<IEngine>> Coming { get; init; } = Task.FromResult<IReadOnlyList<IEngine>>([]);

    /// <summary>Tells what is being done until <see cref="Prepared"/>, in plain words.</summary>
    public Func<string> Preparing { get; init; } = () => "model packages are being checked and engines warmed up";

    /// <summary>How long a finished run waits for a store that is out of reach.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromMinutes(10);
}
