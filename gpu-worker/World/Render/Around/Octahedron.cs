using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>Colours of all directions on the square that an octahedron unfolds to.</summary>
/// <param name="size">Texels along a side.</param>
internal sealed class Octahedron(int size)
{
    /// <summary>Where highlights begin to be compressed: a sun's true brightness would only show as fireflies.</summary>
    private const float Bright = 50;

    public int Size => size;

    public Vector3[] Texels { get; } = new Vector3[size * size];

    /// <summary>Each texel the mean of sixteen directions within it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Octahedron Sampled(Func<Wide3, Wide3> radiance, int size)
    {
        var result = new Octahedron(size);
        var lanes = Vector512.ConvertToInt32(Ramp);
        var dx = (Vector512.ConvertToSingle(lanes & Vector512.Create(3)) - All(1.5f)) * (0.25f * 2f / size);
        var dy = (Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) - All(1.5f)) * (0.25f * 2f / size);
        for (var i = 0; i < size * size; i++)
        {
            var n = Wide3.All(result.Direction(i % size, i / size));
            Wide3.Basis(n, out var t, out var b);
            var c = radiance(Wide3.Normalize(Wide3.Along(Wide3.Along(n, t, dx), b, dy)));
            result.Texels[i] = new Vector3(Vector512.Sum(c.X), Vector512.Sum(c.Y), Vector512.Sum(c.Z)) / 16;
        }

        return result;
    }

    /// <summary>The direction of a texel's middle.</summary>
    public Vector3 Direction(int column, int row) => Unfolded((column + 0.5f) / size * 2 - 1, (row + 0.5f) / size * 2 - 1);

    /// <summary>The direction at a point of the square from -1 to 1.</summary>
    public static Vector3 Unfolded(float x, float z)
    {
        var y = 1 - MathF.Abs(x) - MathF.Abs(z);
        if (y < 0) (x, z) = (MathF.CopySign(1 - MathF.Abs(z), x), MathF.CopySign(1 - MathF.Abs(x), z));
        return Vector3.Normalize(new Vector3(x, y, z));
    }

    /// <summary>The part of the sphere that a texel covers, times a constant: its face is a plane, so it falls with the cube of the distance.</summary>
    public static float Area(Vector3 direction)
    {
        var l1 = MathF.Abs(direction.X) + MathF.Abs(direction.Y) + MathF.Abs(direction.Z);
        return l1 * l1 * l1;
    }

    /// <summary>A texel, or across a fold the one that lies beside it on the sphere.</summary>
    public Vector3 Beyond(int column, int row)
    {
        if (column < 0 || column >= size) (column, row) = (Math.Clamp(column, 0, size - 1), size - 1 - row);
        if (row < 0 || row >= size) (column, row) = (size - 1 - column, Math.Clamp(row, 0, size - 1));
        return Texels[row * size + column];
    }

    /// <summary>Compresses what is far brighter than white.</summary>
    public void Cap()
    {
        for (var i = 0; i < Texels.Length; i++)
        {
            var peak = MathF.Max(Texels[i].X, MathF.Max(Texels[i].Y, Texels[i].Z));
            if (peak > Bright) Texels[i] *= Bright * (1 + 0.3f * MathF.Log(peak / Bright)) / peak;
        }
    }

    /// <summary>Averaged down to a size, or as it is where it is no larger.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Octahedron Halved(int to)
    {
        if (to >= size) return this;
        var half = new Octahedron(size / 2);
        for (var y = 0; y < half.Size; y++)
        for (var x = 0; x < half.Size; x++)
        {
            var at = 2 * y * size + 2 * x;
            half.Texels[y * half.Size + x] = (Texels[at] + Texels[at + 1] + Texels[at + size] + Texels[at + size + 1]) * 0.25f;
        }

        return half.Halved(to);
    }

    /// <summary>Spherical harmonics of irradiance over pi; the constants of each are multiplied in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Vector3[] Harmonics()
    {
        var result = new Vector3[9];
        var whole = 0f;
        for (var i = 0; i < Texels.Length; i++) whole += Area(Direction(i % size, i / size));
        var scale = 4 * MathF.PI / whole;
        Span<float> basis = stackalloc float[9];
        ReadOnlySpan<float> norm = [0.282095f, 0.488603f, 0.488603f, 0.488603f, 1.092548f, 1.092548f, 0.315392f, 1.092548f, 0.546274f];
        ReadOnlySpan<float> band = [1, 2 / 3f, 2 / 3f, 2 / 3f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f];
        for (var i = 0; i < Texels.Length; i++)
        {
            var d = Direction(i % size, i / size);
            basis[0] = 1;
            (basis[1], basis[2], basis[3]) = (d.Y, d.Z, d.X);
            (basis[4], basis[5], basis[6]) = (d.X * d.Y, d.Y * d.Z, 3 * d.Z * d.Z - 1);
            (basis[7], basis[8]) = (d.X * d.Z, d.X * d.X - d.Y * d.Y);
            for (var k = 0; k < 9; k++) result[k] += Texels[i] * (Area(d) * scale * basis[k] * norm[k] * norm[k] * band[k]);
        }

        return result;
    }
}
