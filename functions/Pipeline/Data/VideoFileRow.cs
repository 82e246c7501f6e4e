namespace SoraFunctions.Pipeline.Data;

/// <summary>One file of a finished video.</summary>
public sealed class VideoFileRow
{
    /// <summary>Of which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>For which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Its file name, such as <c>video.mp4</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where its bytes are.</summary>
    public required string Path { get; init; }

    /// <summary>Content hash.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Such as <c>video/mp4</c>.</summary>
    public required string MediaType { get; init; }
}
