using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Around;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Light from all around, prepared once: octahedral maps (Cigolle et al., "Survey of Efficient Representations for Independent Unit
/// Vectors", 2014) blurred for five roughnesses, and nine spherical harmonics for diffuse light.
/// </summary>
internal sealed unsafe class Surroundings
{
    private const int Levels = 5;

    /// <summary>Each texel with its neighbours to the right, below, and across: one read brings all four.</summary>
    private readonly int[] packed;
    private readonly WideInt starts;
    private readonly Vector3[] harmonics;

    /// <param name="radiance">What comes from sixteen directions.</param>
    public Surroundings(Func<Wide3, Wide3> radiance)
    {
        var (total, offsets) = (0, new int[16]);
        for (var level = 0; level < Levels; level++)
        {
            offsets[level] = total;
            total += (Size(level) + 2) * (Size(level) + 2);
        }

        starts = Vector512.Create(offsets);
        packed = GC.AllocateArray<int>(4 * total, pinned: true);
        var finest = Octahedron.Sampled(radiance, Size(0));
        harmonics = finest.Halved(32).Harmonics();
        finest.Cap();
        Store(finest, 0);
        var source = finest.Halved(128);
        for (var level = 1; level < Levels; level++)
        {
            var alpha = MathF.Pow(level / (Levels - 1f), 2);
            Store(Lobe.Blurred(source, Size(level), alpha), level);
            source = source.Halved(64);
        }
    }

    /// <summary>Radiance reflected from around a direction by a surface of a perceptual roughness.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Radiance(in Wide3 direction, Wide roughness)
    {
        var level = Saturate(roughness) * (Levels - 1);
        var whole = Min(Vector512.Floor(level), All(Levels - 2));
        var index = Whole(whole);
        var inverse = Inverse(Vector512.Abs(direction.X) + Vector512.Abs(direction.Y) + Vector512.Abs(direction.Z));
        var x = direction.X * inverse;
        var z = direction.Z * inverse;
        var below = Vector512.LessThan(direction.Y, Wide.Zero);
        var foldX = Vector512.CopySign(Wide.One - Vector512.Abs(z), x);
        var foldZ = Vector512.CopySign(Wide.One - Vector512.Abs(x), z);
        x = Select(below, foldX, x);
        z = Select(below, foldZ, z);
        var rest = level - whole;
        var fine = Bilinear(x, z, index);
        return Any(Vector512.GreaterThan(rest, All(0.01f))) ? Wide3.Lerp(fine, Bilinear(x, z, index + WideInt.One), rest) : fine;
    }

    /// <summary>Irradiance over pi (Ramamoorthi and Hanrahan, "An Efficient Representation for Irradiance Environment Maps", 2001).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Diffuse(in Wide3 n)
    {
        var result = Wide3.All(harmonics[0]);
        result += Wide3.All(harmonics[1]) * n.Y + Wide3.All(harmonics[2]) * n.Z + Wide3.All(harmonics[3]) * n.X;
        result += Wide3.All(harmonics[4]) * (n.X * n.Y) + Wide3.All(harmonics[5]) * (n.Y * n.Z);
        result += Wide3.All(harmonics[6]) * Fma(n.Z * n.Z, All(3), All(-1)) + Wide3.All(harmonics[7]) * (n.X * n.Z);
        result += Wide3.All(harmonics[8]) * (n.X * n.X - n.Y * n.Y);
        return new Wide3(Max(result.X, Wide.Zero), Max(result.Y, Wide.Zero), Max(result.Z, Wide.Zero));
    }

    private static int Size(int level) => 256 >> level;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Bilinear(Wide x, Wide z, WideInt level)
    {
        // Sizes are powers of two: 256 >> level; each map has a border of one texel.
        var size = Vector512.ShiftLeft(Vector512.Create(127 + 8) - level, 23).AsSingle();
        var u = Fma(Fma(x, All(0.5f), All(0.5f)), size, All(0.5f));
        var v = Fma(Fma(z, All(0.5f), All(0.5f)), size, All(0.5f));
        var u0 = Min(Vector512.Floor(u), size);
        var v0 = Min(Vector512.Floor(v), size);
        var fx = u - u0;
        var fy = v - v0;
        var row = Whole(size) + Vector512.Create(2);
        var at = Vector512.Shuffle(starts, level) + (Whole(v0) * row + Whole(u0));
        var data = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(packed));
        Gather4(data, at * 4, out var a, out var b, out var c, out var d);
        var below = fx * fy;
        return Texel(a) * (Wide.One - fx - fy + below) + Texel(b) * (fx - below) + Texel(c) * (fy - below) + Texel(d) * below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Texel(Wide word) => SharedExponent.Unpack(word.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(Octahedron map, int level)
    {
        var row = map.Size + 2;
        for (var y = 0; y < row; y++)
        for (var x = 0; x < row; x++)
        {
            var texel = SharedExponent.Pack(map.Beyond(x - 1, y - 1));
            var at = 4 * (starts[level] + y * row + x);
            packed[at] = texel;
            if (x > 0) packed[at - 3] = texel;
            if (y > 0) packed[at - 4 * row + 2] = texel;
            if (x > 0 && y > 0) packed[at - 4 * row - 1] = texel;
        }
    }
}
