using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Scene;

/// <summary>
/// How a body of some matter answers a blow: how stiff it is, and the modes of a body 10 cm high. Frequency goes with 1 / size. Stiffness
/// and density are handbook values of the matter; ratios are those of plates, bars, shells and bottles; decay and brightness follow
/// the loss factors in Fletcher and Rossing, The Physics of Musical Instruments (1998), chapters 2, 3 and 22.
/// </summary>
/// <param name="Young">Young's modulus in gigapascals.</param>
/// <param name="Poisson">Poisson's ratio.</param>
/// <param name="Density">Of the matter itself in kg/m3.</param>
/// <param name="Hertz">Lowest mode.</param>
/// <param name="Decay">Seconds to a thousandth (T60) of the lowest mode.</param>
/// <param name="Damping">How much faster high modes decay: decay goes with frequency to minus this.</param>
/// <param name="Slope">How much weaker high modes are: amplitude goes with frequency to minus this.</param>
/// <param name="Knock">Part of noise in the first milliseconds, 0 to 1.</param>
/// <param name="Loudness">Against glass struck as hard.</param>
/// <param name="Roughness">Of its surface, against stone; how loud it is to rub on.</param>
/// <param name="Ratios">Frequencies over the lowest; empty for what only rustles.</param>
internal sealed record Solid(
    double Young, double Poisson, double Density, double Hertz, double Decay, double Damping, double Slope, double Knock, double Loudness,
    double Roughness, double[] Ratios)
{
    /// <summary>Dry sand: grains slide on each other, and nothing rings.</summary>
    public static Solid Sand { get; } = new(0.0004, 0.3, 1600, 180, 0.03, 1, 1.6, 1, 0.35, 1.3, []);

    /// <summary>Fresh snow.</summary>
    public static Solid Snow { get; } = new(0.0002, 0.25, 200, 140, 0.03, 1, 1.8, 1, 0.22, 1.1, []);

    /// <summary>Soil, moss and leaves.</summary>
    public static Solid Soil { get; } = new(0.001, 0.35, 1100, 120, 0.04, 1, 1.5, 0.9, 0.35, 1.1, []);

    /// <summary>That of a matter.</summary>
    public static Solid Of(Matter matter) => matter switch
    {
        Matter.Glass => new(65, 0.22, 2500, 2300, 0.45, 0.75, 0.35, 0.18, 1, 0.25, [1, 1.58, 2.24, 2.92, 3.61, 4.9, 6.3]),
        Matter.Metal => new(75, 0.33, 2700, 1750, 0.85, 0.6, 0.3, 0.14, 1, 0.45, [1, 1.52, 2.43, 2.76, 3.86, 5.4, 6.9, 8.9]),
        Matter.Ceramic => new(60, 0.2, 2300, 1900, 0.34, 0.8, 0.45, 0.25, 0.95, 0.45, [1, 1.7, 2.32, 3.2, 4.1, 5.6]),
        Matter.Ice => new(9, 0.33, 917, 2600, 0.16, 0.8, 0.5, 0.4, 0.8, 0.2, [1, 1.6, 2.5, 3.7, 5.1]),
        Matter.Stone => new(50, 0.22, 2600, 1250, 0.09, 0.9, 0.6, 0.5, 0.85, 1, [1, 1.9, 2.8, 4.2, 5.9]),
        Matter.Wood => new(1.2, 0.35, 650, 620, 0.16, 0.9, 0.9, 0.4, 0.85, 0.8, [1, 2.2, 2.76, 4.1, 5.4]),
        Matter.Plastic => new(2, 0.38, 1050, 700, 0.09, 0.9, 0.8, 0.45, 0.8, 0.5, [1, 1.9, 2.7, 3.9, 5.2]),
        Matter.Cardboard => new(0.12, 0.2, 350, 240, 0.07, 0.9, 1.1, 0.6, 0.65, 0.9, [1, 1.8, 2.9, 4.3]),
        Matter.Organic => new(0.02, 0.4, 900, 210, 0.06, 1.0, 1.4, 0.5, 0.5, 0.7, [1, 1.9, 3.1]),
        Matter.Rubber => new(0.01, 0.49, 1100, 150, 0.10, 1.0, 1.6, 0.2, 0.6, 0.8, [1, 2.1, 3.3]),
        Matter.Fabric => new(0.002, 0.3, 400, 130, 0.05, 1.0, 1.8, 0.6, 0.35, 0.8, [1, 2.0]),
        _ => throw new ArgumentOutOfRangeException(nameof(matter), matter, "unknown matter"),
    };

    /// <summary>What the ground of a place is, for which the log has only the nearest matter of a thing.</summary>
    /// <param name="setting">The place.</param>
    /// <param name="matter">What the log says.</param>
    public static Solid GroundOf(Setting setting, Matter matter) => setting switch
    {
        Setting.Beach or Setting.Dunes => Sand,
        Setting.Snow => Snow,
        Setting.ForestFloor => Soil,
        _ => Of(matter),
    };

    /// <summary>Frequency of a mode of a body so large in metres.</summary>
    public double ModeOf(double size, double ratio) => Math.Clamp(Hertz * 0.1 / Math.Clamp(size, 0.006, 3), 45, 11_000) * ratio;

    /// <summary>Seconds to a thousandth of a mode: high ones go first, and large bodies ring longer.</summary>
    public double DecayOf(double size, double ratio) =>
        Math.Max(0.008, Decay * Math.Pow(ratio, -Damping) * Math.Pow(Math.Clamp(size, 0.02, 1) / 0.1, 0.25));

    /// <summary>
    /// Seconds that two bodies touch in a blow: Hertz's law for a round body, 2.87 (m^2 / (R E^2 v))^(1/5) (Johnson, Contact Mechanics,
    /// 1985, section 11.4). Its inverse is about the highest frequency that the blow excites.
    /// </summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="mass">Reduced mass in kilograms.</param>
    /// <param name="radius">Of curvature in metres.</param>
    /// <param name="speed">Of approach in metres a second.</param>
    public static double ContactSeconds(Solid a, Solid b, double mass, double radius, double speed)
    {
        var give = (1 - a.Poisson * a.Poisson) / (a.Young * 1e9) + (1 - b.Poisson * b.Poisson) / (b.Young * 1e9);
        return 2.87 * Math.Pow(mass * mass * give * give / (radius * Math.Max(speed, 0.01)), 0.2);
    }
}
