using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>
/// What lobes gather from many far lamps, prepared for all directions and for lobes each wider by a fifth than the last: wide ones see most of
/// the lamps, so that looking it up costs a tenth of adding it up.
/// </summary>
internal sealed class LampLobes
{
    /// <summary>Half-width in radians from which on lobes are prepared.</summary>
    public const float Narrowest = 0.06f;

    /// <summary>How much wider each is than the last, as a base-2 logarithm.</summary>
    private const float Step = 0.26303441f;
    private static readonly int[] Sides = [192, 192, 192, 192, 192, 96, 96, 96, 96, 96, 96, 48, 48, 48, 48, 48];
    private readonly OctahedralMaps maps = new(Sides);

    /// <param name="gathered">What a lobe around a direction gathers, given its half-width.</param>
    public LampLobes(Func<Wide3, Wide, Wide3> gathered)
    {
        for (var number = 0; number < Sides.Length; number++)
        {
            var spread = All(Narrowest * MathF.Pow(2, Step * number));
            maps.Set(Filled(Sides[number], direction => gathered(direction, spread)), number);
        }
    }

    /// <summary>What lobes gather.</summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="spread">Half-width in radians; narrower ones than <see cref="Narrowest"/> count as such.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 At(in Wide3 direction, Wide spread)
    {
        var width = Min(Max(Log2(spread * (1 / Narrowest)) * (1 / Step), Wide.Zero), All(Sides.Length - 1.001f));
        var whole = Vector512.Floor(width);
        OctahedralMaps.Fold(direction, out var x, out var z);
        var number = Whole(whole);
        return Wide3.Lerp(maps.Look(x, z, number), maps.Look(x, z, number + WideInt.One), width - whole);
    }

    private static Octahedron Filled(int side, Func<Wide3, Wide3> light)
    {
        var map = new Octahedron(side);
        Span<float> axes = stackalloc float[48];
        for (var i = 0; i < map.Texels.Length; i += 16)
        {
            for (var k = 0; k < 16; k++)
            {
                var direction = map.Direction((i + k) % side, (i + k) / side);
                (axes[k], axes[16 + k], axes[32 + k]) = (direction.X, direction.Y, direction.Z);
            }

            var c = light(new Wide3(Vector512.Create<float>(axes), Vector512.Create<float>(axes[16..]), Vector512.Create<float>(axes[32..])));
            for (var k = 0; k < 16; k++) map.Texels[i + k] = new Vector3(c.X[k], c.Y[k], c.Z[k]);
        }

        return map;
    }
}
