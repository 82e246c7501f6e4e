using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Prompts;

/// <summary>Where a shot takes place and what is in the air.</summary>
internal static class SettingWords
{
    /// <summary>The place, to follow a thing: "on a wooden table by a window".</summary>
    public static string Of(Setting setting, Look look) => setting switch
    {
        Setting.WhiteStudio => "in a seamless white studio",
        Setting.DarkStudio => "in a black studio on a glossy reflecting floor",
        Setting.ColourStudio => $"in a studio with a seamless {ColourWords.Of(look.Primary)} backdrop",
        Setting.MarbleCounter => "on a polished marble counter in a bright room",
        Setting.WoodenTable => "on a wooden table by a window",
        Setting.Beach => "on a sandy beach under an open sky",
        Setting.RooftopSunset => "on a flat rooftop at sunset with the low sun behind",
        Setting.NightStreet => "on the wet asphalt of a street at night with out-of-focus city lights",
        Setting.Kitchen => "on a kitchen worktop in morning light",
        Setting.BathroomShelf => "on a bathroom shelf of wet tiles with mist on the wall",
        Setting.Pool => "in the bright blue water of a swimming pool",
        Setting.Sea => "on the open sea with the horizon behind",
        Setting.RiverStones => "on round wet stones beside a running river",
        Setting.Dunes => "on desert sand dunes under a hard sun",
        Setting.ForestFloor => "on a mossy forest floor in dappled light",
        Setting.Snow => "on fresh snow under a pale sky",
        Setting.RainWindow => "on a window sill with rain running down the pane behind",
        Setting.CurtainPodium => "on a round podium before draped curtains",
        Setting.GiftRoom => "in a warm festive room with wrapped gifts, ribbons and fairy lights",
        Setting.Space => "weightless in outer space before stars and the rim of a planet",
        _ => throw new ArgumentOutOfRangeException(nameof(setting)),
    };

    /// <summary>What is in the air.</summary>
    public static string Of(Atmosphere atmosphere) => atmosphere switch
    {
        Atmosphere.Clear => "clear air",
        Atmosphere.Rain => "rain falling and splashing",
        Atmosphere.Snow => "snowflakes falling",
        Atmosphere.Dust => "dust motes drifting in the light",
        Atmosphere.Smoke => "slow drifting smoke",
        Atmosphere.Steam => "steam rising",
        Atmosphere.Sparks => "glowing sparks in the air",
        Atmosphere.Bubbles => "bubbles rising",
        _ => throw new ArgumentOutOfRangeException(nameof(atmosphere)),
    };
}
