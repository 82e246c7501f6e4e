using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Waters;

/// <summary>The height and slopes of a <see cref="WaterSurface"/> at any point; level outside of it.</summary>
internal sealed unsafe class MovedSurface
{
    private float[] samples = [];
    private int side;
    private float left;
    private float top;
    private float perMetre;

    /// <summary>Takes over a surface; null for none.</summary>
    public void Set(WaterSurface? surface)
    {
        side = surface is { Side: > 3 } ? surface.Side : 0;
        if (surface is null || side == 0) return;
        if (samples.Length < 3 * side * side) samples = GC.AllocateArray<float>(3 * side * side, pinned: true);
        (left, top) = (surface.Middle.X - surface.Width / 2, surface.Middle.Y - surface.Width / 2);
        perMetre = (side - 1) / surface.Width;
        var heights = surface.Heights;
        for (var y = 0; y < side; y++)
        for (var x = 0; x < side; x++)
        {
            var at = y * side + x;
            var inside = x > 0 && y > 0 && x < side - 1 && y < side - 1;
            samples[3 * at] = inside ? heights[at] : 0;
            samples[3 * at + 1] = inside ? (heights[at + 1] - heights[at - 1]) * 0.5f * perMetre : 0;
            samples[3 * at + 2] = inside ? (heights[at + side] - heights[at - side]) * 0.5f * perMetre : 0;
        }
    }

    /// <summary>Whether the water is moved at all.</summary>
    public bool Moves => side > 0;

    /// <summary>Height above the level in metres, and slopes along x and z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 At(Wide x, Wide z)
    {
        var u = (x - All(left)) * perMetre;
        var v = (z - All(top)) * perMetre;
        var inside = Vector512.GreaterThan(u, Wide.Zero) & Vector512.GreaterThan(v, Wide.Zero)
            & Vector512.LessThan(u, All(side - 1)) & Vector512.LessThan(v, All(side - 1));
        if (!Any(inside)) return Wide3.Zero;
        var (u0, v0) = (Min(Vector512.Floor(u & inside), All(side - 2)), Min(Vector512.Floor(v & inside), All(side - 2)));
        var at = Vector512.ConvertToInt32(Fma(v0, All(side), u0)) * 3;
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(samples));
        var (fx, fy) = (u - u0, v - v0);
        var next = data + 3 * side;
        var value = Wide3.Lerp(
            Wide3.Lerp(Three(data, at), Three(data + 3, at), fx), Wide3.Lerp(Three(next, at), Three(next + 3, at), fx), fy);
        return Wide3.Only(inside, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Three(float* data, WideInt at) => new(Gather(data, at), Gather(data + 1, at), Gather(data + 2, at));
}
