using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>A room as its sound knows it: a box, and how much of the sound its walls swallow.</summary>
/// <param name="Width">Metres from left to right.</param>
/// <param name="Height">Metres.</param>
/// <param name="Length">Metres from front to back.</param>
/// <param name="Absorption">Mean absorption of the walls in the middle of the scale, 0 to 1; 1 for the open air.</param>
/// <param name="Brightness">Corner in hertz above which it swallows much more.</param>
internal sealed record Room(double Width, double Height, double Length, double Absorption, double Brightness)
{
    // Directivity of a microphone that points at what is filmed, a cardioid's: it hears that much less of the room.
    private const double Directivity = 3;

    /// <summary>Nothing sends anything back.</summary>
    public static Room Open { get; } = new(60, 30, 60, 1, 8000);

    /// <summary>That of a place. Sizes are of usual rooms; absorptions follow tables of building materials (tiles 0.03, parquet and plaster 0.1, furnished 0.25).</summary>
    public static Room Of(Setting setting) => setting switch
    {
        Setting.BathroomShelf => new(2.2, 2.5, 2.8, 0.14, 6500),
        Setting.Kitchen => new(3.4, 2.5, 4.2, 0.2, 5500),
        Setting.MarbleCounter => new(5, 2.8, 6, 0.2, 5500),
        Setting.WoodenTable => new(4, 2.6, 5, 0.27, 4200),
        Setting.RainWindow => new(3.5, 2.6, 4.5, 0.3, 3800),
        Setting.GiftRoom => new(4.5, 2.6, 5.5, 0.35, 3200),
        Setting.CurtainPodium => new(9, 5, 11, 0.42, 3000),
        Setting.WhiteStudio or Setting.ColourStudio => new(8, 4, 10, 0.34, 4500),
        Setting.DarkStudio => new(8, 4, 10, 0.4, 3500),
        Setting.Space => new(30, 16, 40, 0.22, 1800),
        Setting.NightStreet => new(16, 30, 60, 0.72, 3200),
        Setting.ForestFloor => new(30, 30, 30, 0.82, 2600),
        _ => Open,
    };

    /// <summary>Whether it sends anything back.</summary>
    public bool Sounds => Absorption < 1;

    /// <summary>Cubic metres.</summary>
    public double Volume => Width * Height * Length;

    /// <summary>Seconds to a thousandth: Eyring's formula, 0.161 V / (-S ln(1 - a)), which is Sabine's for small a (Kuttruff, Room Acoustics, 2009, section 5.1).</summary>
    public double Reverberation =>
        0.161 * Volume / (-2 * (Width * Height + Width * Length + Height * Length) * Math.Log(1 - Math.Min(Absorption, 0.999)));

    /// <summary>
    /// Distance in metres at which the room is as loud as the source itself: 0.057 sqrt(Q V / T) (Kuttruff, section 5.1). Nearer the source
    /// leads, farther the room does.
    /// </summary>
    public double CriticalDistance => 0.057 * Math.Sqrt(Directivity * Volume / Reverberation);
}
