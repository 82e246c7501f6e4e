namespace SoraFunctions.Provenance.Labels;

/// <summary>
/// The explicit label on the picture (GB 45438-2025, 5.4): a text from the first frame on, large and long
/// enough to be read. Text and measures only; the cut draws it.
/// </summary>
/// <param name="Language">Language of the text: en or zh.</param>
/// <param name="Text">What is drawn.</param>
public sealed record VisibleLabel(string Language, string Text)
{
    /// <summary>Least height of the text as a share of the picture's shortest side.</summary>
    public const double SmallestHeightShare = 0.05;

    /// <summary>How long it is shown at least, from the first frame at normal speed.</summary>
    public static TimeSpan ShortestDuration { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The label in a language: Chinese where the tag begins with zh, English everywhere else.</summary>
    /// <param name="languageTag">BCP 47 tag, such as zh-Hans-CN or de.</param>
    public static VisibleLabel For(string languageTag) =>
        languageTag.Split('-', '_')[0].Equals("zh", StringComparison.OrdinalIgnoreCase)
            ? new VisibleLabel("zh", "AI生成")
            : new VisibleLabel("en", "AI-generated");

    /// <summary>Least height of the text in pixels, measured on its tallest characters.</summary>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    public static int SmallestHeight(int width, int height) => (int)Math.Ceiling(Math.Min(width, height) * SmallestHeightShare);

    /// <summary>How long the label stays on a video: the shortest duration, or all of a shorter video.</summary>
    /// <param name="video">Length of the video.</param>
    public static TimeSpan DurationIn(TimeSpan video) => video < ShortestDuration ? video : ShortestDuration;
}
