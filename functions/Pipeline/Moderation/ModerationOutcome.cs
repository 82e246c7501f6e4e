using System.Text.Json.Serialization;
using SoraFunctions.Contract;

namespace SoraFunctions.Pipeline.Moderation;

/// <summary>What follows from a judgement, the mildest first.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ModerationOutcome>))]
public enum ModerationOutcome
{
    /// <summary>The video may be made.</summary>
    Allow,

    /// <summary>A person decides.</summary>
    Review,

    /// <summary>The video may not be made.</summary>
    Refuse,
}
