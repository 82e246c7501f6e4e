using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound;

/// <summary>The quiet hush of a place, from filtered noise; each side has its own, which makes it wide.</summary>
internal static class RoomTone
{
    private const double Crossfade = 0.2;

    /// <summary>Low and high corner in hertz, level, and how slow and deep it swells (surf, wind, traffic).</summary>
    private sealed record Air(double Low, double High, double Level, double SwellSeconds, double SwellDepth);

    /// <summary>Many small drops: bright and even.</summary>
    private static readonly Air _rain = new(900, 7000, 0.016, 6, 0.2);

    /// <summary>Adds the hush of one shot.</summary>
    /// <param name="track">Where to.</param>
    /// <param name="setting">The place.</param>
    /// <param name="atmosphere">What is in the air; null for what the place has of its own.</param>
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds.</param>
    /// <param name="seed">Same seed, same noise.</param>
    public static void Add(StereoTrack track, Setting setting, Atmosphere? atmosphere, double from, double to, long seed)
    {
        Both(track, Of(setting), from, to, seed);
        if (atmosphere == Atmosphere.Rain)
            Both(track, _rain, from, to, ~seed);
    }

    private static void Both(StereoTrack track, Air air, double from, double to, long seed)
    {
        Side(track.Left, air, from, to, new Chance(seed * 2), 0);
        Side(track.Right, air, from, to, new Chance(seed * 2 + 1), 0.7);
    }

    private static Air Of(Setting setting) => setting switch
    {
        Setting.Beach => new(140, 2600, 0.030, 4.6, 0.85),
        Setting.RooftopSunset => new(90, 700, 0.020, 5.5, 0.6),
        Setting.NightStreet => new(45, 420, 0.026, 7, 0.35),
        Setting.WoodenTable => new(110, 1500, 0.006, 9, 0.2),
        Setting.MarbleCounter => new(140, 2200, 0.006, 9, 0.2),
        Setting.Kitchen => new(70, 1300, 0.007, 8, 0.15),
        Setting.BathroomShelf => new(220, 3200, 0.007, 7, 0.3),
        Setting.Pool => new(180, 1900, 0.016, 3.4, 0.55),
        Setting.Sea => new(90, 2200, 0.030, 5.8, 0.8),
        Setting.RiverStones => new(320, 4200, 0.022, 2.1, 0.25),
        Setting.Dunes => new(80, 900, 0.016, 6.5, 0.7),
        Setting.ForestFloor => new(260, 3000, 0.012, 6, 0.65),
        Setting.Snow => new(70, 520, 0.010, 8, 0.5),
        Setting.RainWindow => new(450, 3400, 0.014, 5, 0.3),
        Setting.CurtainPodium => new(90, 900, 0.004, 9, 0.15),
        Setting.GiftRoom => new(120, 1200, 0.006, 7, 0.25),
        Setting.Space => new(28, 130, 0.012, 11, 0.4),
        _ => new(90, 1100, 0.0035, 9, 0.15),
    };

    private static void Side(float[] side, Air air, double from, double to, Chance chance, double phase)
    {
        var low = default(StateFilter);
        var high = default(StateFilter);
        low.Tune(air.Low);
        high.Tune(air.High, 0.55);
        var (start, end) = ((int)((from - Crossfade / 2) * StereoTrack.Rate), (int)((to + Crossfade / 2) * StereoTrack.Rate));
        var fade = Crossfade * StereoTrack.Rate;
        for (var i = start; i < end; i++)
        {
            low.Step(chance.Noise());
            high.Step(low.High);
            if (i < 0 || i >= side.Length)
                continue;
            var swell = 0.5 - 0.5 * Math.Cos(2 * Math.PI * i / (air.SwellSeconds * StereoTrack.Rate) + phase);
            var edge = Math.Min(1, Math.Min((i - start) / fade, (end - i) / fade));
            side[i] += (float)(high.Low * air.Level * (1 - air.SwellDepth + air.SwellDepth * swell * swell) * Math.Sqrt(Math.Max(0, edge)));
        }
    }
}
