namespace SoraFunctions.Pipeline.Data;

/// <summary>How a rendition looks, so that copies of it are known again. It goes with the video.</summary>
public sealed class FingerprintRow
{
    /// <summary>A running number.</summary>
    public long Id { get; init; }

    /// <summary>Of which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>For which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>How the fingerprint was taken; only those of one algorithm can be compared.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The fingerprint.</summary>
    public required byte[] Content { get; init; }

    /// <summary>When the video was signed.</summary>
    public required DateTimeOffset At { get; init; }
}
