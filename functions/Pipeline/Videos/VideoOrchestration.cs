using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>
/// From an accepted request to a delivered video: moderation, storyboard, one render per shot, cut, provenance, commerce, delivery.
/// </summary>
public static class VideoOrchestration
{
    /// <summary>Its name and types.</summary>
    public static Orchestration<VideoOrder, Nothing> Definition { get; } = new("Video");
}
