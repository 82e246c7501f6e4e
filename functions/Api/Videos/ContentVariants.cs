using SoraFunctions.Pipeline.Labels;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Videos;

/// <summary>What <c>variant</c> may ask for, and the file that it stands for.</summary>
internal static class ContentVariants
{
    public const string Usual = "video";

    /// <summary>The file of a variant; null for none. Captions in another language are asked for by their tag, as <c>captions.de</c>.</summary>
    public static string? FileOf(string variant) =>
        Files.GetValueOrDefault(variant) ?? (FileNames.LanguageOf($"{variant}.vtt") is { } language ? FileNames.CaptionsIn(language) : null);

    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["video"] = OutputNames.Video,
        ["thumbnail"] = OutputNames.Thumbnail,
        ["spritesheet"] = OutputNames.Spritesheet,
        ["poster"] = OutputNames.Poster,
        ["contact-sheet"] = OutputNames.ContactSheet,
        ["captions"] = OutputNames.Captions,
        ["subtitles"] = OutputNames.Subtitles,
        ["events"] = OutputNames.Events,
        ["checks"] = OutputNames.Checks,
        ["gif"] = OutputNames.Gif,
        ["webp"] = OutputNames.MovingWebp,
        ["delivery"] = DeliveryRecord.FileName,
        ["hls"] = OutputNames.Hls,
        ["project"] = OutputNames.Project,
        ["storyboard"] = FileNames.Storyboard,
        ["manifest"] = FileNames.Manifest,
        ["commerce"] = FileNames.Commerce,
    };
}
