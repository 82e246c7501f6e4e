using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Channels;

/// <summary>A label by which a video says that it is generated.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DueLabel>))]
public enum DueLabel
{
    /// <summary>Words in the picture.</summary>
    VisibleAi,

    /// <summary>The <c>AIGC</c> key in the metadata of the file.</summary>
    AigcMetadata,

    /// <summary>A signed C2PA manifest in the file.</summary>
    C2pa,
}
