namespace SoraFunctions.Pipeline.Data;

/// <summary>Blobs that a video was made with. It goes with the video.</summary>
public sealed class VideoTrailRow
{
    /// <summary>Which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>Digest of the names in 32 hex digits; for those in its request, <see cref="RequestStep"/>.</summary>
    public required string Step { get; init; }

    /// <summary>Whose video.</summary>
    public required string TenantId { get; init; }

    /// <summary>Their names, <see cref="Collection.BlobNames"/>, separated by blanks.</summary>
    public required string Names { get; init; }

    /// <summary>The step of those that its request names.</summary>
    public const string RequestStep = "request";
}
