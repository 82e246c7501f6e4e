using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;
using SoraFunctions.World.Chances;

namespace SoraFunctions.World.Render.Around;

/// <summary>Stars at fixed places, at most one in each cell of an octahedral grid, so that one look finds the star that counts.</summary>
internal sealed unsafe class Stars
{
    /// <summary>Half-width of a star in radians: a point as the eye sees it.</summary>
    private const float Radius = 0.0009f;

    /// <summary>Of a cell: the star's direction, brightness and hue.</summary>
    private const int Fields = 5;

    private readonly int side;
    private readonly float[] cells;

    public Stars(int count, ulong seed)
    {
        side = Math.Max(8, (int)MathF.Sqrt(2.2f * count));
        cells = GC.AllocateArray<float>(side * side * Fields, pinned: true);
        var chance = new Chance(seed ^ 0x57a125);
        for (var i = 0; i < count; i++)
        {
            var cell = Math.Min((int)(chance.NextSingle() * side * side), side * side - 1);
            var (x, z) = ((cell % side + 0.25f + 0.5f * chance.NextSingle()) / side * 2 - 1, (cell / side + 0.25f + 0.5f * chance.NextSingle()) / side * 2 - 1);
            Octahedron.Unfolded(x, z).CopyTo(cells, Fields * cell);
            // As in the real sky, for each bright star there are many faint ones.
            cells[Fields * cell + 3] = 0.12f * MathF.Pow(MathF.Max(0.01f, chance.NextSingle()), -0.75f);
            cells[Fields * cell + 4] = chance.NextSingle();
        }
    }

    /// <summary>Light of the stars; their energy stays as blur spreads it.</summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Light(in Wide3 direction, float blur)
    {
        var inverse = Inverse(Vector512.Abs(direction.X) + Vector512.Abs(direction.Y) + Vector512.Abs(direction.Z));
        var (x, z) = (direction.X * inverse, direction.Z * inverse);
        var below = Vector512.LessThan(direction.Y, Wide.Zero);
        var foldX = Vector512.CopySign(Wide.One - Vector512.Abs(z), x);
        var foldZ = Vector512.CopySign(Wide.One - Vector512.Abs(x), z);
        var u = Fma(Select(below, foldX, x), All(0.5f), All(0.5f)) * side;
        var v = Fma(Select(below, foldZ, z), All(0.5f), All(0.5f)) * side;
        var (column, row) = (Min(Max(Vector512.Floor(u), Wide.Zero), All(side - 1)), Min(Max(Vector512.Floor(v), Wide.Zero), All(side - 1)));
        var at = Vector512.ConvertToInt32(Fma(row, All(side), column)) * Fields;
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(cells));
        var apart = direction - new Wide3(Gather(data, at), Gather(data + 1, at), Gather(data + 2, at));
        // A cell's side is at least 1.4 / side radians; a star stays within its own.
        var radius = MathF.Min(Radius + 0.35f * blur, 0.22f * 1.4f / side);
        var near = Saturate(Wide.One - Sqrt(Wide3.Dot(apart, apart)) * (1 / (radius * 1.6f)));
        if (!Any(Vector512.GreaterThan(near, Wide.Zero))) return Wide3.Zero;
        var spread = Radius + 0.35f * blur;
        var bright = Gather(data + 3, at) * (near * near) * (Radius * Radius / (spread * spread));
        var hue = Gather(data + 4, at);
        return new Wide3(Fma(hue, All(0.45f), All(0.72f)), All(0.92f), Fma(hue, All(-0.5f), All(1.2f))) * bright;
    }
}
