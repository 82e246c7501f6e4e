namespace SoraFunctions.World.Physics;

/// <summary>An impact between two bodies.</summary>
/// <param name="Time">Seconds since the simulation began, finer than a step.</param>
/// <param name="First">Index of the one body; -1 for the ground.</param>
/// <param name="Second">Index of the other body.</param>
/// <param name="Place">Where, in metres.</param>
/// <param name="Impulse">Along the normal, in newton seconds.</param>
/// <param name="Speed">Of approach along the normal, in metres a second.</param>
public readonly record struct Touch(double Time, int First, int Second, Vector3d Place, double Impulse, double Speed);
