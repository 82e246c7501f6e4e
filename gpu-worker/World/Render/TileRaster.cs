using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// What is visible in one tile, sample by sample, in blocks of 4 by 4 pixels. It is kept no longer than the tile is worked on, so it
/// stays in the cache.
/// </summary>
internal sealed unsafe class TileRaster
{
    /// <summary>The number of the ground and of what is behind everything.</summary>
    public const int Behind = -1;

    private readonly int samples;
    private readonly int step;
    private readonly int shift;
    private readonly Vector128<float> offsetX;
    private readonly Vector128<float> offsetY;
    private readonly float middle;
    private readonly float spread;
    private readonly AlignedBuffer<float> depths;
    private readonly AlignedBuffer<int> places;
    private readonly bool[] touched;
    private float left;
    private float top;
    private Lens lens;
    private float groundA;
    private float groundB;
    private float groundC;

    /// <param name="full">
    /// Four samples a pixel on a rotated grid; otherwise one sample for two by two pixels, in their middle.
    /// </param>
    public TileRaster(bool full)
    {
        samples = full ? 4 : 1;
        step = full ? 1 : 2;
        shift = full ? 2 : 3;
        offsetX = full ? Vector128.Create(0.375f, 0.875f, 0.125f, 0.625f) : Vector128<float>.One;
        offsetY = full ? Vector128.Create(0.125f, 0.375f, 0.625f, 0.875f) : Vector128<float>.One;
        (middle, spread) = full ? (0.5f, 0.375f) : (1, 0);
        Blocks = TileBins.Tile / (4 * step);
        depths = new AlignedBuffer<float>(samples * Blocks * Blocks * 16 + 16);
        places = new AlignedBuffer<int>(samples * Blocks * Blocks * 16 + 16);
        touched = new bool[Blocks * Blocks];
    }

    /// <summary>Blocks along a side of the tile.</summary>
    public int Blocks { get; }

    /// <summary>Whether any body is in a block.</summary>
    public bool Touched(int block) => touched[block];

    /// <summary>One over the depth of sixteen pixels of a block.</summary>
    public Wide Depth(int block, int sample) => Vector512.Load(depths.Start + 16 * (block * samples + sample));

    /// <summary>The triangles, by their place in the setup, or <see cref="Behind"/>.</summary>
    public WideInt Place(int block, int sample) => Vector512.Load(places.Start + 16 * (block * samples + sample));

    /// <summary>Where a sample lies in its pixel.</summary>
    public (float X, float Y) Offset(int sample) => (offsetX[sample], offsetY[sample]);

    /// <summary>Turns to another tile.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="x">Its left edge in pixels.</param>
    /// <param name="y">Its top edge in pixels.</param>
    public void Begin(Take scene, int x, int y)
    {
        (left, top) = (x, y);
        Array.Clear(touched);
        lens = scene.Lens;
        (groundA, groundB, groundC) = scene.GroundDepth;
    }

    /// <summary>Draws triangles in front of what is there.</summary>
    /// <param name="all">All triangles of the exposure.</param>
    /// <param name="list">The places of those to draw.</param>
    /// <param name="bodies">The bodies, for the holes of some; bodies that are blended are left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(ScreenTriangle* all, ReadOnlySpan<int> list, Bodies bodies)
    {
        var last = -1;
        Surface? surface = null;
        foreach (var place in list)
        {
            var triangle = all + place;
            if (triangle->Body != last)
            {
                last = triangle->Body;
                surface = bodies.SurfaceOf(last);
            }

            if (!surface!.Blended) Draw(triangle, place, surface.CutOut ? surface : null, bodies);
        }
    }

