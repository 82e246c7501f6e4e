using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>Where a shot takes place.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Setting>))]
public enum Setting
{
    /// <summary>A white cyclorama.</summary>
    WhiteStudio,

    /// <summary>A black studio with a glossy floor.</summary>
    DarkStudio,

    /// <summary>A cyclorama in the primary colour of the look.</summary>
    ColourStudio,

    /// <summary>A polished marble counter in a bright room.</summary>
    MarbleCounter,

    /// <summary>A wooden table by a window.</summary>
    WoodenTable,

    /// <summary>Sand under an open sky.</summary>
    Beach,

    /// <summary>A flat roof with a low sun behind.</summary>
    RooftopSunset,

    /// <summary>Wet asphalt at night with out-of-focus lights.</summary>
    NightStreet,
}
