using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Media.Checks;

/// <summary>What follows when a check does not hold.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<CheckSeverity>))]
internal enum CheckSeverity
{
    /// <summary>The channel would refuse the file, or a player misread it: the cut fails.</summary>
    Error,

    /// <summary>A viewer may mind: the caller is told.</summary>
    Warning,
}
