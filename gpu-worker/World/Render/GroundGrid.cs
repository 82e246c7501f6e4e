using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// What lamps and surroundings give to the ground where nothing hides them, at the corners of blocks of 4 by 4 places of the light map
/// and straight between them. It is linear in what is in view, so each of these has its own numbers. For one thread.
/// </summary>
internal sealed unsafe class GroundGrid
{
    private const int Distance = 0;
    private const int Base = 1;
    private const int Tint = 4;
    private const int Gloss = 7;
    private const int Fixed = 10;

    /// <summary>Sums for ground that sees all: diffuse and mirrored.</summary>
    private const int Free = 13;

    /// <summary>From here on six numbers for the sky and six for each lamp: diffuse and mirrored.</summary>
    private const int Shares = 19;

    /// <summary>A block is uneven when one corner is so much farther than another.</summary>
    private const float Steepest = 1.3f;

    private readonly Take take;
    private readonly bool complete;
    private readonly int stride;
    private readonly int planes;
    private float[] upper;
    private float[] lower;
    private readonly int lamps;

    public GroundGrid(Take take)
    {
        this.take = take;
        lamps = take.Lighting.Lamps.Length;
        complete = IsComplete(take.Stage.Ground);
        Mirrors = take.Ground.Flat && !take.Ground.Polished;
        stride = take.Map.Columns / 4 + 17;
        planes = Shares + 6 * (1 + lamps);
        upper = GC.AllocateArray<float>(planes * stride, pinned: true);
        lower = GC.AllocateArray<float>(planes * stride, pinned: true);
    }

    /// <summary>Whether a ground is so even that all that is seen of it varies slowly: the floor of a studio.</summary>
    public static bool IsComplete(Ground ground) => ground is { Pattern: GroundPattern.Plain, Sweep: > 0 };

    /// <summary>Whether what the ground mirrors varies as slowly as what is diffuse.</summary>
    public bool Mirrors { get; }

    /// <summary>Computes the corners of a row of blocks.</summary>
    /// <param name="row">The row.</param>
    /// <param name="blocks">Blocks across.</param>
    /// <param name="goesOn">Whether the row above was the last one computed, for the same exposure.</param>
    public void Prepare(int row, int blocks, bool goesOn)
    {
        if (goesOn) (upper, lower) = (lower, upper);
        else Corners(upper, row, blocks);
        Corners(lower, row + 1, blocks);
    }

    /// <summary>Whether a block lies on the ground, and not so flat to the view that its corners say too little.</summary>
    public bool Covers(int block)
    {
        var (a, b, c, d) = (upper[block], upper[block + 1], lower[block], lower[block + 1]);
        var most = MathF.Max(MathF.Max(a, b), MathF.Max(c, d));
        return most < 0.5f * Floor.Far && most < Steepest * MathF.Min(MathF.Min(a, b), MathF.Min(c, d));
    }

    /// <summary>What <see cref="Diffuse"/> is where nothing is hidden and no body near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 FreeDiffuse(int block) => Between(Free, block);

    /// <summary>Likewise of what it mirrors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 FreeMirrored(int block) => Between(Free + 3, block);

    /// <summary>Irradiance over pi; of a complete ground the light that it scatters, and what lies behind it in the distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Diffuse(int block, in Visibility visible)
    {
        var sum = Between(Shares, block) * visible.Sky;
        if (complete) sum += Between(Base, block) + Between(Tint, block) * visible.Bounce;
        else sum += visible.Bounce;
        for (var i = 0; i < lamps; i++) sum += Between(Shares + 6 * (i + 1), block) * visible.Of(i);
        return sum;
    }

