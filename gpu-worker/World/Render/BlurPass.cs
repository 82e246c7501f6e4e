using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Focus and motion: each pixel gathers what its neighbours spread over it while the shutter is open. What is nearer lies over it for the
/// part of the lens and of the time that it takes up; what is farther shows through as far as the pixel itself is spread (after
/// McGuire et al., "A Reconstruction Filter for Plausible Motion Blur", 2012, and Potmesil and Chakravarty, 1981). Only cells in which
/// something spreads are touched.
/// </summary>
internal sealed unsafe partial class BlurPass
{
    private const int MostTaps = 48;

    private readonly Take take;
    private readonly Film film;
    private readonly AlignedBuffer<float> blurred;
    private readonly AlignedBuffer<float> spread;
    private readonly BlurPlan plan;

    public BlurPass(Take take, Film film)
    {
        (this.take, this.film) = (take, film);
        blurred = new AlignedBuffer<float>(3 * film.Across * film.Rows);
        spread = new AlignedBuffer<float>(2 * (film.Stride * film.Rows + Apart));
        plan = new BlurPlan(film);
    }

    /// <summary>Cells that have to be blurred.</summary>
    public int Count => plan.Count;

    /// <summary>Finds out how far things spread into each cell.</summary>
    public void Plan() => plan.Make();

    /// <summary>Rows of cells, for <see cref="Measure"/>.</summary>
    public int Rows => Count == 0 ? 0 : film.CellRows;

    /// <summary>Finds out how wide each pixel of a row of cells becomes, where a cell that has to be blurred may read it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Measure(int row)
    {
        var toRadius = 0.5f / take.Lens.PixelAngle;
        var (from, to) = plan.Read(row);
        for (var y = row * Film.Cell; y < (row + 1) * Film.Cell; y++)
        for (var x = from * Film.Cell; x < to * Film.Cell; x += 16)
        {
            var at = y * film.Stride + x;
            var radius = take.Lens.BlurAngle(Vector512.Load(film.Depth + at)) * toRadius;
            var pace = Vector512.Load(film.Speed + at);
            var thin = Inverse(Max(radius, All(0.5f)));
            (thin * thin * Inverse(Max(Vector512.Abs(pace) * 0.5f, All(0.5f)))).Store(Gains + at);
            // Never quite zero, so that the sign stays.
            radius = Max(radius, All(1e-6f));
            Select(Vector512.LessThan(pace, Wide.Zero), -radius, radius).Store(Radii + at);
        }
    }

    /// <summary>Brings the blurred cells back onto the film.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Copy(int number)
    {
        // Those in which nothing differs have not been touched.
        if (plan.IsDone(number)) return;
        var (x, y) = plan.Place(number);
        var from = Blurred(number);
        for (var row = y; row < Math.Min(y + Film.Cell, film.Height); row++)
        for (var plane = 0; plane < 3; plane++, from += 16)
            Vector512.Load(from).Store(film.Plane(plane) + row * film.Stride + x);
    }

    /// <summary>Blurs one cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Blur(int number)
    {
        var (left, top) = plan.Place(number);
        var cell = plan.Reach(number);
        var motion = cell.Motion;
        var way = motion.Length();
        var radius = cell.Blur / 2;
        if (way < BlurPlan.Steady) (motion, way) = (default, 0);
        if (plan.IsOpen(number) ? IsStraight(left, top, motion)
            : IsEven(left, top, (int)(radius + MathF.Abs(motion.X) / 2) + 1, (int)(radius + MathF.Abs(motion.Y) / 2) + 1))
        {
            plan.Done(number);
            return;
        }

        var taps = stackalloc Tap[MostMixedTaps];
        var to = Blurred(number);
        if (plan.IsOpen(number))
        {
            Drag(left, top, taps, Place(taps, 0, motion, way), way, to);
            return;
        }

        if (way > 0 && radius >= BlurPlan.Sharp / 2)
        {
            var mixed = new MixedBlur(radius, way, PlaceMixed(taps, radius, motion, way));
            for (var row = top; row < Math.Min(top + Film.Cell, film.Height); row++, to += 3 * 16) RowMixed(left, row, taps, mixed, to);
            return;
        }

        var count = Place(taps, radius, motion, way);
        for (var row = top; row < Math.Min(top + Film.Cell, film.Height); row++, to += 3 * 16) Row(left, row, taps, count, radius, way, to);
    }

