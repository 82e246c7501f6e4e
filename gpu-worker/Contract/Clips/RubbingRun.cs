using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Clips;

/// <summary>Two bodies roll or slide on each other for a while. All series are sampled evenly and equally long.</summary>
/// <param name="Start">Seconds from the clip's first frame to the first value.</param>
/// <param name="Step">Seconds from one value to the next.</param>
/// <param name="First">Id of the one body.</param>
/// <param name="Second">Id of the other body, or <c>ground</c>.</param>
/// <param name="FirstMatter">What the one is made of.</param>
/// <param name="SecondMatter">What the other is made of.</param>
/// <param name="Mass">Mass in kilograms of the lighter body.</param>
/// <param name="Size">Height in metres of the lighter body.</param>
/// <param name="Slips">Speed in metres a second with which the surfaces slide over each other.</param>
/// <param name="Rolls">Speed in metres a second with which the point of contact moves along by rolling.</param>
/// <param name="Forces">Normal force in newtons.</param>
/// <param name="Heard">Where.</param>
public sealed record RubbingRun(
    double Start,
    double Step,
    string First,
    string Second,
    Matter FirstMatter,
    Matter SecondMatter,
    double Mass,
    double Size,
    IReadOnlyList<double> Slips,
    IReadOnlyList<double> Rolls,
    IReadOnlyList<double> Forces,
    Heard Heard);
