using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Waters;

/// <summary>The height and slopes of a <see cref="WaterSurface"/> at any point; level outside of it.</summary>
internal sealed class MovedSurface
{
    private Quads? heights;
    private Quads? slopesX;
    private Quads? slopesZ;
    private float[] values = [];
    private int side;
    private float left;
    private float top;
    private float perMetre;

    /// <summary>Takes over a surface; null for none.</summary>
    public void Set(WaterSurface? surface)
    {
        var known = side;
        side = surface is { Side: > 3 } ? surface.Side : 0;
        if (surface is null || side == 0) return;
        if (known != side) (heights, slopesX, slopesZ, values) = (new Quads(side), new Quads(side), new Quads(side), new float[side * side]);
        (left, top) = (surface.Middle.X - surface.Width / 2, surface.Middle.Y - surface.Width / 2);
        perMetre = (side - 1) / surface.Width;
        Fill(heights!, surface.Heights, 0, 0, 1);
        Fill(slopesX!, surface.Heights, 1, -1, 0.5f * perMetre);
        Fill(slopesZ!, surface.Heights, side, -side, 0.5f * perMetre);
    }

    /// <summary>Whether the water is moved at all.</summary>
    public bool Moves => side > 0;

    /// <summary>Height above the level in metres.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide Height(Wide x, Wide z)
    {
        var inside = Find(x, z, out var at, out var right, out var down);
        return Any(inside) ? heights!.Between(at, right, down) & inside : Wide.Zero;
    }

    /// <summary>Height above the level in metres, and slopes along x and z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 At(Wide x, Wide z)
    {
        var inside = Find(x, z, out var at, out var right, out var down);
        if (!Any(inside)) return Wide3.Zero;
        return Wide3.Only(inside, new Wide3(
            heights!.Between(at, right, down), slopesX!.Between(at, right, down), slopesZ!.Between(at, right, down)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Find(Wide x, Wide z, out WideInt at, out Wide right, out Wide down)
    {
        var u = (x - All(left)) * perMetre;
        var v = (z - All(top)) * perMetre;
        var inside = Vector512.GreaterThan(u, Wide.Zero) & Vector512.GreaterThan(v, Wide.Zero)
            & Vector512.LessThan(u, All(side - 1)) & Vector512.LessThan(v, All(side - 1));
        var (u0, v0) = (Min(Vector512.Floor(u & inside), All(side - 2)), Min(Vector512.Floor(v & inside), All(side - 2)));
        at = Whole(Fma(v0, All(side), u0));
        (right, down) = (u - u0, v - v0);
        return inside;
    }

    /// <summary>So many times the difference of two neighbours of each sample, or the sample itself; 0 along the edges.</summary>
    private void Fill(Quads to, float[] from, int next, int before, float scale)
    {
        for (var y = 1; y < side - 1; y++)
        for (var x = 1; x < side - 1; x++)
        {
            var at = y * side + x;
            values[at] = next == before ? from[at] : (from[at + next] - from[at + before]) * scale;
        }

        to.Set(values);
    }
}
