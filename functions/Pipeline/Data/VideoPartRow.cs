namespace SoraFunctions.Pipeline.Data;

/// <summary>How far one part of a video is, while it is made: what its progress is the sum of, whichever machine works on which part.</summary>
public sealed class VideoPartRow
{
    /// <summary>Of which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>Stage, channel and shot.</summary>
    public required string Part { get; init; }

    /// <summary>Its share of the whole video, 0 to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>Done part of it, 0 to 1, never falling.</summary>
    public required double Done { get; set; }
}
