namespace SoraFunctions.Contract.Clips;

/// <summary>Where a source of sound is for the camera, sampled evenly: one value when it does not change.</summary>
/// <param name="Step">Seconds from one value to the next; more than 0.</param>
/// <param name="Pans">Where on screen, -1 left to 1 right; what is out of the picture is at its edge.</param>
/// <param name="Distances">Metres from the lens, as many as <paramref name="Pans"/>.</param>
public sealed record Heard(double Step, IReadOnlyList<double> Pans, IReadOnlyList<double> Distances);
