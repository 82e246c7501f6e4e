using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>How large the first subject stands in the frame.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Framing>))]
public enum Framing
{
    /// <summary>About a quarter of the frame's height.</summary>
    Wide,

    /// <summary>About half of the frame's height.</summary>
    Medium,

    /// <summary>About three quarters of the frame's height.</summary>
    Close,

    /// <summary>A part of it fills the frame.</summary>
    Macro,
}
