namespace SoraFunctions.Contract.Clips;

/// <summary>A body strikes water, or a drop falls into it.</summary>
/// <param name="Time">Seconds since the clip's first frame.</param>
/// <param name="Radius">Of what strikes at the surface, in metres.</param>
/// <param name="Speed">With which it strikes, in metres a second.</param>
/// <param name="Impulse">That the water takes, in newton seconds.</param>
/// <param name="Pan">Where on screen, -1 left to 1 right.</param>
/// <param name="Distance">Metres from the lens.</param>
public sealed record SplashEvent(double Time, double Radius, double Speed, double Impulse, double Pan, double Distance);
