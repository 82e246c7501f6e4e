using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// A thin lens that moves while the shutter is open. Seen from a part of the lens away from its middle, the picture is shifted so that
/// what is in focus stays in its place.
/// </summary>
internal readonly struct Lens
{
    private readonly View open;
    private readonly View close;
    private readonly View middle;
    private readonly float scale;
    private readonly float centreX;
    private readonly float centreY;
    private readonly float radius;
    private readonly float focus;

    /// <param name="previous">At the frame before.</param>
    /// <param name="current">At this frame.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="exposure">Which exposure.</param>
    public Lens(CameraPose previous, CameraPose current, int width, int height, in Exposure exposure)
    {
        scale = 36 / current.Lens / Math.Max(width, height);
        focus = MathF.Max(0.01f, current.Focus);
        var whole = current.Aperture > 0 ? current.Lens / 2000 / current.Aperture : 0;
        radius = whole * exposure.Iris;
        var (dx, dy) = (exposure.LensX * whole, exposure.LensY * whole);
        open = View.At(previous, current, exposure.Open, dx, dy);
        close = View.At(previous, current, exposure.Close, dx, dy);
        middle = View.At(previous, current, exposure.Middle, dx, dy);
        centreX = width / 2f + dx / focus / scale + exposure.X;
        centreY = height / 2f - dy / focus / scale + exposure.Y;
        Moves = open != close;
    }

    public Vector3 Position => middle.Position;

    public Vector3 Forward => middle.Forward;

    public Vector3 Right => middle.Right;

    public Vector3 Up => middle.Up;

    /// <summary>Angle that a pixel in the middle of the picture spans, in radians.</summary>
    public float PixelAngle => scale;

    /// <summary>Whether the camera moves while the shutter is open.</summary>
    public bool Moves { get; }

    /// <summary>Diameter in pixels of the disc that a point becomes.</summary>
    /// <param name="depth">Distance along the view.</param>
    public float Blur(float depth) => 2 * radius * MathF.Abs(1 / focus - 1 / MathF.Max(0.01f, depth)) / scale;

    /// <summary>As <see cref="Blur(float)"/>, as an angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide BlurAngle(Wide depth) => Vector512.Abs(All(1 / focus) - Inverse(Max(depth, All(0.01f)))) * (2 * radius);

    /// <summary>Rays through points of the picture, in the middle of the exposure.</summary>
    /// <param name="x">Pixels from the left.</param>
    /// <param name="y">Pixels from the top.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rays Sharp(Wide x, Wide y) => new() { Origin = Wide3.All(middle.Position), Direction = Wide3.Normalize(Towards(x, y)) };

    /// <summary>As <see cref="Sharp"/>, the directions so long that they go one metre along the view.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Towards(Wide x, Wide y)
    {
        var sx = (x - All(centreX)) * scale;
        var sy = (All(centreY) - y) * scale;
        return Wide3.Along(Wide3.Along(Wide3.All(middle.Forward), Wide3.All(middle.Right), sx), Wide3.All(middle.Up), sy);
    }

    /// <summary>The length of <see cref="Towards"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Length(Wide x, Wide y)
    {
        var sx = (x - All(centreX)) * scale;
        var sy = (All(centreY) - y) * scale;
        return Sqrt(Fma(sx, sx, Fma(sy, sy, Wide.One)));
    }

    /// <summary>
    /// One over the depth of a level plane as a * x + b * y + c on the picture; below 0 above the horizon. All 0 from below the plane.
    /// </summary>
    public (float A, float B, float C) PlaneDepth(float level)
    {
        var above = middle.Position.Y - level;
        if (above <= 0) return default;
        var (a, b) = (-middle.Right.Y * scale / above, middle.Up.Y * scale / above);
        return (a, b, -middle.Forward.Y / above - a * centreX - b * centreY);
    }

    /// <summary>Where a point appears in the middle of the exposure.</summary>
    /// <returns>Depth along the view; x and y mean nothing where it is not above 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Project(in Wide3 point, out Wide x, out Wide y) => Project(middle, point, out x, out y);

    /// <summary>How far points move over the picture while the shutter is open, in pixels.</summary>
    /// <param name="atOpen">Where they are as it opens.</param>
    /// <param name="atClose">Where they are as it closes.</param>
    /// <param name="x">Pixels to the right.</param>
    /// <param name="y">Pixels down.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Shift(in Wide3 atOpen, in Wide3 atClose, out Wide x, out Wide y)
    {
        Project(open, atOpen, out var x0, out var y0);
        Project(close, atClose, out x, out y);
        x -= x0;
        y -= y0;
    }

    /// <summary>Where a point appears as the shutter opens or closes.</summary>
    public Vector3 Project(Vector3 point, bool atClose)
    {
        var view = atClose ? close : open;
        var d = point - view.Position;
        var depth = Vector3.Dot(d, view.Forward);
        var k = 1 / (MathF.Max(depth, 1e-4f) * scale);
        return new Vector3(centreX + Vector3.Dot(d, view.Right) * k, centreY - Vector3.Dot(d, view.Up) * k, depth);
    }

    /// <summary>
    /// From the space of a body to the picture: the point times this matrix is (x * depth, y * depth, depth), x and y in pixels.
    /// </summary>
    public Matrix4x4 ToPicture(in Matrix4x4 toWorld)
    {
        var (r, u, f) = (middle.Right / scale + middle.Forward * centreX, middle.Forward * centreY - middle.Up / scale, middle.Forward);
        var p = middle.Position;
        var view = new Matrix4x4(
            r.X, u.X, f.X, 0, r.Y, u.Y, f.Y, 0, r.Z, u.Z, f.Z, 0,
            -Vector3.Dot(p, r), -Vector3.Dot(p, u), -Vector3.Dot(p, f), 1);
        return toWorld * view;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Project(in View view, in Wide3 point, out Wide x, out Wide y)
    {
        var d = point - Wide3.All(view.Position);
        var depth = Wide3.Dot(d, Wide3.All(view.Forward));
        var k = Inverse(Max(depth, All(1e-4f)) * scale);
        x = Fma(Wide3.Dot(d, Wide3.All(view.Right)), k, All(centreX));
        y = All(centreY) - Wide3.Dot(d, Wide3.All(view.Up)) * k;
        return depth;
    }

    private readonly record struct View(Vector3 Position, Vector3 Right, Vector3 Up, Vector3 Forward)
    {
        public static View At(CameraPose from, CameraPose to, float t, float dx, float dy)
        {
            var position = Vector3.Lerp(from.Position, to.Position, t);
            var forward = Vector3.Normalize(Vector3.Lerp(from.Target, to.Target, t) - position);
            var right = Vector3.Normalize(Vector3.Cross(forward, Vector3.Lerp(from.Up, to.Up, t)));
            var up = Vector3.Cross(right, forward);
            return new View(position + right * dx + up * dy, right, up, forward);
        }
    }
}
