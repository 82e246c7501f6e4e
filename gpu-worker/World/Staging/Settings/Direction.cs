using System.Numerics;

namespace SoraFunctions.World.Staging.Settings;

/// <summary>Directions as a photographer gives them.</summary>
internal static class Direction
{
    /// <summary>Unit vector from the subject.</summary>
    /// <param name="azimuth">Degrees from straight behind the subject, as the camera sees it, to the right; 180 is the camera's side.</param>
    /// <param name="elevation">Degrees above the ground.</param>
    public static Vector3 Of(float azimuth, float elevation)
    {
        var (sine, cosine) = MathF.SinCos(azimuth * MathF.PI / 180);
        var (up, level) = MathF.SinCos(elevation * MathF.PI / 180);
        return new(sine * level, up, -cosine * level);
    }
}
