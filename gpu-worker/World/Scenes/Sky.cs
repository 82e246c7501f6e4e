using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>A sky by day (Preetham, Shirley and Smits, "A Practical Analytic Model for Daylight", 1999).</summary>
/// <param name="Sun">Direction to the sun, unit length, y above 0.</param>
/// <param name="Turbidity">Haze: 2 very clear to 10 hazy.</param>
/// <param name="Brightness">Factor of its light; at 1 its mean luminance is 0.42 wherever the sun stands. Sunlight itself comes from a lamp.</param>
public sealed record Sky(Vector3 Sun, float Turbidity = 3, float Brightness = 1)
{
    /// <summary>How much of it fair-weather clouds cover, 0 to 1.</summary>
    public float Clouds { get; init; }
}
