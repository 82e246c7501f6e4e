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

    /// <summary>Links and structured data.</summary>
    public const string Commerce = "commerce.json";
}
