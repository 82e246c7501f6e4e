using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>What a rights-holder has the rights in.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<RightsWorkKind>))]
public enum RightsWorkKind
{
    /// <summary>A character of a story, a film or a game.</summary>
    Character,

    /// <summary>A story, a film, a series or a game as a whole.</summary>
    Work,

    /// <summary>A mark.</summary>
    Mark,
}
