namespace SoraFunctions.Contract.Clips;

/// <summary>A cloth moves in the air during a whole clip. All series are sampled evenly and equally long.</summary>
/// <param name="Step">Seconds from one value to the next; the first is at the clip's first frame.</param>
/// <param name="Area">Square metres.</param>
/// <param name="Winds">Speed in metres a second of the air at its middle.</param>
/// <param name="Flutters">Root of the mean squared speed of its points against their mean, in metres a second.</param>
/// <param name="Heard">Where.</param>
public sealed record ClothRun(double Step, double Area, IReadOnlyList<double> Winds, IReadOnlyList<double> Flutters, Heard Heard);