    /// <summary>Light that it mirrors; of a complete ground weakened by its reflectance.</summary>
    /// <param name="block">Which block.</param>
    /// <param name="visible">What is in view.</param>
    /// <param name="bodies">What bodies add, premultiplied.</param>
    /// <param name="cover">The part of the reflection that they take.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Mirrored(int block, in Visibility visible, in Wide3 bodies, Wide cover)
    {
        var sum = Between(Fixed, block) + Between(Shares + 3, block) * visible.Sky;
        for (var i = 0; i < lamps; i++) sum += Between(Shares + 6 * (i + 1) + 3, block) * visible.Of(i);
        sum *= Wide.One - cover;
        return complete ? sum + Between(Gloss, block) * bodies : sum + bodies;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Between(int plane, int block)
    {
        var above = Pin(upper) + plane * stride + block;
        var below = Pin(lower) + plane * stride + block;
        return new Wide3(Between(above, below), Between(above + stride, below + stride), Between(above + 2 * stride, below + 2 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Between(float* above, float* below)
    {
        var x = Vector512.Create(0.125f, 0.375f, 0.625f, 0.875f, 0.125f, 0.375f, 0.625f, 0.875f, 0.125f, 0.375f, 0.625f, 0.875f, 0.125f, 0.375f, 0.625f, 0.875f);
        var y = Vector512.Create(0.125f, 0.125f, 0.125f, 0.125f, 0.375f, 0.375f, 0.375f, 0.375f, 0.625f, 0.625f, 0.625f, 0.625f, 0.875f, 0.875f, 0.875f, 0.875f);
        var (left, right, across) = (above[0], below[0] - above[0], above[1] - above[0]);
        return Fma(Fma(All(below[1] - below[0] - across), y, All(across)), x, Fma(All(right), y, All(left)));
    }

    private void Corners(float[] to, int row, int blocks)
    {
        for (var column = 0; column <= blocks; column += 16) Corners(Pin(to) + column, column, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Corners(float* to, int column, int row)
    {
        var rays = take.Lens.Sharp((Ramp + All(column)) * 8, All(8 * row));
        var distance = take.Floor.Meet(rays);
        distance.Store(to + Distance * stride);
        var met = Vector512.LessThan(distance, All(0.5f * Floor.Far));
        if (!Any(met)) return;
        distance = Select(met, distance, Wide.One);
        var point = Wide3.Along(rays.Origin, rays.Direction, distance);
        var lighting = take.Lighting;
        // How rough the block is on the whole.
        take.Floor.At(point, distance * (8 * take.Lens.PixelAngle) * Inverse(Max(-rays.Direction.Y, All(0.1f))), out var ground);
        var (tint, gloss) = (Wide3.All(Vector3.One), Wide3.All(Vector3.One));
        var (diffuse, mirrored) = (Wide3.Zero, Wide3.Zero);
        if (complete)
        {
            var distant = take.Floor.Distant(point, distance);
            var cosine = Min(Max(-Wide3.Dot(rays.Direction, ground.Normal), All(1e-3f)), Wide.One);
            var f0 = new Wide3(ground.Reflectance, ground.Reflectance, ground.Reflectance);
            tint = ground.Albedo * (Wide.One - distant);
            gloss = Lighting.Reflectance(f0, ground.Roughness, cosine) * (Wide.One - distant);
            diffuse = Wide3.Lerp(ground.Emission, lighting.Backdrop.Radiance(rays.Direction), distant);
            Store(diffuse, to, Base);
            Store(tint, to, Tint);
            Store(gloss, to, Gloss);
        }

        var lit = take.Floor.Lit(point);
        // Linear in what is in view: what counts with nothing in view, then what each adds to it.
        var always = Mirrors ? Lobe(point, rays.Direction, ground, default) : Wide3.Zero;
        mirrored = always * gloss;
        Store(mirrored, to, Fixed);
        // What is smooth mirrors lamps and sky whether or not they are in view: bodies in the way are found by tracing.
        var shares = Mirrors && Any(Vector512.LessThan(Shading.Traced(ground.Roughness), Wide.One));
        for (var share = 0; share <= lamps; share++)
        {
            var light = share == 0
                ? lighting.Around.Diffuse(ground.Normal)
                : Wide3.All(lighting.Lamps[share - 1].Radiance) * lighting.Lamps[share - 1].FormFactor(lit, ground.Normal);
            light *= tint;
            diffuse += light;
            Store(light, to, Shares + 6 * share);
            light = shares ? (Lobe(point, rays.Direction, ground, Visibility.Only(share - 1)) - always) * gloss : Wide3.Zero;
            mirrored += light;
            Store(light, to, Shares + 6 * share + 3);
        }

        Store(diffuse, to, Free);
        Store(mirrored, to, Free + 3);
    }

    private Wide3 Lobe(in Wide3 point, in Wide3 view, in GroundSample ground, in Visibility visible) =>
        Shading.GroundMirror(take, point, view, ground, visible, Wide3.Zero, Wide.Zero);

    private void Store(in Wide3 value, float* to, int plane)
    {
        value.X.Store(to + plane * stride);
        value.Y.Store(to + (plane + 1) * stride);
        value.Z.Store(to + (plane + 2) * stride);
    }

    private static float* Pin(float[] array) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
