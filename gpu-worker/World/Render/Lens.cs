using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>A thin lens that moves while the shutter is open.</summary>
internal readonly struct Lens
{
    private readonly Frame open;
    private readonly Frame close;
    private readonly Frame middle;
    private readonly float scale;
    private readonly float halfWidth;
    private readonly float halfHeight;
    private readonly float radius;
    private readonly float focus;

    /// <param name="previous">At the frame before.</param>
    /// <param name="current">At this frame.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    public Lens(CameraPose previous, CameraPose current, int width, int height)
    {
        open = Frame.At(previous, current, Bodies.ShutterOpen);
        close = Frame.At(previous, current, 1);
        middle = Frame.At(previous, current, (1 + Bodies.ShutterOpen) / 2);
        scale = 36 / current.Lens / Math.Max(width, height);
        halfWidth = width / 2f;
        halfHeight = height / 2f;
        focus = MathF.Max(0.01f, current.Focus);
        radius = current.Aperture > 0 ? current.Lens / 2000 / current.Aperture : 0;
    }

    public Vector3 Position => middle.Position;

    /// <summary>Angle that a pixel in the middle of the picture spans, in radians.</summary>
    public float PixelAngle => scale;

    /// <summary>Whether the camera moves while the shutter is open.</summary>
    public bool Moves => open.Position != close.Position || open.Forward != close.Forward;

    /// <summary>Diameter in pixels of the disc that a point becomes.</summary>
    /// <param name="depth">Distance along the view.</param>
    public float Blur(float depth) => 2 * radius * MathF.Abs(1 / focus - 1 / MathF.Max(0.01f, depth)) / scale;

    /// <summary>As <see cref="Blur(float)"/>, as an angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide BlurAngle(Wide depth) => Vector512.Abs(All(1 / focus) - Inverse(Max(depth, All(0.01f)))) * (2 * radius);

    /// <summary>Rays through points of the picture from points of the lens.</summary>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <param name="lensX">On the unit disc.</param>
    /// <param name="lensY">On the unit disc.</param>
    /// <param name="time">0 shutter opens, 1 closes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rays Through(Wide x, Wide y, Wide lensX, Wide lensY, Wide time)
    {
        var right = Wide3.Lerp(Wide3.All(open.Right), Wide3.All(close.Right), time);
        var up = Wide3.Lerp(Wide3.All(open.Up), Wide3.All(close.Up), time);
        var forward = Wide3.Lerp(Wide3.All(open.Forward), Wide3.All(close.Forward), time);
        var position = Wide3.Lerp(Wide3.All(open.Position), Wide3.All(close.Position), time);
        var sx = (x - All(halfWidth)) * scale;
        var sy = (All(halfHeight) - y) * scale;
        var direction = Wide3.Along(Wide3.Along(forward, right, sx), up, sy) * focus;
        var offset = right * (lensX * radius) + up * (lensY * radius);
        return new Rays { Origin = position + offset, Direction = Wide3.Normalize(direction - offset), Time = time };
    }

    /// <summary>Sharp rays in the middle of the exposure.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rays Sharp(Wide x, Wide y)
    {
        var sx = (x - All(halfWidth)) * scale;
        var sy = (All(halfHeight) - y) * scale;
        var direction = Wide3.Along(Wide3.Along(Wide3.All(middle.Forward), Wide3.All(middle.Right), sx), Wide3.All(middle.Up), sy);
        return new Rays { Origin = Wide3.All(middle.Position), Direction = Wide3.Normalize(direction), Time = All(0.5f) };
    }

    /// <summary>Where a point appears in the middle of the exposure.</summary>
    /// <returns>Depth along the view; x and y mean nothing where it is not above 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Project(in Wide3 point, out Wide x, out Wide y)
    {
        var d = point - Wide3.All(middle.Position);
        var depth = Wide3.Dot(d, Wide3.All(middle.Forward));
        var k = Inverse(Max(depth, All(1e-4f)) * scale);
        x = Fma(Wide3.Dot(d, Wide3.All(middle.Right)), k, All(halfWidth));
        y = All(halfHeight) - Wide3.Dot(d, Wide3.All(middle.Up)) * k;
        return depth;
    }

    /// <summary>Where a point appears as the shutter opens or closes.</summary>
    public Vector3 Project(Vector3 point, bool atClose)
    {
        var frame = atClose ? close : open;
        var d = point - frame.Position;
        var depth = Vector3.Dot(d, frame.Forward);
        var k = 1 / (MathF.Max(depth, 1e-4f) * scale);
        return new Vector3(halfWidth + Vector3.Dot(d, frame.Right) * k, halfHeight - Vector3.Dot(d, frame.Up) * k, depth);
    }

    private readonly record struct Frame(Vector3 Position, Vector3 Right, Vector3 Up, Vector3 Forward)
    {
        public static Frame At(CameraPose from, CameraPose to, float t)
        {
            var position = Vector3.Lerp(from.Position, to.Position, t);
            var forward = Vector3.Normalize(Vector3.Lerp(from.Target, to.Target, t) - position);
            var right = Vector3.Normalize(Vector3.Cross(forward, Vector3.Lerp(from.Up, to.Up, t)));
            return new Frame(position, right, Vector3.Cross(right, forward), forward);
        }
    }
}
