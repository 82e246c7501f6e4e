namespace SoraFunctions.World.Physics.Water;

/// <summary>Something strikes water.</summary>
/// <param name="Time">Seconds since the simulation began.</param>
/// <param name="Place">Where, in metres.</param>
/// <param name="Radius">Of what strikes at the surface, in metres.</param>
/// <param name="Speed">In metres a second.</param>
/// <param name="Impulse">That the water takes, in newton seconds.</param>
public readonly record struct WaterStrike(double Time, Vector3d Place, double Radius, double Speed, double Impulse);
