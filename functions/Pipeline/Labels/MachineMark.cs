using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>What a machine finds in a file.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<MachineMark>))]
public enum MachineMark
{
    /// <summary>The <c>AIGC</c> key in the metadata of the file.</summary>
    AigcMetadata,

    /// <summary>A signed C2PA manifest.</summary>
    C2pa,

    /// <summary>An invisible mark in the picture.</summary>
    Watermark,
}
