using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Clips;

/// <summary>A liquid is poured. All series are sampled evenly and equally long.</summary>
/// <param name="Start">Seconds from the clip's first frame to the first value.</param>
/// <param name="Step">Seconds from one value to the next.</param>
/// <param name="Onto">What the stream lands on while there is no liquid yet.</param>
/// <param name="Rates">Cubic metres a second that land.</param>
/// <param name="Speeds">Speed of landing in metres a second.</param>
/// <param name="Depths">Depth in metres of the liquid that it lands in.</param>
/// <param name="Columns">Metres of air from there up to the rim of the vessel; 0 where there is no vessel.</param>
/// <param name="Radius">Radius in metres of the vessel's mouth; 0 where there is no vessel.</param>
/// <param name="Heard">Where.</param>
public sealed record PourRun(
    double Start,
    double Step,
    Matter Onto,
    IReadOnlyList<double> Rates,
    IReadOnlyList<double> Speeds,
    IReadOnlyList<double> Depths,
    IReadOnlyList<double> Columns,
    double Radius,
    Heard Heard);
