namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Names of the files that the pipeline adds to those of a cut.</summary>
public static class FileNames
{
    /// <summary>The storyboard, to be edited and sent back.</summary>
    public const string Storyboard = "storyboard.json";

    /// <summary>What a verifier says of the video.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>Where the product can be pressed, a WebVTT track of the kind metadata.</summary>
    public const string Hotspots = "hotspots.vtt";

    /// <summary>Captions in a language other than the video's own, WebVTT.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static string CaptionsIn(string language) => $"captions.{language}.vtt";

    /// <summary>The language of captions by the name of their file; null for another file, and for those in the video's own language.</summary>
    /// <param name="name">The file's name.</param>
    public static string? LanguageOf(string name) =>
        name.StartsWith("captions.", StringComparison.Ordinal) && name.EndsWith(".vtt", StringComparison.Ordinal) && name.Length > "captions..vtt".Length
            ? name["captions.".Length..^".vtt".Length]
            : null;

    /// <summary>Links and structured data.</summary>
    public const string Commerce = "commerce.json";
}
