using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Grounds;

/// <summary>A tile while it is painted.</summary>
internal sealed class Canvas
{
    private readonly float[] red;
    private readonly float[] green;
    private readonly float[] blue;
    private readonly float[] roughness;
    private readonly float[] bumps;

    private Canvas(int side)
    {
        Side = side;
        float[] Plane() => GC.AllocateUninitializedArray<float>(side * side);
        (red, green, blue, roughness, bumps) = (Plane(), Plane(), Plane(), Plane(), Plane());
        (SlopeX, SlopeZ, Reflectance) = (Plane(), Plane(), Plane());
    }

    public int Side { get; private set; }

    public float[] SlopeX { get; }

    public float[] SlopeZ { get; }

    public float[] Reflectance { get; }

    public Vector3 Colour(int i) => new(red[i], green[i], blue[i]);

    /// <summary>Roughness, with that of the slopes which the texel averages (Toksvig, "Mipmapping Normal Maps", 2005).</summary>
    public float RoughnessOf(int i)
    {
        var lost = MathF.Max(0, bumps[i] - SlopeX[i] * SlopeX[i] - SlopeZ[i] * SlopeZ[i]);
        var alpha = roughness[i] * roughness[i];
        return MathF.Sqrt(MathF.Sqrt(MathF.Min(1, alpha * alpha + lost)));
    }

    /// <summary>Paints a pattern.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Canvas Painted(Painting painting, Ground ground, int seed)
    {
        var side = painting.Side;
        var canvas = new Canvas(side);
        var height = GC.AllocateUninitializedArray<float>(side * side);
        var texel = (float)painting.Period / side;
        for (var row = 0; row < side; row++)
        for (var column = 0; column < side; column += 16)
        {
            var paint = new GroundTexel
            {
                Colour = Wide3.All(ground.Colour), Roughness = All(Math.Clamp(ground.Roughness, 0.03f, 1)), Reflectance = All(ground.Reflectance),
            };
            painting.Painter((Ramp + All(column + 0.5f)) * texel, All((row + 0.5f) * texel), ground, seed, ref paint);
            var at = (nuint)(row * side + column);
            Saturate(paint.Colour.X).StoreUnsafe(ref canvas.red[0], at);
            Saturate(paint.Colour.Y).StoreUnsafe(ref canvas.green[0], at);
            Saturate(paint.Colour.Z).StoreUnsafe(ref canvas.blue[0], at);
            Saturate(paint.Roughness).StoreUnsafe(ref canvas.roughness[0], at);
            paint.Reflectance.StoreUnsafe(ref canvas.Reflectance[0], at);
            paint.Height.StoreUnsafe(ref height[0], at);
        }

        canvas.Slopes(height, 1 / (2 * texel));
        if (painting.Hollows > 0) canvas.Darken(height, side / 64, painting.Hollows * painting.Period / 4f);
        return canvas;
    }

    /// <summary>Averages two by two texels into one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Halve()
    {
        var half = Side / 2;
        foreach (var plane in (float[][])[red, green, blue, roughness, bumps, SlopeX, SlopeZ, Reflectance])
        for (var y = 0; y < half; y++)
        for (var x = 0; x < half; x++)
        {
            var at = 2 * y * Side + 2 * x;
            plane[y * half + x] = 0.25f * (plane[at] + plane[at + 1] + plane[at + Side] + plane[at + Side + 1]);
        }

        Side = half;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Slopes(float[] height, float scale)
    {
        var last = Side - 1;
        for (var y = 0; y < Side; y++)
        {
            var (row, up, down) = (y * Side, (y - 1 & last) * Side, (y + 1 & last) * Side);
            for (var x = 0; x < Side; x++)
            {
                var (dx, dz) = ((height[row + (x + 1 & last)] - height[row + (x - 1 & last)]) * scale, (height[down + x] - height[up + x]) * scale);
                (SlopeX[row + x], SlopeZ[row + x], bumps[row + x]) = (dx, dz, dx * dx + dz * dz);
            }
        }
    }

    /// <summary>What lies lower than its neighbourhood gets less light.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Darken(float[] height, int reach, float strength)
    {
        var mean = Smoothed(Smoothed(height, reach, 1, Side), reach, Side, 1);
        for (var i = 0; i < mean.Length; i++)
        {
            var depth = (mean[i] - height[i]) * strength * 4;
            var light = depth > 0 ? 1 / (1 + depth) : 1;
            (red[i], green[i], blue[i]) = (red[i] * light, green[i] * light, blue[i] * light);
        }
    }

    /// <summary>A running mean along one axis.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] Smoothed(float[] from, int reach, int step, int line)
    {
        var to = GC.AllocateUninitializedArray<float>(from.Length);
        var (last, scale) = (Side - 1, 1f / (2 * reach + 1));
        for (var i = 0; i < Side; i++)
        {
            var (start, sum) = (i * line, 0.0);
            for (var k = -reach; k <= reach; k++) sum += from[start + (k & last) * step];
            for (var k = 0; k < Side; k++)
            {
                to[start + k * step] = (float)sum * scale;
                sum += from[start + (k + reach + 1 & last) * step] - from[start + (k - reach & last) * step];
            }
        }

        return to;
    }
}
