using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Sixteen rays against one box (Kay and Kajiya, "Ray Tracing Complex Scenes", 1986).</summary>
internal static unsafe class Slab
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>One over the direction, kept finite so that no lane turns into not-a-number.</summary>
    [MethodImpl(Inline)]
    public static Wide3 Inverse(in Wide3 direction) => new(Inverse(direction.X), Inverse(direction.Y), Inverse(direction.Z));

    [MethodImpl(Inline)]
    public static Wide3 Shift(in Wide3 origin, in Wide3 inverse) => -(origin * inverse);

    /// <summary>Bit k is set where most rays of the packet run against axis k.</summary>
    [MethodImpl(Inline)]
    public static int Signs(in Wide3 direction) => Against(direction.X) | Against(direction.Y) << 1 | Against(direction.Z) << 2;

    [MethodImpl(Inline)]
    private static int Against(Wide x) => BitOperations.PopCount(Bits(x)) > 8 ? 1 : 0;

    /// <summary>Whether any ray meets the box between 0 and its limit.</summary>
    [MethodImpl(Inline)]
    public static bool Crosses(BoxTree.Node* node, in Wide3 inverse, in Wide3 shift, Wide limit)
    {
        var x0 = Fma(All(node->Min.X), inverse.X, shift.X);
        var x1 = Fma(All(node->Max.X), inverse.X, shift.X);
        var y0 = Fma(All(node->Min.Y), inverse.Y, shift.Y);
        var y1 = Fma(All(node->Max.Y), inverse.Y, shift.Y);
        var z0 = Fma(All(node->Min.Z), inverse.Z, shift.Z);
        var z1 = Fma(All(node->Max.Z), inverse.Z, shift.Z);
        var near = Max(Max(Min(x0, x1), Min(y0, y1)), Max(Min(z0, z1), Wide.Zero));
        var far = Min(Min(Max(x0, x1), Max(y0, y1)), Min(Max(z0, z1), limit));
        return Vector512.LessThanOrEqualAny(near, far);
    }

    [MethodImpl(Inline)]
    private static Wide Inverse(Wide x)
    {
        var tiny = Vector512.LessThan(Vector512.Abs(x), All(1e-7f));
        return WideMath.Inverse(Select(tiny, All(1e-7f), x));
    }
}
