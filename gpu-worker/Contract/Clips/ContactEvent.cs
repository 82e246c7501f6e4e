using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Clips;

/// <summary>Two bodies touch.</summary>
/// <param name="Time">Seconds since the clip's first frame.</param>
/// <param name="First">Id of the one body.</param>
/// <param name="Second">Id of the other body, or <c>ground</c>.</param>
/// <param name="FirstMatter">What the one is made of.</param>
/// <param name="SecondMatter">What the other is made of.</param>
/// <param name="Impulse">Normal impulse in newton seconds.</param>
/// <param name="Speed">Approach speed along the normal in metres a second.</param>
/// <param name="Mass">Mass in kilograms of the lighter body.</param>
/// <param name="Size">Height in metres of the lighter body: small things ring high.</param>
/// <param name="Pan">Where on screen, -1 left to 1 right.</param>
public sealed record ContactEvent(
    double Time,
    string First,
    string Second,
    Matter FirstMatter,
    Matter SecondMatter,
    double Impulse,
    double Speed,
    double Mass,
    double Size,
    double Pan)
{
    /// <summary>Where, as x, y, z in metres (y up, the ground at 0); empty where nobody measured.</summary>
    public IReadOnlyList<double> Place { get; init; } = [];

    /// <summary>Metres from the lens; 0 where nobody measured.</summary>
    public double Distance { get; init; }

    /// <summary>Height in metres of the heavier body; 0 for the ground, or where nobody measured.</summary>
    public double OtherSize { get; init; }

    /// <summary>Mass in kilograms of the heavier body; 0 for the ground, or where nobody measured.</summary>
    public double OtherMass { get; init; }
}
