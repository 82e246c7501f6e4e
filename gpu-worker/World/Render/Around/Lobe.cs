using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>
/// The split sum's first sum (Karis, "Real Shading in Unreal Engine 4", 2013), the GGX lobe seen head on, over every texel of a map
/// instead of chosen samples: without noise.
/// </summary>
internal static class Lobe
{
    /// <summary>Blurs a map.</summary>
    /// <param name="source">The map, its side a multiple of 4.</param>
    /// <param name="size">Side of the result, a multiple of 4.</param>
    /// <param name="alpha">Width of the lobe: perceptual roughness squared.</param>
    public static Octahedron Blurred(Octahedron source, int size, float alpha)
    {
        var texels = Blocks(source);
        // Of a narrow lobe a fortieth is left at 41 degrees; blocks reach 8 degrees.
        var (least, near) = alpha < 0.1f ? (0.75f, 0.6f) : (0, -1);
        var result = new Octahedron(size);
        for (var y = 0; y < size; y += 4)
        for (var x = 0; x < size; x += 4)
        {
            float[] dx = new float[16], dy = new float[16], dz = new float[16];
            for (var i = 0; i < 16; i++) (dx[i], dy[i], dz[i]) = Parts(result.Direction(x + (i & 3), y + (i >> 2)));
            var colour = Gathered(texels, new Wide3(Vector512.Create(dx), Vector512.Create(dy), Vector512.Create(dz)), alpha * alpha, least, near);
            for (var i = 0; i < 16; i++)
                result.Texels[(y + (i >> 2)) * size + x + (i & 3)] = new Vector3(colour.X.GetElement(i), colour.Y.GetElement(i), colour.Z.GetElement(i));
        }

        return result;
    }

    private static (float X, float Y, float Z) Parts(Vector3 v) => (v.X, v.Y, v.Z);

    /// <summary>Texels in blocks of 4 by 4, so that whole blocks can be passed over.</summary>
    private static (Vector3 Direction, float Area, Vector3 Light)[] Blocks(Octahedron map)
    {
        var result = new (Vector3, float, Vector3)[map.Texels.Length];
        var next = 0;
        for (var y = 0; y < map.Size; y += 4)
        for (var x = 0; x < map.Size; x += 4)
        for (var i = 0; i < 16; i++)
        {
            var (column, row) = (x + (i & 3), y + (i >> 2));
            var direction = map.Direction(column, row);
            var area = Octahedron.Area(direction);
            result[next++] = (direction, area, map.Texels[row * map.Size + column] * area);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Wide3 Gathered((Vector3 Direction, float Area, Vector3 Light)[] texels, Wide3 direction, float a2, float least, float near)
    {
        var (red, green, blue, weights) = (Wide.Zero, Wide.Zero, Wide.Zero, Wide.Zero);
        var middle = new Vector3(direction.X.GetElement(5), direction.Y.GetElement(5), direction.Z.GetElement(5));
        for (var block = 0; block < texels.Length; block += 16)
        {
            if (Vector3.Dot(texels[block + 5].Direction, middle) < near) continue;
            for (var i = block; i < block + 16; i++)
            {
                ref readonly var texel = ref texels[i];
                var cosine = Wide3.Dot(direction, Wide3.All(texel.Direction));
                var k = Fma(Fma(cosine, All(0.5f), All(0.5f)), All(a2 - 1), Wide.One);
                var weight = (cosine & Vector512.GreaterThan(cosine, All(least))) * Inverse(k * k);
                red = Fma(weight, All(texel.Light.X), red);
                green = Fma(weight, All(texel.Light.Y), green);
                blue = Fma(weight, All(texel.Light.Z), blue);
                weights = Fma(weight, All(texel.Area), weights);
            }
        }

        return new Wide3(red, green, blue) * Inverse(weights);
    }
}
