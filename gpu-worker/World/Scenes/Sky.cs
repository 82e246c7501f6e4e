using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>A clear sky by day (Preetham, Shirley and Smits, "A Practical Analytic Model for Daylight", 1999).</summary>
/// <param name="Sun">Direction to the sun, unit length, y above 0.</param>
/// <param name="Turbidity">Haze: 2 very clear to 10 hazy.</param>
/// <param name="Brightness">Factor of its light.</param>
public sealed record Sky(Vector3 Sun, float Turbidity = 3, float Brightness = 1);
