using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Light from all around, prepared once: an octahedral map (Cigolle et al., "Survey of Efficient Representations for Independent Unit
/// Vectors", 2014) blurred for five roughnesses, and nine spherical harmonics for diffuse light.
/// </summary>
internal sealed unsafe class Surroundings
{
    private static readonly int[] Sizes = [128, 64, 32, 16, 8];
    private readonly int[] packed;
    private readonly int[] offsets = new int[5];
    private readonly Vector3[] harmonics = new Vector3[9];

    /// <param name="radiance">What comes from sixteen directions.</param>
    /// <param name="mirrored">Whether <see cref="Radiance"/> will be asked for.</param>
    public Surroundings(Func<Wide3, Wide3> radiance, bool mirrored = true)
    {
        var total = 0;
        for (var level = 0; level < 5; level++)
        {
            offsets[level] = total;
            total += (Sizes[level] + 2) * (Sizes[level] + 2);
        }

        packed = GC.AllocateArray<int>(total, pinned: true);
        var map = new Vector3[total];
        Fill(map, 0, direction => Average(radiance, direction));
        for (var level = 1; level < 5 && mirrored; level++)
        {
            var alpha = MathF.Pow(level / 4f, 2);
            var source = Texels(map, Math.Min(level - 1, 2), alpha > 0.2f ? 16 : 64);
            Fill(map, level, direction => Blurred(source, direction, alpha));
        }

        Project(Texels(map, 0, 32));
        for (var i = 0; i < total; i++) packed[i] = Pack(map[i]);
    }

    /// <summary>Radiance reflected from around a direction by a surface of a perceptual roughness.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Radiance(in Wide3 direction, Wide roughness)
    {
        var level = Saturate(roughness) * 4;
        var whole = Min(Vector512.Floor(level), All(3));
        var index = Vector512.ConvertToInt32(whole);
        var inverse = Inverse(Vector512.Abs(direction.X) + Vector512.Abs(direction.Y) + Vector512.Abs(direction.Z));
        var x = direction.X * inverse;
        var z = direction.Z * inverse;
        var below = Vector512.LessThan(direction.Y, Wide.Zero);
        var foldX = Vector512.CopySign(Wide.One - Vector512.Abs(z), x);
        var foldZ = Vector512.CopySign(Wide.One - Vector512.Abs(x), z);
        x = Select(below, foldX, x);
        z = Select(below, foldZ, z);
        var fine = Bilinear(x, z, index);
        return Wide3.Lerp(fine, Bilinear(x, z, index + WideInt.One), level - whole);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Bilinear(Wide x, Wide z, WideInt level)
    {
        // Sizes are powers of two: 128 >> level; each map has a border of one texel.
        var size = Vector512.ConvertToSingle(Vector512.ConvertToInt32(Exp2(All(7) - Vector512.ConvertToSingle(level)) + All(0.5f)));
        var u = Fma(Fma(x, All(0.5f), All(0.5f)), size, All(0.5f));
        var v = Fma(Fma(z, All(0.5f), All(0.5f)), size, All(0.5f));
        var u0 = Min(Vector512.Floor(u), size);
        var v0 = Min(Vector512.Floor(v), size);
        var fx = u - u0;
        var fy = v - v0;
        var row = Vector512.ConvertToInt32(size) + Vector512.Create(2);
        fixed (int* starts = offsets)
        {
            var at = Gather(starts, level) + (Vector512.ConvertToInt32(v0) * row + Vector512.ConvertToInt32(u0));
            var under = at + row;
            var top = Wide3.Lerp(Texel(at), Texel(at + WideInt.One), fx);
            return Wide3.Lerp(top, Wide3.Lerp(Texel(under), Texel(under + WideInt.One), fx), fy);
        }
    }

    /// <summary>Nine bits a colour and a common exponent of five (the RGB9E5 layout of OpenGL's EXT_texture_shared_exponent).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Texel(WideInt at)
    {
        var word = Gather((int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(packed)), at);
        var nine = Vector512.Create(511);
        var exponent = Vector512.ShiftRightLogical(word, 27) + Vector512.Create(127 - 24);
        var scale = Vector512.ShiftLeft(exponent, 23).AsSingle();
        return new Wide3(
            Vector512.ConvertToSingle(word & nine),
            Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 9) & nine),
            Vector512.ConvertToSingle(Vector512.ShiftRightLogical(word, 18) & nine)) * scale;
    }

    private static int Pack(Vector3 c)
    {
        c = Vector3.Clamp(c, Vector3.Zero, new Vector3(60000));
        var peak = MathF.Max(c.X, MathF.Max(c.Y, c.Z));
        var exponent = Math.Clamp(peak <= 0 ? 0 : (int)MathF.Floor(MathF.Log2(peak)) + 16, 0, 31);
        var scale = MathF.Pow(2, 24 - exponent);
        var (r, g, b) = ((int)MathF.Round(c.X * scale), (int)MathF.Round(c.Y * scale), (int)MathF.Round(c.Z * scale));
        return Math.Min(r, 511) | Math.Min(g, 511) << 9 | Math.Min(b, 511) << 18 | exponent << 27;
    }

    private void Fill(Vector3[] map, int level, Func<Vector3, Vector3> value)
    {
        var size = Sizes[level];
        var row = size + 2;
        for (var y = 0; y < row; y++)
        for (var x = 0; x < row; x++)
            map[offsets[level] + y * row + x] = value(Direction((x - 0.5f) / size * 2 - 1, (y - 0.5f) / size * 2 - 1));
    }

    /// <summary>The mean over sixteen directions within a texel of the finest map.</summary>
    private static Vector3 Average(Func<Wide3, Wide3> radiance, Vector3 direction)
    {
        var lanes = Vector512.ConvertToInt32(Ramp);
        var dx = (Vector512.ConvertToSingle(lanes & Vector512.Create(3)) - All(1.5f)) * (0.25f * 2f / 128);
        var dy = (Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) - All(1.5f)) * (0.25f * 2f / 128);
        var n = Wide3.All(direction);
        Wide3.Basis(n, out var t, out var b);
        var c = radiance(Wide3.Normalize(Wide3.Along(Wide3.Along(n, t, dx), b, dy)));
        return new Vector3(Vector512.Sum(c.X), Vector512.Sum(c.Y), Vector512.Sum(c.Z)) / 16;
    }

    private static Vector3 Direction(float x, float z)
    {
        // A texel of the border lies across the fold: mirror it back in.
        if (MathF.Abs(x) > 1) (x, z) = (MathF.CopySign(2 - MathF.Abs(x), x), -z);
        if (MathF.Abs(z) > 1) (x, z) = (-x, MathF.CopySign(2 - MathF.Abs(z), z));
        var y = 1 - MathF.Abs(x) - MathF.Abs(z);
        if (y < 0) (x, z) = (MathF.CopySign(1 - MathF.Abs(z), x), MathF.CopySign(1 - MathF.Abs(x), z));
        return Vector3.Normalize(new Vector3(x, y, z));
    }

    /// <summary>A map as directions, colours and solid angles, averaged down to a size.</summary>
    private (Vector3 Direction, Vector3 Colour, float Weight)[] Texels(Vector3[] map, int level, int size)
    {
        size = Math.Min(size, Sizes[level]);
        var (from, step) = (Sizes[level], Sizes[level] / size);
        var result = new (Vector3, Vector3, float)[size * size];
        for (var y = 0; y < size; y++)
        for (var x = 0; x < size; x++)
        {
            var sum = Vector3.Zero;
            for (var j = 0; j < step; j++)
            for (var i = 0; i < step; i++)
                sum += map[offsets[level] + (y * step + j + 1) * (from + 2) + x * step + i + 1];
            var (px, pz) = ((x + 0.5f) / size * 2 - 1, (y + 0.5f) / size * 2 - 1);
            var d = Direction(px, pz);
            // The octahedron's faces are planes: solid angle falls with the cube of the distance to the sphere's centre.
            var l1 = MathF.Abs(d.X) + MathF.Abs(d.Y) + MathF.Abs(d.Z);
            result[y * size + x] = (d, sum / (step * step), l1 * l1 * l1);
        }

        return result;
    }

    /// <summary>The split-sum's first sum (Karis, "Real Shading in Unreal Engine 4", 2013): the GGX lobe seen head on.</summary>
    private static Vector3 Blurred((Vector3 Direction, Vector3 Colour, float Weight)[] source, Vector3 direction, float alpha)
    {
        var (sum, weights, a2) = (Vector3.Zero, 0f, alpha * alpha);
        // Of a narrow lobe nothing is left at 60 degrees.
        var least = alpha < 0.1f ? 0.5f : 0;
        foreach (var (d, colour, area) in source)
        {
            var cosine = Vector3.Dot(d, direction);
            if (cosine <= least) continue;
            var half2 = (1 + cosine) / 2;
            var k = half2 * (a2 - 1) + 1;
            var weight = area * cosine * a2 / (k * k);
            sum += colour * weight;
            weights += weight;
        }

        return sum / weights;
    }

    private void Project((Vector3 Direction, Vector3 Colour, float Weight)[] source)
    {
        var scale = 4 * MathF.PI / source.Sum(t => t.Weight);
        Span<float> basis = stackalloc float[9];
        ReadOnlySpan<float> norm = [0.282095f, 0.488603f, 0.488603f, 0.488603f, 1.092548f, 1.092548f, 0.315392f, 1.092548f, 0.546274f];
        ReadOnlySpan<float> band = [1, 2 / 3f, 2 / 3f, 2 / 3f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f];
        foreach (var (d, colour, area) in source)
        {
            basis[0] = 1;
            (basis[1], basis[2], basis[3]) = (d.Y, d.Z, d.X);
            (basis[4], basis[5], basis[6]) = (d.X * d.Y, d.Y * d.Z, 3 * d.Z * d.Z - 1);
            (basis[7], basis[8]) = (d.X * d.Z, d.X * d.X - d.Y * d.Y);
            for (var k = 0; k < 9; k++) harmonics[k] += colour * (area * scale * basis[k] * norm[k] * norm[k] * band[k]);
        }
    }
}
