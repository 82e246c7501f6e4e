using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>What sounds in each place: quiet enough to be under music, and different enough to be known with closed eyes.</summary>
internal static class Places
{
    // The air of a quiet room, some 20 dB under music.
    private static readonly Hush _quiet = new(70, 620, 0.0095, 7, 0.25);

    /// <summary>The layers of a place.</summary>
    public static IReadOnlyList<Layer> Of(Setting setting) => setting switch
    {
        Setting.WhiteStudio or Setting.ColourStudio => [_quiet],
        Setting.DarkStudio => [new Hush(50, 380, 0.012, 9, 0.3)],
        Setting.CurtainPodium => [new Hush(50, 450, 0.011, 9, 0.3)],
        Setting.MarbleCounter => [_quiet with { High = 900 }, new Passing(0.006, 9, 320)],
        Setting.WoodenTable => [_quiet with { Low = 90, High = 700 }, new Birds(0.006, 5.5, 2600, 0), new Hush(250, 1500, 0.0025, 6, 0.6)],
        Setting.Kitchen => [_quiet with { Level = 0.008 }, new Hum(50, 0.0013, 0.75, 5), new Birds(0.004, 7, 2700, 0)],
        Setting.BathroomShelf => [new Hush(160, 1500, 0.003, 8, 0.2), new Hum(100, 0.0006, 1, 3), new Trickle(0.016, 2.6)],
        Setting.GiftRoom => [_quiet with { Level = 0.009 }, new Embers(0.016, 0.16)],
        Setting.Beach => [new Surf(0.05, 4.6, 1), new Gusts(0.012, 700, 0, 5), new Birds(0.010, 6.5, 850, 0.8)],
        Setting.Sea => [new Surf(0.042, 5.6, 0.45), new Gusts(0.02, 600, 0, 6), new Brook(0.012, 26, 0.002, 0.014, 2.4, 0.9), new Birds(0.006, 9, 900, 0.8)],
        Setting.Pool => [new Brook(0.022, 30, 0.0022, 0.012, 1.9, 0.85), new Hush(200, 1300, 0.007, 2.6, 0.7), new Birds(0.004, 8, 2600, 0)],
        Setting.RiverStones => [new Brook(0.016, 240, 0.0009, 0.008, 3.5, 0.35), new Hush(350, 2600, 0.010, 2.4, 0.35), new Birds(0.006, 6, 2800, 0)],
        Setting.Dunes => [new Gusts(0.045, 1100, 0.5, 5.5), new Hush(2200, 5200, 0.0016, 3.2, 0.9)],
        Setting.Snow => [new Gusts(0.03, 520, 0.25, 7)],
        Setting.ForestFloor => [new Gusts(0.012, 700, 0, 6), new Hush(1200, 3400, 0.005, 3.4, 0.85, 0.4), new Birds(0.022, 1.9, 2500, 0), new Birds(0.012, 4.5, 1500, 0.15)],
        Setting.RooftopSunset => [new Gusts(0.024, 600, 0.1, 5), new Hush(35, 260, 0.016, 8, 0.3), new Passing(0.010, 6.5, 500)],
        Setting.NightStreet => [new Hush(35, 300, 0.018, 8, 0.3), new Passing(0.028, 5.5, 1400), new Hum(100, 0.0007, 0.8, 4)],
        Setting.RainWindow => [new Raining(new(200, 0.0022, Matter.Glass)), new Hush(60, 700, 0.011, 6, 0.3)],
        Setting.Space => [new Hum(36.7, 0.004, 0.9, 4), new Hum(55.2, 0.0025, 1.1, 3), new Hush(28, 140, 0.02, 9, 0.5)],
        _ => [_quiet],
    };
}