    /// <summary>Draws one triangle.</summary>
    public void Draw(ScreenTriangle* triangle, int place, Surface? cut, Bodies bodies)
    {
        if (cut is null) Draw<Whole>(triangle, place, cut, bodies);
        else Draw<Holed>(triangle, place, cut, bodies);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Draw<THoles>(ScreenTriangle* t, int place, Surface? cut, Bodies bodies)
        where THoles : struct, IHoles
    {
        var side = 4 * step;
        // From the left, to the right, from the top, to the bottom: those four lie in a row.
        var bounds = Vector128.Load(&t->MinX) - Vector128.Create(left, left, top, top);
        bounds = Vector128.MinNative(Vector128.MaxNative(bounds, Vector128<float>.Zero), Vector128.Create(TileBins.Tile - 1f));
        var blocks = Vector128.ShiftRightLogical(Vector128.ConvertToInt32Native(bounds), shift);
        var (x0, x1, y0, y1) = (blocks[0], blocks[1], blocks[2], blocks[3]);
        // What each sample adds to the three edges and the depth.
        var add = stackalloc float[16];
        (offsetX * t->A0 + offsetY * t->B0).Store(add);
        (offsetX * t->A1 + offsetY * t->B1).Store(add + 4);
        (offsetX * t->A2 + offsetY * t->B2).Store(add + 8);
        (offsetX * t->DepthA + offsetY * t->DepthB).Store(add + 12);
        var (x, y) = (Columns * step, Rows * step);
        var lane0 = Fma(All(t->A0), x, All(t->B0) * y);
        var lane1 = Fma(All(t->A1), x, All(t->B1) * y);
        var lane2 = Fma(All(t->A2), x, All(t->B2) * y);
        var laneDepth = Fma(All(t->DepthA), x, All(t->DepthB) * y);
        var (reach0, reach1, reach2) = (Reach(t->A0, t->B0), Reach(t->A1, t->B1), Reach(t->A2, t->B2));
        var (least0, least1, least2) = (-Reach(-t->A0, -t->B0), -Reach(-t->A1, -t->B1), -Reach(-t->A2, -t->B2));
        for (var by = y0; by <= y1; by++)
        for (var bx = x0; bx <= x1; bx++)
        {
            var (px, py) = (left + bx * side, top + by * side);
            var e0 = lane0 + All(t->A0 * px + t->B0 * py + t->C0);
            var e1 = lane1 + All(t->A1 * px + t->B1 * py + t->C1);
            var e2 = lane2 + All(t->A2 * px + t->B2 * py + t->C2);
            var outer = Min(e0 + All(reach0), Min(e1 + All(reach1), e2 + All(reach2)));
            if (!Any(Vector512.GreaterThanOrEqual(outer, Wide.Zero))) continue;
            var block = by * Blocks + bx;
            if (!touched[block]) Clear(block, px, py);
            var depth = laneDepth + All(t->DepthA * px + t->DepthB * py + t->DepthC);
            var depthAt = depths.Start + 16 * samples * block;
            var placeAt = places.Start + 16 * samples * block;
            var inner = Min(e0 + All(least0), Min(e1 + All(least1), e2 + All(least2)));
            if (typeof(THoles) == typeof(Whole) && Vector512.GreaterThanOrEqualAll(inner, Wide.Zero))
            {
                Cover(depthAt, placeAt, depth, add + 12, place);
                continue;
            }

            for (var s = 0; s < samples; s++)
            {
                var inside = Min(e0 + All(add[s]), Min(e1 + All(add[4 + s]), e2 + All(add[8 + s])));
                var z = depth + All(add[12 + s]);
                var old = Vector512.Load(depthAt + 16 * s);
                var mask = Vector512.GreaterThanOrEqual(inside, Wide.Zero) & Vector512.GreaterThan(z, old);
                if (typeof(THoles) == typeof(Holed) && Any(mask))
                    mask &= Solid(cut!, bodies, t, x + All(px + offsetX[s]), y + All(py + offsetY[s]));
                Select(mask, z, old).Store(depthAt + 16 * s);
                Select(mask, Vector512.Create(place), Vector512.Load(placeAt + 16 * s)).Store(placeAt + 16 * s);
            }
        }
    }

    /// <summary>Draws a block that is covered all over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Cover(float* depthAt, int* placeAt, Wide depth, float* add, int place)
    {
        for (var s = 0; s < samples; s++)
        {
            var z = depth + All(add[s]);
            var old = Vector512.Load(depthAt + 16 * s);
            var mask = Vector512.GreaterThan(z, old);
            Select(mask, z, old).Store(depthAt + 16 * s);
            Select(mask, Vector512.Create(place), Vector512.Load(placeAt + 16 * s)).Store(placeAt + 16 * s);
        }
    }

    /// <summary>The most that an edge's function grows from a pixel's corner to a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Reach(float a, float b) => (a + b) * middle + (MathF.Abs(a) + MathF.Abs(b)) * spread;

    /// <summary>Begins a block with the ground.</summary>
    private void Clear(int block, float left, float top)
    {
        touched[block] = true;
        var line = Fma(All(groundA * step), Columns, Fma(All(groundB * step), Rows, All(groundA * left + groundB * top + groundC)));
        for (var s = 0; s < samples; s++)
        {
            var depth = line + All(groundA * offsetX[s] + groundB * offsetY[s]);
            Max(depth, Wide.Zero).Store(depths.Start + 16 * (block * samples + s));
            Vector512.Create(Behind).Store(places.Start + 16 * (block * samples + s));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Wide Solid(Surface cut, Bodies bodies, ScreenTriangle* t, Wide x, Wide y)
    {
        bodies.MotionOf(t->Body).ToBody(lens.Sharp(x, y), out var origin, out var direction);
        Interpolant.Meet(bodies.MeshOf(t->Body).Corners + 9 * t->Slot, origin, direction, out var u, out var v);
        return cut.Solid(bodies.MeshOf(t->Body).Attributes + MeshIndex.Stride * t->Slot, u, v);
    }
}
