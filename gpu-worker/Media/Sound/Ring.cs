using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound;

/// <summary>
/// How a body of some matter sounds when struck: the modes of a body 10 cm high. Frequency goes with 1 / size. Ratios are
/// those of plates, bars, shells and bottles; decay and brightness follow the loss factors in Fletcher and Rossing, The Physics of
/// Musical Instruments (1998), chapters 2, 3 and 22.
/// </summary>
/// <param name="Hertz">Lowest mode.</param>
/// <param name="Decay">Seconds to a thousandth of the lowest mode.</param>
/// <param name="Damping">How much faster high modes decay: decay goes with frequency to minus this.</param>
/// <param name="Slope">How much weaker high modes are: amplitude goes with frequency to minus this.</param>
/// <param name="Knock">Part of noise in the first milliseconds, 0 to 1.</param>
/// <param name="Hardness">Corner in hertz of what a blow between two such bodies excites at 1 m/s.</param>
/// <param name="Ratios">Frequencies over the lowest.</param>
internal sealed record Ring(double Hertz, double Decay, double Damping, double Slope, double Knock, double Hardness, double[] Ratios)
{
    public static Ring Of(Matter matter) => matter switch
    {
        Matter.Glass => new(2300, 0.75, 0.75, 0.35, 0.18, 15_000, [1, 1.58, 2.24, 2.92, 3.61, 4.9, 6.3]),
        Matter.Metal => new(1750, 1.6, 0.55, 0.25, 0.12, 17_000, [1, 1.52, 2.43, 2.76, 3.86, 5.4, 6.9, 8.9]),
        Matter.Ceramic => new(1900, 0.42, 0.8, 0.45, 0.25, 12_000, [1, 1.7, 2.32, 3.2, 4.1, 5.6]),
        Matter.Ice => new(2600, 0.16, 0.8, 0.5, 0.4, 12_000, [1, 1.6, 2.5, 3.7, 5.1]),
        Matter.Stone => new(1250, 0.09, 0.9, 0.6, 0.5, 9_000, [1, 1.9, 2.8, 4.2, 5.9]),
        Matter.Wood => new(620, 0.16, 0.9, 0.9, 0.4, 5_000, [1, 2.2, 2.76, 4.1, 5.4]),
        Matter.Plastic => new(700, 0.09, 0.9, 0.8, 0.45, 5_500, [1, 1.9, 2.7, 3.9, 5.2]),
        Matter.Cardboard => new(240, 0.07, 0.9, 1.1, 0.6, 2_200, [1, 1.8, 2.9, 4.3]),
        Matter.Organic => new(210, 0.06, 1.0, 1.4, 0.5, 1_400, [1, 1.9, 3.1]),
        Matter.Rubber => new(150, 0.10, 1.0, 1.6, 0.2, 700, [1, 2.1, 3.3]),
        Matter.Fabric => new(130, 0.05, 1.0, 1.8, 0.6, 600, [1, 2.0]),
        _ => throw new ArgumentOutOfRangeException(nameof(matter), matter, "unknown matter"),
    };
}
