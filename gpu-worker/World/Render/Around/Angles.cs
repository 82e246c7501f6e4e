using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>Angles of sixteen directions.</summary>
internal static class Angles
{
    /// <summary>The angle of (x, y) from the x axis, -pi to pi, error below 2e-4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Atan2(Wide y, Wide x)
    {
        var (ax, ay) = (Vector512.Abs(x), Vector512.Abs(y));
        var a = Min(ax, ay) * Inverse(Max(Max(ax, ay), All(1e-20f)));
        var s = a * a;
        var r = Fma(Fma(Fma(All(-0.0464964749f), s, All(0.15931422f)), s, All(-0.327622764f)) * s, a, a);
        r = Select(Vector512.GreaterThan(ay, ax), All(MathF.PI / 2) - r, r);
        r = Select(Vector512.LessThan(x, Wide.Zero), All(MathF.PI) - r, r);
        return Vector512.CopySign(r, y);
    }
}
