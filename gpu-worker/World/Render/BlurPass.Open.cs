using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <content>Cells in which there is nothing but ground and backdrop, all of which moves alike.</content>
internal sealed unsafe partial class BlurPass
{
    /// <summary>Draws a cell along its way: each pixel becomes a mean of those along it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Drag(int left, int top, Tap* taps, int count, float way, float* to)
    {
        // What a pixel spreads over is the same all over the cell, and may be less than the longest way in reach.
        var half = MathF.Abs(film.Speed[top * film.Stride + left]) * 0.5f;
        var used = 0;
        for (var i = 0; i < count; i++)
            if (half >= taps[i].Along) taps[used++] = taps[i];
        var middle = 3 * Math.Clamp(1 - count * MathF.Min(half * 2 / way, 1) / 6, 0, 1) + 0.5f;
        var share = All(1 / (middle + used));
        for (var y = top; y < Math.Min(top + Film.Cell, film.Height); y++, to += 3 * 16)
        {
            var at = y * film.Stride + left;
            var sum = Load(at) * All(middle);
            for (var i = 0; i < used; i++)
                sum += Load(Math.Clamp(y + taps[i].Y, 0, film.Height - 1) * film.Stride + Math.Clamp(left + taps[i].X, 0, film.Across - 16));
            sum *= share;
            sum.X.Store(to);
            sum.Y.Store(to + 16);
            sum.Z.Store(to + 32);
        }
    }

    /// <summary>Whether colours run so straight along a way that their mean over it is that in its middle (Boole's rule on some rows).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsStraight(int left, int top, Vector2 motion)
    {
        var (x2, y2) = ((int)MathF.Round(motion.X / 2), (int)MathF.Round(motion.Y / 2));
        var (x1, y1) = ((int)MathF.Round(motion.X / 4), (int)MathF.Round(motion.Y / 4));
        for (var y = top + 1; y < Math.Min(top + Film.Cell, film.Height); y += 3)
        {
            var middle = Load(y * film.Stride + left);
            var near = Pair(left, y, x1, y1);
            var far = Pair(left, y, x2, y2);
            var off = (far - middle * 2) * (7f / 90) + (near - middle * 2) * (32f / 90);
            if (Bent(off.X, middle.X) || Bent(off.Y, middle.Y) || Bent(off.Z, middle.Z)) return false;
        }

        return true;
    }

    /// <summary>Whether any value is off by more than half a step of the display.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Bent(Wide off, Wide value) => Vector512.GreaterThanAny(Vector512.Abs(off), Fma(value, All(0.004f), All(1e-4f)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Pair(int left, int y, int x, int dy) => Near(left + x, y + dy) + Near(left - x, y - dy);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Near(int x, int y) => Load(Math.Clamp(y, 0, film.Height - 1) * film.Stride + Math.Clamp(x, 0, film.Across - 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Load(int at) =>
        new(Vector512.Load(film.Plane(0) + at), Vector512.Load(film.Plane(1) + at), Vector512.Load(film.Plane(2) + at));
}
