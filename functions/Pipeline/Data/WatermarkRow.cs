namespace SoraFunctions.Pipeline.Data;

/// <summary>Which rendition carries a mark. It outlives the video: a copy that is met later can still be told where it came from.</summary>
public sealed class WatermarkRow
{
    /// <summary>What the mark says.</summary>
    public required long Mark { get; init; }

    /// <summary>Of which video. Two renditions may, once in a very long while, have one mark.</summary>
    public required string VideoId { get; init; }

    /// <summary>For which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>SHA-256 of the signed file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset At { get; init; }
}
