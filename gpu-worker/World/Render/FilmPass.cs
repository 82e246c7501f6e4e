using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Exposes the film tile by tile. Each pixel has four samples of what is visible; it is shaded once for each surface among them, and the
/// shades are weighed by their samples, so edges are smooth and everything else costs one shade.
/// </summary>
internal sealed unsafe class FilmPass(Take take, Film film, GroundLight light)
{
    private const int Samples = 4;
    private readonly TileRaster raster = new(true);
    private readonly TileRaster layer = new(true);
    private readonly SurfaceShading shading = new(take);
    private readonly BehindPass behind = new(take, light, film);

    /// <summary>Exposes one tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tile(int tile)
    {
        var (left, top) = (tile % take.Bins.Columns * TileBins.Tile, tile / take.Bins.Columns * TileBins.Tile);
        var list = take.Bins.Of(tile);
        raster.Begin(take, left, top);
        raster.Draw(take.Setup.Triangles, list, take.Bodies);
        behind.Begin(left, top);
        for (var y = top; y < top + TileBins.Tile; y += Film.Cell)
        for (var x = left; x < left + TileBins.Tile; x += Film.Cell)
        {
            film.CellAt(x / Film.Cell, y / Film.Cell) = default;
            if (x < film.Width && y < film.Height) Cell(x, y, left, top);
        }

        foreach (var body in take.Blended) Blend(body, list, left, top);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Cell(int left, int top, int tileLeft, int tileTop)
    {
        const int blocks = Film.Cell / 4;
        var first = (top - tileTop) / 4 * raster.Blocks + (left - tileLeft) / 4;
        var touched = false;
        for (var i = 0; i < blocks * blocks; i++) touched |= raster.Touched(first + i / blocks * raster.Blocks + i % blocks);
        if (!touched && behind.Cell(left, top))
        {
            Drift(left, top);
            return;
        }

        for (var y = top; y < Math.Min(top + Film.Cell, film.Height); y += 4)
        for (var x = left; x < Math.Min(left + Film.Cell, film.Width); x += 4)
        {
            var block = (y - tileTop) / 4 * raster.Blocks + (x - tileLeft) / 4;
            if (raster.Touched(block)) Mixed(block, x, y);
            else Behind(x, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Behind(int x, int y)
    {
        var colour = behind.Block(x, y, Wide.AllBitsSet, out var depth);
        Store(x, y, colour, depth, -Max(Drift(x, y), All(Film.Still)));
    }

    /// <summary>Takes down how the ground or the backdrop moves.</summary>
    /// <returns>How far, in pixels.</returns>
    private Wide Drift(int x, int y)
    {
        var drift = behind.DriftAt(x, y);
        var square = drift.LengthSquared();
        if (square < 0.01f) return Wide.Zero;
        ref var cell = ref film.CellAt(x / Film.Cell, y / Film.Cell);
        if (square > cell.Motion.LengthSquared()) cell.Motion = drift;
        return All(MathF.Sqrt(square));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mixed(int block, int x, int y)
    {
        var p0 = raster.Place(block, 0);
        var p1 = raster.Place(block, 1);
        var p2 = raster.Place(block, 2);
        var p3 = raster.Place(block, 3);
        var missed = Missed(p0) + Missed(p1) + Missed(p2) + Missed(p3);
        // Samples that wait for their shade.
        var (w0, w1, w2, w3) = (Hit(p0), Hit(p1), Hit(p2), Hit(p3));
        var (sum, total) = (Wide3.Zero, Wide.Zero);
        var (depth, speed, first) = (Wide.Zero, Wide.Zero, true);
        var waiting = w0 | w1 | w2 | w3;
        while (Any(waiting))
        {
            var place = Select(w0, p0, Select(w1, p1, Select(w2, p2, p3)));
            var near = Select(w0, raster.Depth(block, 0), Select(w1, raster.Depth(block, 1), Select(w2, raster.Depth(block, 2), raster.Depth(block, 3))));
            var sx = Select(w0, All(raster.Offset(0).X), Select(w1, All(raster.Offset(1).X), Select(w2, All(raster.Offset(2).X), All(raster.Offset(3).X))));
            var sy = Select(w0, All(raster.Offset(0).Y), Select(w1, All(raster.Offset(1).Y), Select(w2, All(raster.Offset(2).Y), All(raster.Offset(3).Y))));
            var s0 = Same(place, near, p0, block, 0) & w0;
            var s1 = Same(place, near, p1, block, 1) & w1;
            var s2 = Same(place, near, p2, block, 2) & w2;
            var s3 = Same(place, near, p3, block, 3) & w3;
            w0 &= ~s0;
            w1 &= ~s1;
            w2 &= ~s2;
            w3 &= ~s3;
            var count = (Wide.One & s0) + (Wide.One & s1) + (Wide.One & s2) + (Wide.One & s3);
            var colour = Wide3.Only(waiting, Seen(place, waiting, x, y, sx, sy, out var z, out var pace));
            var weight = count * Inverse(Wide.One + Wide3.MaxOf(colour));
            sum += colour * weight;
            total += weight;
            depth = first ? z : Select(waiting & Vector512.Equals(depth, Wide.Zero), z, depth);
            speed = Max(speed, pace & waiting);
            if (first) depth &= waiting;
            first = false;
            waiting = w0 | w1 | w2 | w3;
        }

        if (Any(Vector512.GreaterThan(missed, Wide.Zero)))
        {
            var colour = behind.Block(x, y, Vector512.GreaterThan(missed, Wide.Zero), out var away);
            var weight = missed * Inverse(Wide.One + Wide3.MaxOf(colour));
            sum += colour * weight;
            total += weight;
            // What holds a part of a body is spread as the body is.
            var open = Vector512.GreaterThan(missed, All(Samples - 0.5f));
            depth = Select(open, away, depth);
            speed = Select(open, -Max(Drift(x, y), All(Film.Still)), speed);
        }

        Store(x, y, sum * Inverse(total), depth, speed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Missed(WideInt place) => Wide.One & Vector512.LessThan(place, WideInt.Zero).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Hit(WideInt place) => Vector512.GreaterThanOrEqual(place, WideInt.Zero).AsSingle();

    /// <summary>Lanes where another sample sees the same surface, so that one shade serves both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Same(WideInt place, Wide near, WideInt other, int block, int sample)
    {
        if (Vector512.EqualsAll(place, other)) return Wide.AllBitsSet;
        var facets = (int*)take.Setup.Triangles + ScreenTriangle.BodyWord + 2;
        var a = Gather(facets, Vector512.Max(place, WideInt.Zero) * ScreenTriangle.Words);
        var b = Gather(facets, Vector512.Max(other, WideInt.Zero) * ScreenTriangle.Words);
        // A body may have itself for background.
        var apart = Vector512.Abs(near - raster.Depth(block, sample));
        var same = Vector512.Equals(a, b).AsSingle() & Vector512.LessThan(apart, near * 0.02f);
        var bent = same & ~Vector512.Equals(place, other).AsSingle();
        return Any(bent) ? same & ~(bent & Turned(Facing(place), Facing(other))) : same;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WideInt Facing(WideInt place) =>
        Gather((int*)take.Setup.Triangles + ScreenTriangle.BodyWord + 3, Vector512.Max(place, WideInt.Zero) * ScreenTriangle.Words);

    /// <summary>Lanes where two triangles, however smoothly joined, are so differently turned that one shade would glint.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Turned(WideInt a, WideInt b)
    {
        const float most = 0.3f * 511;
        var mask = Vector512.Create(1023);
        Wide Apart(int shift) => Vector512.ConvertToSingle((Vector512.ShiftRightLogical(a, shift) & mask) - (Vector512.ShiftRightLogical(b, shift) & mask));
        var (x, y, z) = (Apart(0), Apart(10), Apart(20));
        return Vector512.GreaterThan(Fma(x, x, Fma(y, y, z * z)), All(most * most));
    }

    /// <summary>Light from the surfaces of bodies, from the coarse picture where it has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Seen(WideInt place, Wide mask, int x, int y, Wide sx, Wide sy, out Wide depth, out Wide speed)
    {
        take.Lookup(place, mask, out var body, out var slot);
        var coarse = new CoarseTaps(take.Map, x, y);
        if (coarse.Has(body, mask))
        {
            depth = coarse.Depth();
            coarse.Motion(out var dx, out var dy);
            speed = Note(x, y, dx, dy, mask, Spread(depth, mask));
            return coarse.Colour();
        }

        return Shade(place, body, slot, mask, x, y, sx, sy, out _, out depth, out speed);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Shade(
        WideInt place, WideInt body, WideInt slot, Wide mask, int x, int y, Wide sx, Wide sy, out Wide alpha, out Wide depth, out Wide speed)
    {
        var px = Columns + All(x) + sx;
        var py = Rows + All(y) + sy;
        var rays = take.Lens.Sharp(px, py);
        shading.Find(rays, body, slot, mask, take.Lens.PixelAngle, out var point);
        alpha = point.Alpha;
        depth = take.Lens.Project(point.Position, out _, out _);
        point.Shift(take.Bodies, take.Lens, take.Exposure, slot, mask, out var dx, out var dy);
        speed = Note(x, y, dx, dy, mask, Spread(depth, mask));
        var taps = new LightTaps(take.Map, x, y);
        taps.OnlyAlike(point.Body, point.Normal, depth, mask);
        return taps.Respond() ? taps.Response().Of(point.Base) + point.Emission : shading.Light(ref point, rays, place, mask, ref taps);
    }

    /// <summary>Draws one blended body over what is there.</summary>
    private void Blend(int body, ReadOnlySpan<int> list, int left, int top)
    {
        var triangles = take.Setup.Triangles;
        var any = false;
        foreach (var place in list)
        {
            if (triangles[place].Body != body) continue;
            if (!any) layer.Begin(take, left, top);
            any = true;
            layer.Draw(triangles + place, place, null, take.Bodies);
        }

        if (!any) return;
        for (var block = 0; block < layer.Blocks * layer.Blocks; block++)
        {
            if (!layer.Touched(block)) continue;
            var (x, y) = (left + 4 * (block % layer.Blocks), top + 4 * (block / layer.Blocks));
            if (x < film.Width && y < film.Height) Blend(block, x, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Blend(int block, int x, int y)
    {
        var place = Vector512.Create(TileRaster.Behind);
        var (count, sx, sy) = (Wide.Zero, Wide.Zero, Wide.Zero);
        for (var sample = 0; sample < Samples; sample++)
        {
            var seen = Hit(layer.Place(block, sample));
            if (raster.Touched(block)) seen &= Vector512.GreaterThan(layer.Depth(block, sample), raster.Depth(block, sample));
            count += Wide.One & seen;
            place = Select(seen, layer.Place(block, sample), place);
            sx = Select(seen, All(layer.Offset(sample).X), sx);
            sy = Select(seen, All(layer.Offset(sample).Y), sy);
        }

        var mask = Vector512.GreaterThan(count, Wide.Zero);
        if (!Any(mask)) return;
        take.Lookup(place, mask, out var body, out var slot);
        var colour = Shade(place, body, slot, mask, x, y, sx, sy, out var alpha, out _, out _);
        var share = (Saturate(alpha) * count * (1f / Samples)) & mask;
        for (var plane = 0; plane < 3; plane++)
        {
            var to = film.Plane(plane) + y * film.Stride + x;
            var old = Vector512.Create(
                Vector256.Create(Vector128.Load(to), Vector128.Load(to + film.Stride)),
                Vector256.Create(Vector128.Load(to + 2 * film.Stride), Vector128.Load(to + 3 * film.Stride)));
            Store(to, Lerp(old, plane == 0 ? colour.X : plane == 1 ? colour.Y : colour.Z, share));
        }
    }

    /// <summary>Diameter in pixels of the largest disc that a point becomes.</summary>
    private float Spread(Wide depth, Wide mask)
    {
        var spread = take.Lens.BlurAngle(depth) & mask;
        return Vector512.GreaterThanAny(spread, All(0.5f * take.Lens.PixelAngle))
            ? Reduce(spread) / take.Lens.PixelAngle
            : 0;
    }

    private static float Reduce(Wide value)
    {
        var half = Vector256.Max(value.GetLower(), value.GetUpper());
        var four = Vector128.Max(half.GetLower(), half.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
    }

    /// <summary>Takes down how a block moves.</summary>
    /// <returns>How far, in pixels.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide Note(int x, int y, Wide dx, Wide dy, Wide mask, float blur)
    {
        ref var cell = ref film.CellAt(x / Film.Cell, y / Film.Cell);
        cell.Blur = MathF.Max(cell.Blur, blur);
        cell.Body = true;
        var square = (dx * dx + dy * dy) & mask;
        if (!Vector512.GreaterThanAny(square, All(0.01f))) return Wide.Zero;
        var most = Reduce(square);
        if (most > cell.Motion.LengthSquared())
        {
            var lane = FirstLane(Bits(Vector512.Equals(square, All(most))));
            cell.Motion = new Vector2(dx.GetElement(lane), dy.GetElement(lane));
        }

        return Sqrt(square);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(int x, int y, in Wide3 colour, Wide depth, Wide speed)
    {
        var at = y * film.Stride + x;
        Store(film.Plane(0) + at, Max(colour.X, Wide.Zero));
        Store(film.Plane(1) + at, Max(colour.Y, Wide.Zero));
        Store(film.Plane(2) + at, Max(colour.Z, Wide.Zero));
        Store(film.Depth + at, depth);
        Store(film.Speed + at, speed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(float* to, Wide value)
    {
        value.GetLower().GetLower().Store(to);
        value.GetLower().GetUpper().Store(to + film.Stride);
        value.GetUpper().GetLower().Store(to + 2 * film.Stride);
        value.GetUpper().GetUpper().Store(to + 3 * film.Stride);
    }
}
