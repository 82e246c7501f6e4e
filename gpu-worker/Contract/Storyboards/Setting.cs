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

    /// <summary>A worktop in front of kitchen cupboards, morning light.</summary>
    Kitchen,

    /// <summary>A shelf of wet tiles, mist on the wall.</summary>
    BathroomShelf,

    /// <summary>The bright water of a swimming pool over tiles.</summary>
    Pool,

    /// <summary>Open water up to the horizon.</summary>
    Sea,

    /// <summary>Round wet stones beside running water.</summary>
    RiverStones,

    /// <summary>Desert sand in long waves under a hard sun.</summary>
    Dunes,

    /// <summary>Moss, soil and leaves under trees, light in patches.</summary>
    ForestFloor,

    /// <summary>Fresh snow under a pale sky.</summary>
    Snow,

    /// <summary>A sill before a window that rain runs down.</summary>
    RainWindow,

    /// <summary>A round podium before draped curtains.</summary>
    CurtainPodium,

    /// <summary>A warm room with wrapped boxes, ribbons and small lights.</summary>
    GiftRoom,

    /// <summary>Weightless, before stars and the rim of a planet.</summary>
    Space,
}
