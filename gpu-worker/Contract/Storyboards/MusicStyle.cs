using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>What kind of music is composed.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<MusicStyle>))]
public enum MusicStyle
{
    /// <summary>Felt piano, harp and warm strings, 76 to 92 beats a minute.</summary>
    Elegant,

    /// <summary>Marimba, pizzicato and hand claps, 104 to 122.</summary>
    Playful,

    /// <summary>Strings, brass and large drums, 84 to 100.</summary>
    Epic,

    /// <summary>Bells and piano over a wide pad, no drums, 63 to 77.</summary>
    Calm,

    /// <summary>Four to the floor, a pulsing synthesiser, 118 to 132.</summary>
    Techno,

    /// <summary>Strummed and picked guitar, 92 to 112.</summary>
    Acoustic,

    /// <summary>Sleigh bells and celesta, 108 to 128.</summary>
    Festive,

    /// <summary>Chinese New Year: plucked zithers and flute in the pentatonic scale, gongs and great drums, 108 to 128.</summary>
    LunarNewYear,

    /// <summary>Electric piano and a slow, swinging, dusty drum kit, 72 to 88.</summary>
    LoFi,

    /// <summary>Low strings that grow under a lonely piano, 66 to 82.</summary>
    Cinematic,

    /// <summary>Muted guitar, piano and claps that stay friendly, 108 to 124.</summary>
    Corporate,

    /// <summary>Steel drum, ukulele and light percussion, 98 to 114.</summary>
    Tropical,
}
