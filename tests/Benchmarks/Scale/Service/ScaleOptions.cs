using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>
/// A deployment and its load. Figures without a measurement or a document behind them are assumptions; docs/scale.md says for each.
/// </summary>
internal sealed record ScaleOptions
{
    /// <summary>Videos asked for in a day.</summary>
    public double VideosPerDay { get; init; } = 100_000;

    /// <summary>Part of them that comes in campaigns.</summary>
    public double Campaigns { get; init; } = 0.1;

    /// <summary>Length of a video in seconds.</summary>
    public decimal Seconds { get; init; } = 10;

    /// <summary>Channels of a video.</summary>
    public IReadOnlyList<string> Channels { get; init; } = ["web"];

    /// <summary>Endpoints that are told of each video.</summary>
    public int Webhooks { get; init; } = 1;

    /// <summary>Minutes in which 95 % of the videos should be made.</summary>
    public double TargetMinutes { get; init; } = 3;

    /// <summary>What carries the orchestrations.</summary>
    public Backend Backend { get; init; } = Backend.Storage;

    /// <summary>Partitions of the task hub on Azure Storage.</summary>
    public int Partitions { get; init; } = 8;

    /// <summary>Whether worker activities end at once and the worker raises an event, in place of holding a slot by long polls.</summary>
    public bool Callbacks { get; init; }

    /// <summary>Most instances of the Functions app.</summary>
    public int Instances { get; init; } = 250;

    /// <summary>Activities that an instance runs at a time: <c>maxConcurrentActivityFunctions</c> of host.json.</summary>
    public int Slots { get; init; } = 32;

    /// <summary>Most worker replicas.</summary>
    public int Replicas { get; init; } = 1_000;

    /// <summary>Cores of a replica.</summary>
    public int ReplicaCores { get; init; } = 4;

    /// <summary>Part of those cores that a render keeps busy.</summary>
    public double ReplicaUse { get; init; } = 0.85;

    /// <summary>Seconds from the wish for a replica to its first job.</summary>
    public double ReplicaStart { get; init; } = 40;

    /// <summary>GPU seconds per second of video; null renders on the CPU.</summary>
    public double? GpuSeconds { get; init; }

    /// <summary>Most GPU replicas.</summary>
    public int Gpus { get; init; } = 100;

    /// <summary>Database cores.</summary>
    public int DatabaseCores { get; init; } = 4;

    /// <summary>Accounts of the judge.</summary>
    public int Judges { get; init; } = 1;

    /// <summary>Times that a deployment stands side by side, tenants divided among them by hash.</summary>
    public int Stamps { get; init; } = 1;

    /// <summary>Same seed, same day.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Pixels of a frame for a channel.</summary>
    public static int Pixels(string channel) => ChannelProfile.Find(channel)!.Size is var size ? size.Width * size.Height : 0;
}
