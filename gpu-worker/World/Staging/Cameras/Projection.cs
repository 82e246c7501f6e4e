using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Cameras;

/// <summary>Where points of the world are on screen.</summary>
/// <param name="camera">The camera.</param>
/// <param name="format">The raster.</param>
internal sealed class Projection(CameraPose camera, FrameFormat format)
{
    private readonly Vector3 _forward = Vector3.Normalize(camera.Target - camera.Position);
    private readonly float _across = 18 / camera.Lens * Math.Min(1, (float)format.Width / format.Height);
    private readonly float _along = 18 / camera.Lens * Math.Min(1, (float)format.Height / format.Width);

    /// <summary>Fractions of the frame from its top left corner; null for what is behind the lens.</summary>
    public Vector2? At(Vector3 point)
    {
        var from = point - camera.Position;
        var depth = Vector3.Dot(from, _forward);
        if (depth < 1e-4f)
        {
            return null;
        }

        var right = Vector3.Normalize(Vector3.Cross(_forward, camera.Up));
        var up = Vector3.Cross(right, _forward);
        return new(
            0.5f + (0.5f * Vector3.Dot(from, right) / (depth * _across)),
            0.5f - (0.5f * Vector3.Dot(from, up) / (depth * _along)));
    }
}