    private static int Place(Tap* taps, float radius, Vector2 motion, float way)
    {
        // No more than about one for each pixel of a small disc, not so many for a large one, which hides them.
        var wanted = MathF.Max(way * 0.7f, radius < BlurPlan.Sharp / 2 ? 0 : MathF.Min(6 + 1.1f * radius * radius, 8 + 4 * radius));
        var count = Math.Clamp((int)wanted, 4, MostTaps);
        for (var i = 0; i < count; i++)
        {
            // A spiral over the disc, and places along the way in an order that has nothing to do with it.
            var away = radius * MathF.Sqrt((i + 0.5f) / count);
            var (sin, cos) = MathF.SinCos(2.399963f * i);
            var turn = radius < BlurPlan.Sharp / 2 ? (i + 0.5f) / count : (i * 0.7548777f + 0.5f) % 1;
            var along = turn - 0.5f;
            taps[i].X = (int)MathF.Round(away * cos + motion.X * along);
            taps[i].Y = (int)MathF.Round(away * sin + motion.Y * along);
            taps[i].Away = MathF.Max(0, away - 0.5f);
            taps[i].Along = MathF.Max(0, MathF.Abs(along) * way - 0.5f);
            taps[i].Kind = 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(int x, int y, Tap* taps, int count, float radius, float way, float* to)
    {
        var red = film.Plane(0);
        var green = film.Plane(1);
        var blue = film.Plane(2);
        var depths = film.Depth;
        var speeds = film.Speed;
        var radii = Radii;
        var gains = Gains;
        var at = y * film.Stride + x;
        Ahead(at + film.Stride);
        var centre = new Wide3(Vector512.Load(red + at), Vector512.Load(green + at), Vector512.Load(blue + at));
        var depth = Vector512.Load(depths + at);
        var ownSpread = Vector512.Load(radii + at);
        var ownRadius = Vector512.Abs(ownSpread);
        var ownWay = Vector512.Abs(Vector512.Load(speeds + at)) * 0.5f;
        // The rim of a round body is not behind its middle: only what is clearly nearer lies in front.
        var nearer = Inverse(depth * 0.06f);
        // A small kernel in a cell of large ones has few taps: the fewer, the more counts the pixel itself.
        var expected = All(count);
        if (radius > 0.5f) expected *= Min(ownRadius * ownRadius * (1 / (radius * radius)), Wide.One);
        if (way > 1) expected *= Min(ownWay * (2 / way), Wide.One);
        var ownWeight = Fma(Saturate(Wide.One - expected * (1 / 6f)), All(3), All(0.5f));
        // What a tap spreads here: all of a small kernel counts for as much as all of the largest.
        var gain = All((radius > 0.5f ? radius * radius : 0.25f) * (way > 1 ? way * 0.5f : 0.5f));
        var most = All(count * 0.25f);
        var (own, takenWeight, over, overWeight) = (Wide3.Zero, Wide.Zero, Wide3.Zero, Wide.Zero);
        for (var i = 0; i < count; i++)
        {
            var tap = taps[i];
            var from = Math.Clamp(y + tap.Y, 0, film.Height - 1) * film.Stride + Math.Clamp(x + tap.X, 0, film.Across - 16);
            var tapSpread = Vector512.Load(radii + from);
            // Both are ground where both are negative.
            var bothGround = Vector512.LessThan(Max(ownSpread, tapSpread), Wide.Zero);
            var front = Select(bothGround, Wide.Zero, Saturate(Fma(depth - Vector512.Load(depths + from), nearer, All(-0.7f))));
            var onto = Select(Vector512.GreaterThanOrEqual(Vector512.Abs(tapSpread), All(tap.Away)), front * Min(Vector512.Load(gains + from) * gain, most), Wide.Zero);
            var through = Select(Vector512.GreaterThanOrEqual(ownRadius, All(tap.Away)), Wide.One - front, Wide.Zero);
            var taken = through;
            if (way == 0)
            {
                // The ground is out of focus already.
                taken = Select(bothGround, Wide.Zero, through);
            }
            else
            {
                var along = All(tap.Along);
                onto = Select(Vector512.GreaterThanOrEqual(Vector512.Abs(Vector512.Load(speeds + from)) * 0.5f, along), onto, Wide.Zero);
                through = taken = Select(Vector512.GreaterThanOrEqual(ownWay, along), through, Wide.Zero);
            }

            ownWeight += through;
            if (Vector512.EqualsAll(onto + taken, Wide.Zero)) continue;
            var colour = new Wide3(Vector512.Load(red + from), Vector512.Load(green + from), Vector512.Load(blue + from));
            over = Wide3.Along(over, colour, onto);
            overWeight += onto;
            own = Wide3.Along(own, colour, taken);
            takenWeight += taken;
        }

        Lay(Wide3.Along(own, centre, ownWeight - takenWeight), ownWeight, over, overWeight, count, to);
    }

    /// <summary>Rows lie a page apart, so that the processor does not see the next one coming.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ahead(int at)
    {
        if (!Sse.IsSupported) return;
        Sse.Prefetch0(film.Plane(0) + at);
        Sse.Prefetch0(film.Plane(1) + at);
        Sse.Prefetch0(film.Plane(2) + at);
        Sse.Prefetch0(film.Depth + at);
        Sse.Prefetch0(film.Speed + at);
        Sse.Prefetch0(Radii + at);
        Sse.Prefetch0(Gains + at);
    }

    /// <summary>Lays what is spread over a pixel onto what it shows itself, and keeps the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lay(in Wide3 own, Wide ownWeight, in Wide3 over, Wide overWeight, int taps, float* to)
    {
        var part = Min(overWeight * (1f / taps), Wide.One);
        var result = own * (Inverse(ownWeight) * (Wide.One - part)) + over * (part * Inverse(Max(overWeight, All(1e-6f))));
        result.X.Store(to);
        result.Y.Store(to + 16);
        result.Z.Store(to + 32);
    }

    /// <summary>Whether nothing within reach differs, so that blur would change nothing.</summary>
    private bool IsEven(int left, int top, int across, int down)
    {
        var (y0, y1) = (Math.Max(0, top - down), Math.Min(film.Height - 1, top + Film.Cell - 1 + down));
        var x0 = Math.Max(0, left - across);
        var x1 = Math.Min(film.Across - 16, left + across);
        for (var plane = 0; plane < 3; plane++)
        {
            var low = All(float.MaxValue);
            var high = Wide.Zero;
            for (var y = y0; y <= y1; y += 2)
            for (var x = x0; ; x = Math.Min(x + 16, x1))
            {
                var value = Vector512.Load(film.Plane(plane) + y * film.Stride + x);
                low = Min(low, value);
                high = Max(high, value);
                if (x == x1) break;
            }

            var (least, most) = (float.MaxValue, 0f);
            for (var lane = 0; lane < 16; lane++) (least, most) = (MathF.Min(least, low[lane]), MathF.Max(most, high[lane]));
            if (most - least > 0.015f * most + 0.0005f) return false;
        }

        return true;
    }

    /// <summary>Where the blurred rows of a cell go, red, green and blue of each.</summary>
    private float* Blurred(int number) => blurred.Start + number * 3 * Film.Cell * Film.Cell;

    /// <summary>Radius in pixels of the disc that each pixel becomes, negative on the ground.</summary>
    private float* Radii => spread.Start;

    /// <summary>How thinly each pixel is spread: one over its disc and its way.</summary>
    private float* Gains => spread.Start + film.Stride * film.Rows + Apart;

    /// <summary>Keeps two planes from the same lines of the cache.</summary>
    private const int Apart = 272;

    private struct Tap
    {
        public int X;
        public int Y;

        /// <summary>How far it lies from the middle of the disc.</summary>
        public float Away;

        /// <summary>How far it lies from the middle of the way.</summary>
        public float Along;

        /// <summary>Which kind it is of <see cref="MixedBlur"/>, where there is more than one.</summary>
        public int Kind;
    }
}
