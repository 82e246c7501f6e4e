namespace SoraFunctions.Pipeline.Webhooks;

/// <summary>The types of events that are announced.</summary>
public static class WebhookEvents
{
    /// <summary>A video is ready.</summary>
    public const string VideoCompleted = "video.completed";

    /// <summary>A video was given up.</summary>
    public const string VideoFailed = "video.failed";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [VideoCompleted, VideoFailed];
}
