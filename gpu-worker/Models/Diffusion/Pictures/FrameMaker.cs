using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Models.Diffusion.Pictures;

/// <summary>Makes video frames of pictures: scaled to cover the frame, cut at the rims, and as Y'CbCr by ITU-R BT.709-6, limited range.</summary>
/// <param name="width">Pixels across of the pictures.</param>
/// <param name="height">Pixels down of the pictures.</param>
/// <param name="format">The frames; width and height are even.</param>
public sealed class FrameMaker(int width, int height, FrameFormat format)
{
    private const float Kr = 0.2126f, Kb = 0.0722f;

    private readonly PlaneScaler _scaler = new(width, height, Crop.Cover(width, height, format.Width, format.Height), format.Width, format.Height);
    private readonly PlanarPicture _scaled = PlanarPicture.Black(format.Width, format.Height);

    /// <summary>Makes one frame. Of one thread at a time.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="frame">Planar I420: Y, then U, then V at half of both sizes.</param>
    public void Make(PlanarPicture picture, Span<byte> frame)
    {
        for (var channel = 0; channel < 3; channel++)
            _scaler.Scale(picture.Plane(channel), _scaled.Plane(channel));
        var red = _scaled.Plane(0);
        var green = _scaled.Plane(1);
        var blue = _scaled.Plane(2);
        var area = _scaled.Area;
        foreach (ref var value in _scaled.Planes.AsSpan())
            value = Math.Clamp(value, 0, 1); // the cubic overshoots at edges
        for (var i = 0; i < area; i++)
            frame[i] = Byte(16 + 219 * Luma(red[i], green[i], blue[i]));
        var blues = frame.Slice(area, area / 4);
        var reds = frame.Slice(area + area / 4, area / 4);
        for (var row = 0; row < format.Height / 2; row++)
            for (var column = 0; column < format.Width / 2; column++)
            {
                var corner = 2 * row * format.Width + 2 * column;
                var (r, g, b) = (Mean(red, corner), Mean(green, corner), Mean(blue, corner));
                var luma = Luma(r, g, b);
                blues[row * (format.Width / 2) + column] = Byte(128 + 112 / (1 - Kb) * (b - luma));
                reds[row * (format.Width / 2) + column] = Byte(128 + 112 / (1 - Kr) * (r - luma));
            }
    }

    private float Mean(ReadOnlySpan<float> plane, int corner) =>
        (plane[corner] + plane[corner + 1] + plane[corner + format.Width] + plane[corner + format.Width + 1]) / 4;

    private static float Luma(float red, float green, float blue) => Kr * red + (1 - Kr - Kb) * green + Kb * blue;

    private static byte Byte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
