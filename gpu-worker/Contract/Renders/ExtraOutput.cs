using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>What a cut makes on request, beside what always comes with it.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ExtraOutput>))]
public enum ExtraOutput
{
    /// <summary>A ladder of sizes for streaming: <see cref="OutputNames.Hls"/>.</summary>
    Hls,

    /// <summary>The same with AV1 besides H.264, where ffmpeg can encode it.</summary>
    HlsAv1,

    /// <summary>A small moving picture, GIF: <see cref="OutputNames.Gif"/>.</summary>
    Gif,

    /// <summary>A small moving picture, WebP: <see cref="OutputNames.MovingWebp"/>.</summary>
    Webp,

    /// <summary>The cut as an editor's project: <see cref="OutputNames.Project"/>.</summary>
    Editors,
}
