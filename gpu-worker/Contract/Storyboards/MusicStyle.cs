using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What kind of music is composed. Its tempo, in beats a minute, gives way to the cuts by up to an eighth.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<MusicStyle>))]
public enum MusicStyle
{
    /// <summary>Felt piano, harp and warm strings, about 84.</summary>
    Elegant,

    /// <summary>Marimba, pizzicato and hand claps, about 112.</summary>
    Playful,

    /// <summary>Strings, brass and large drums, about 92.</summary>
    Epic,

    /// <summary>Bells and piano over a wide pad, no drums, about 70.</summary>
    Calm,

    /// <summary>Four to the floor, a pulsing synthesiser, about 124.</summary>
    Techno,

    /// <summary>Strummed and picked guitar, about 102.</summary>
    Acoustic,

    /// <summary>Sleigh bells and celesta, about 118.</summary>
    Festive,

    /// <summary>Chinese New Year: plucked zithers and flute in the pentatonic scale, gongs and great drums, about 116.</summary>
    LunarNewYear,

    /// <summary>Electric piano and a slow, swinging, dusty drum kit, about 80.</summary>
    LoFi,

    /// <summary>Strings that grow under a lonely piano, great drums, about 74.</summary>
    Cinematic,

    /// <summary>Muted guitar, piano and claps that stay friendly, about 116.</summary>
    Corporate,

    /// <summary>Steel drum, ukulele, congas, about 106.</summary>
    Tropical,
}
