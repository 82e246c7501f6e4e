namespace SoraFunctions.Contract.Clips;

/// <summary>A vehicle during a whole clip. All series are sampled evenly and equally long.</summary>
/// <param name="Step">Seconds from one value to the next; the first is at the clip's first frame.</param>
/// <param name="Mass">Of the vehicle in kilograms.</param>
/// <param name="WheelRadius">Metres.</param>
/// <param name="Speeds">Metres a second.</param>
/// <param name="Revolutions">Revolutions of the engine a minute; 0 for a vehicle too small for one.</param>
/// <param name="Loads">Part of the engine's greatest torque, 0 to 1.</param>
/// <param name="Slips">Speed in metres a second with which the tyre that slides most does so.</param>
/// <param name="Heard">Where.</param>
public sealed record EngineRun(
    double Step,
    double Mass,
    double WheelRadius,
    IReadOnlyList<double> Speeds,
    IReadOnlyList<double> Revolutions,
    IReadOnlyList<double> Loads,
    IReadOnlyList<double> Slips,
    Heard Heard);
