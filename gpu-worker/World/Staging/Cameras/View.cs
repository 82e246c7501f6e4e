using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.World.Staging.Cameras;

/// <summary>Where a camera stands so that the subject fills as much of the frame as its framing says.</summary>
/// <param name="Centre">Middle of the subject, in metres.</param>
/// <param name="Distance">From the subject's middle to the lens.</param>
/// <param name="Elevation">Angle above the subject in radians.</param>
/// <param name="Lift">How far above the picture's middle the subject's middle stands, in parts of the picture's height.</param>
/// <param name="TangentX">Tangent of half of the horizontal angle of view.</param>
/// <param name="TangentY">Tangent of half of the vertical angle of view.</param>
/// <param name="Lens">Focal length in millimetres.</param>
/// <param name="Aperture">f-number.</param>
/// <param name="Size">Width, height and depth of what is framed.</param>
internal sealed record View(
    Vector3 Centre, float Distance, float Elevation, float Lift, float TangentX, float TangentY, float Lens, float Aperture, Vector3 Size)
{
    // Diameter of the blur, in millimetres of film, that still looks sharp at 1280 pixels: what is sold must be legible.
    private const float Sharp = 0.04f;

    /// <summary>Half of the width that is seen at the subject's distance.</summary>
    public float HalfWidth => Distance * TangentX;

    /// <summary>Height in metres above the ground of the picture's upper edge at the subject's distance.</summary>
    public float Top => Centre.Y + (Distance * TangentY * (1 - (2 * Lift)));

    /// <summary>Frames something.</summary>
    /// <param name="camera">Framing, lens, elevation, aperture.</param>
    /// <param name="format">The raster, for its aspect.</param>
    /// <param name="centre">Middle of what is framed.</param>
    /// <param name="size">Its width, height and depth.</param>
    public static View Of(Camera camera, FrameFormat format, Vector3 centre, Vector3 size)
    {
        var longest = 18 / (float)camera.Lens;
        float across = longest * Math.Min(1, (float)format.Width / format.Height), along = longest * Math.Min(1, (float)format.Height / format.Width);
        var elevation = (float)camera.Elevation * MathF.PI / 180;
        var (part, lift, room) = camera.Framing switch
        {
            Framing.Wide => (0.27f, 0.045f, 0.6f),
            Framing.Close => (0.74f, 0.03f, 0.84f),
            Framing.Macro => (1.55f, 0f, 1.9f),
            _ => (0.52f, 0.05f, 0.74f),
        };
        if (format.Height > format.Width && camera.Framing != Framing.Macro)
        {
            // Channels of tall video cover its lower third, so words and product share what is left above it: where it is as tall as a telephone,
            // the product ends above the lines at three fifths of the height.
            var tall = Math.Clamp((((float)format.Height / format.Width) - 1.35f) / 0.35f, 0, 1);
            (part, lift) = (part * (0.82f - ((camera.Framing == Framing.Close ? 0.24f : 0.07f) * tall)), lift + 0.05f + ((camera.Framing == Framing.Close ? 0.04f : 0.02f) * tall));
        }

        var seen = Math.Max((size.Y * MathF.Cos(elevation)) + (size.Z * Math.Abs(MathF.Sin(elevation))), 0.5f * Math.Min(size.X, size.Z));
        var distance = Math.Max(seen / (2 * along * part), size.X / (2 * across * room)) + (size.Z / 2);
        float focal = (float)camera.Lens, metres = 1000 * distance, depth = 250 * size.Z;
        var sharpest = focal * focal * depth / (Math.Max(metres - focal, focal) * metres * Sharp);
        return new(centre, distance, elevation, lift, across, along, focal, Math.Min(Math.Max((float)camera.Aperture, sharpest), 32), size);
    }
}
