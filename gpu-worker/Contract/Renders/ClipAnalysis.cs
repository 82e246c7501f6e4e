namespace SoraFunctions.Contract.Renders;

/// <summary>What a video holds.</summary>
public sealed record ClipAnalysis
{
    /// <summary>Pixels across.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels down.</summary>
    public required int Height { get; init; }

    /// <summary>Measured frames a second.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>Number of frames.</summary>
    public required int Frames { get; init; }

    /// <summary>Length of the picture in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Of the picture, such as <c>h264</c>.</summary>
    public required string Codec { get; init; }

    /// <summary>Whether there is a sound track.</summary>
    public required bool HasSound { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>What a picture-safety model found; null when none looked, of which <see cref="Notes"/> tell.</summary>
    public PictureVerdict? Safety { get; init; }

    /// <summary>What the caller should know, in plain words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
