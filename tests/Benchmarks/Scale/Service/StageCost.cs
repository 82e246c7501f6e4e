using System.Text.Json.Serialization;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>What all runs of an activity for one video cost together.</summary>
internal sealed record StageCost
{
    /// <summary>How often it ran.</summary>
    public int Runs { get; set; }

    /// <summary>Processor seconds, child processes included.</summary>
    public double CpuSeconds { get; set; }

    /// <summary>Database statements that read.</summary>
    public int DatabaseReads { get; set; }

    /// <summary>Database statements that write.</summary>
    public int DatabaseWrites { get; set; }

    /// <summary>Requests to the blob store.</summary>
    public int BlobRequests { get; set; }

    /// <summary>Bytes stored.</summary>
    public long BytesStored { get; set; }

    /// <summary>Bytes read.</summary>
    public long BytesRead { get; set; }

    /// <summary>All database statements.</summary>
    [JsonIgnore]
    public int Statements => DatabaseReads + DatabaseWrites;
}
