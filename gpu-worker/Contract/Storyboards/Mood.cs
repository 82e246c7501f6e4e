using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>The feeling that light, grade and music agree on.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Mood>))]
public enum Mood
{
    /// <summary>Slow, soft, precious.</summary>
    Elegant,

    /// <summary>Bright, bouncing, quick.</summary>
    Playful,

    /// <summary>Large, driving, contrasty.</summary>
    Epic,

    /// <summary>Quiet, even, airy.</summary>
    Calm,

    /// <summary>Hard, modern, pulsing.</summary>
    Energetic,

    /// <summary>Warm colours, festive tune.</summary>
    Festive,
}
