using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What is in the air.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Atmosphere>))]
public enum Atmosphere
{
    /// <summary>Nothing.</summary>
    Clear,

    /// <summary>Falling rain, with rings and small splashes where it lands.</summary>
    Rain,

    /// <summary>Falling snow.</summary>
    Snow,

    /// <summary>Motes that drift in the light.</summary>
    Dust,

    /// <summary>Slow smoke.</summary>
    Smoke,

    /// <summary>Steam that rises from the subject.</summary>
    Steam,

    /// <summary>Glowing sparks.</summary>
    Sparks,

    /// <summary>Rising bubbles.</summary>
    Bubbles,
}
