namespace SoraFunctions.Pipeline.Usage;

/// <summary>What something was used for: the stages of a video that are booked, and what is booked by the day.</summary>
public static class UsageStage
{
    /// <summary>A storyboard that a language model wrote, or failed to.</summary>
    public const string Storyboard = "storyboard";

    /// <summary>Shots that an engine made.</summary>
    public const string Render = "render";

    /// <summary>Cutting, sound, captions, encoding.</summary>
    public const string Cut = "cut";

    /// <summary>What lay in the store at the end of a day.</summary>
    public const string Storage = "storage";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Storyboard, Render, Cut, Storage];
}
