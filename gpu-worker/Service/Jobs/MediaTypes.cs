using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Service.Jobs;

/// <summary>What kind of file each output is.</summary>
internal static class MediaTypes
{
    public static readonly IReadOnlyList<string> OfShot = [OutputNames.Clip, OutputNames.Log];

    public static readonly IReadOnlyList<string> OfCut =
    [
        OutputNames.Video, OutputNames.Poster, OutputNames.Thumbnail, OutputNames.ManifestPicture, OutputNames.Spritesheet, OutputNames.ContactSheet,
        OutputNames.Captions, OutputNames.Subtitles, OutputNames.Events, OutputNames.Checks, OutputNames.Frames,
        OutputNames.Gif, OutputNames.MovingWebp, OutputNames.Hls, OutputNames.Project,
    ];

    public static readonly IReadOnlyList<string> OfAnalysis = [OutputNames.Analysis];

    public static readonly IReadOnlyList<string> OfSound = [OutputNames.Heard];

    public static readonly IReadOnlyList<string> OfFrames = [OutputNames.Frames];

    public static readonly IReadOnlyList<string> OfFingerprint = [OutputNames.Fingerprint];

    public static readonly IReadOnlyList<string> OfLikeness = [OutputNames.Likeness, OutputNames.LikenessFacts];

    /// <summary>The media type of an output.</summary>
    public static string Of(string name) => Path.GetExtension(name) switch
    {
        ".mp4" => "video/mp4",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".zip" => "application/zip",
        ".gz" => "application/gzip",
        ".vtt" => "text/vtt",
        ".srt" => "application/x-subrip",
        ".json" => "application/json",
        var other => throw new ArgumentException($"no media type is known for {other}", nameof(name)),
    };
}
