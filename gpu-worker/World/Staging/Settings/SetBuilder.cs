using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Builds the surroundings of each setting.</summary>
internal static class SetBuilder
{
    /// <summary>Builds one. The same setting has the same light from the same side in every shot, whatever the seed.</summary>
    /// <param name="setting">Which.</param>
    /// <param name="brief">What it has to serve.</param>
    public static SetDesign Build(Setting setting, SetBrief brief) => setting switch
    {
        Setting.DarkStudio => DarkStudio.Design(brief),
        Setting.ColourStudio => ColourStudio.Design(brief),
        Setting.MarbleCounter => MarbleCounter.Design(brief),
        Setting.WoodenTable => WoodenTable.Design(brief),
        Setting.Beach => Beach.Design(brief),
        Setting.RooftopSunset => RooftopSunset.Design(brief),
        Setting.NightStreet => NightStreet.Design(brief),
        Setting.Kitchen => Kitchen.Design(brief),
        Setting.BathroomShelf => BathroomShelf.Design(brief),
        Setting.Pool => Pool.Design(brief),
        Setting.Sea => Sea.Design(brief),
        Setting.RiverStones => RiverStones.Design(brief),
        Setting.Dunes => Dunes.Design(brief),
        Setting.ForestFloor => ForestFloor.Design(brief),
        Setting.Snow => Snow.Design(brief),
        Setting.RainWindow => RainWindow.Design(brief),
        Setting.CurtainPodium => CurtainPodium.Design(brief),
        Setting.GiftRoom => GiftRoom.Design(brief),
        Setting.Space => Space.Design(brief),
        _ => WhiteStudio.Design(brief),
    };
}
