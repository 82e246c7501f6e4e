using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The data of the triangles that sixteen points lie on, brought into lanes. Neighbours mostly share triangles, so each triangle is read
/// once and spread to its lanes, which is cheaper than a gather for each number.
/// </summary>
internal unsafe struct Interpolant
{
    /// <summary>Room for <see cref="Load"/> in wides.</summary>
    public const int Room = 25;

    private Wide* data;

    public readonly Wide3 First => At(0);

    /// <summary>From the first corner to the second.</summary>
    public readonly Wide3 Edge1 => At(3);

    /// <summary>From the first corner to the third.</summary>
    public readonly Wide3 Edge2 => At(6);

    /// <summary>Area on the picture over area of the triangle.</summary>
    public readonly Wide TextureArea => data[24];

    /// <summary>Reads the triangles of sixteen points.</summary>
    /// <param name="bodies">The bodies.</param>
    /// <param name="body">The body of each lane.</param>
    /// <param name="slot">The triangle of each lane.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="room"><see cref="Room"/> wides.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Interpolant Load(Bodies bodies, WideInt body, WideInt slot, Wide mask, Wide* room)
    {
        var names = stackalloc int[32];
        body.Store(names);
        slot.Store(names + 16);
        var left = Bits(mask);
        var first = true;
        while (left != 0)
        {
            var lane = FirstLane(left);
            var (b, s) = (names[lane], names[16 + lane]);
            var here = (Vector512.Equals(slot, Vector512.Create(s)) & Vector512.Equals(body, Vector512.Create(b))).AsSingle();
            left &= ~Bits(here);
            var mesh = bodies.MeshOf(b);
            var corners = mesh.Corners + 9 * s;
            var attributes = mesh.Attributes + MeshIndex.Stride * s;
            if (first)
            {
                for (var k = 0; k < 9; k++) room[k] = All(corners[k]);
                for (var k = 0; k < 16; k++) room[9 + k] = All(attributes[k]);
                first = false;
                continue;
            }

            for (var k = 0; k < 9; k++) room[k] = Select(here, All(corners[k]), room[k]);
            for (var k = 0; k < 16; k++) room[9 + k] = Select(here, All(attributes[k]), room[9 + k]);
        }

        return new Interpolant { data = room };
    }

    /// <summary>Where rays meet the planes of the triangles (Möller and Trumbore, 1997).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Wide Meet(in Wide3 origin, in Wide3 direction, out Wide u, out Wide v) =>
        Meet(First, Edge1, Edge2, origin, direction, out u, out v);

    /// <summary>Where rays meet the plane of one triangle.</summary>
    public static void Meet(float* corners, in Wide3 origin, in Wide3 direction, out Wide u, out Wide v)
    {
        var a = new Wide3(All(corners[0]), All(corners[1]), All(corners[2]));
        var e1 = new Wide3(All(corners[3]), All(corners[4]), All(corners[5]));
        var e2 = new Wide3(All(corners[6]), All(corners[7]), All(corners[8]));
        Meet(a, e1, e2, origin, direction, out u, out v);
    }

    /// <summary>Normals, not of unit length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Wide3 Normal(Wide u, Wide v) => At(9) * (Wide.One - u - v) + At(12) * u + At(15) * v;

    /// <summary>Places on the picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Place(Wide u, Wide v, out Wide x, out Wide y)
    {
        x = Fma(data[20] - data[18], u, Fma(data[22] - data[18], v, data[18]));
        y = Fma(data[21] - data[19], u, Fma(data[23] - data[19], v, data[19]));
    }

    /// <summary>How the place on the picture changes along a small way in the triangle's plane.</summary>
    /// <param name="way">In the body's space.</param>
    /// <param name="face">The product of the edges.</param>
    /// <param name="x">Across.</param>
    /// <param name="y">Down.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Change(in Wide3 way, in Wide3 face, out Wide x, out Wide y)
    {
        var inverse = Inverse(Max(Wide3.Dot(face, face), All(1e-30f)));
        var u = Wide3.Dot(Wide3.Cross(way, Edge2), face) * inverse;
        var v = Wide3.Dot(Wide3.Cross(Edge1, way), face) * inverse;
        x = Fma(data[20] - data[18], u, (data[22] - data[18]) * v);
        y = Fma(data[21] - data[19], u, (data[23] - data[19]) * v);
    }

    /// <summary>The directions in which the picture runs across and down, in the body's space, not of unit length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Axes(out Wide3 across, out Wide3 down)
    {
        var (x1, y1) = (data[20] - data[18], data[21] - data[19]);
        var (x2, y2) = (data[22] - data[18], data[23] - data[19]);
        var turn = Vector512.CopySign(Wide.One, x1 * y2 - x2 * y1);
        across = (Edge1 * y2 - Edge2 * y1) * turn;
        down = (Edge2 * x1 - Edge1 * x2) * turn;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Wide3 At(int k) => new(data[k], data[k + 1], data[k + 2]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Meet(
        in Wide3 a, in Wide3 e1, in Wide3 e2, in Wide3 origin, in Wide3 direction, out Wide u, out Wide v)
    {
        var p = Wide3.Cross(direction, e2);
        var s = origin - a;
        var determinant = Wide3.Dot(e1, p);
        var inverse = Inverse(Select(Vector512.Equals(determinant, Wide.Zero), All(1e-20f), determinant));
        var q = Wide3.Cross(s, e1);
        // The raster has found them inside; rounding must not carry them out.
        u = Saturate(Wide3.Dot(s, p) * inverse);
        v = Min(Max(Wide3.Dot(direction, q) * inverse, Wide.Zero), Wide.One - u);
        return Wide3.Dot(e2, q) * inverse;
    }
}
