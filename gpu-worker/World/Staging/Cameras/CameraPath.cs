using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Cameras;

/// <summary>Moves the camera through a shot.</summary>
/// <param name="view">Where it frames the subject.</param>
/// <param name="move">How it moves.</param>
internal sealed class CameraPath(View view, CameraMove move)
{
    private const float Lowest = 0.08f;
    private const double WhipAngle = 1.25;

    /// <summary>The camera at an instant.</summary>
    /// <param name="t">Part of the shot that is over, 0 to 1.</param>
    /// <param name="seconds">Seconds since the first frame.</param>
    /// <param name="subject">How far the subject is from where it was framed; only <see cref="CameraMove.Follow"/> heeds it.</param>
    public CameraPose At(double t, double seconds, Vector3 subject)
    {
        var e = (float)Ease.Glide(t);
        var centred = e - 0.5f;
        var (distance, yaw, rise, shift, look) = (view.Distance, 0f, 0f, Vector3.Zero, Vector2.Zero);
        var focus = 1f;
        switch (move)
        {
            case CameraMove.PushIn: distance *= float.Lerp(1.13f, 0.93f, e); break;
            case CameraMove.PullOut: distance *= float.Lerp(0.9f, 1.12f, e); break;
            case CameraMove.OrbitLeft: yaw = -centred * 0.9f; break;
            case CameraMove.OrbitRight: yaw = centred * 0.9f; break;
            case CameraMove.CraneUp: rise = float.Lerp(-0.06f, 0.34f, e); break;
            case CameraMove.CraneDown: rise = float.Lerp(0.34f, -0.06f, e); break;
            case CameraMove.TruckLeft: shift.X = -centred * Room * 2; break;
            case CameraMove.TruckRight: shift.X = centred * Room * 2; break;
            case CameraMove.Pan: look.X = (1 - e) * -0.55f * view.HalfWidth; break;
            case CameraMove.Tilt: look.Y = float.Lerp(-0.24f, 0.05f, e) * view.Size.Y; break;
            case CameraMove.Follow: shift = new(subject.X, Math.Max(0, subject.Y), subject.Z); break;
            case CameraMove.MacroGlide:
                distance = Math.Min(distance, Macro);
                shift = new(centred * view.Size.X * 0.7f, centred * view.Size.Y * 0.3f, 0);
                break;
            case CameraMove.HandHeld:
                look = Shoulder.Sway(seconds) * (0.05f * view.Distance * view.TangentY);
                shift = new Vector3(Shoulder.Step(seconds) * (0.012f * view.Distance), 0);
                break;
            case CameraMove.Reveal:
                shift.X = (1 - e) * -1.05f * view.HalfWidth;
                look.X = (1 - e) * 0.3f * view.HalfWidth;
                rise = (1 - e) * -0.05f;
                focus = float.Lerp(0.7f, 1, Math.Min(1, 1.6f * e));
                break;
            case CameraMove.Whip:
                return Turned(Aim(distance, yaw, view.Elevation, shift, look, 1), Ease.Whip(seconds) * WhipAngle);
        }

        // A hand would breathe: a quarter of a percent of the distance is felt, not seen.
        var breath = new Vector2((float)Math.Sin(seconds * 0.9), (float)Math.Sin((seconds * 0.7) + 1)) * (0.0022f * view.Distance);
        return Aim(distance, yaw, view.Elevation + rise, shift + new Vector3(breath, 0), look, focus);
    }

    private float Room => Math.Max(0.06f * view.HalfWidth, Math.Min(0.35f * view.HalfWidth, 0.9f * (view.HalfWidth - (view.Size.X / 2))));

    private float Macro => (view.Size.Y / (2 * view.TangentY * 1.5f)) + (view.Size.Z / 2);

    private CameraPose Aim(float distance, float yaw, float elevation, Vector3 shift, Vector2 look, float focusPart)
    {
        var (sine, cosine) = MathF.SinCos(elevation);
        var (x, z) = MathF.SinCos(yaw);
        var back = new Vector3(x * cosine, sine, z * cosine);
        var centre = view.Centre + shift;

        // The camera goes down with what it looks at: upright edges stay upright.
        var up = Vector3.Normalize(Vector3.UnitY - (back * sine));
        var middle = centre - (up * (2 * view.Lift * distance * view.TangentY));
        var position = middle + (back * distance);
        position.Y = Math.Max(position.Y, Lowest * view.Size.Y);
        var lowered = middle + new Vector3(look, 0);
        var focus = Math.Max(0.05f, Vector3.Distance(position, centre) - (0.3f * view.Size.Z));
        return new(position, lowered, Vector3.UnitY, view.Lens, view.Aperture, focus * focusPart);
    }

    // The head turns about the vertical and keeps its level.
    private static CameraPose Turned(CameraPose pose, double angle) =>
        pose with { Target = pose.Position + Vector3.Transform(pose.Target - pose.Position, Quaternion.CreateFromAxisAngle(Vector3.UnitY, (float)angle)) };
}
