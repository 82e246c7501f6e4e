using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The ground and the backdrop on the film, tile by tile: enlarged where <see cref="CoarsePass"/> has them, pixel by pixel elsewhere.
/// </summary>
/// <param name="take">The scene.</param>
/// <param name="light">Light on the ground.</param>
/// <param name="film">The film.</param>
internal sealed unsafe class BehindPass(Take take, GroundLight light, Film film)
{
    private const int CellsAcross = TileBins.Tile / Film.Cell;
    private readonly BehindShading shading = new(take, light);
    private readonly Vector2[] drifts = new Vector2[CellsAcross * CellsAcross];
    private readonly int[] lamps = new int[BackdropShading.MostLamps];
    private int lampCount;
    private float discBlur;

    /// <summary>Turns to another tile.</summary>
    /// <param name="left">Its left edge in pixels.</param>
    /// <param name="top">Its top edge in pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(int left, int top)
    {
        ref readonly var lens = ref take.Lens;
        var backdrop = take.Lighting.Backdrop;
        lampCount = 0;
        discBlur = lens.BlurAngle(All(Floor.Far)).ToScalar();
        if (backdrop.HasLamps)
        {
            var middle = lens.Sharp(All(left + TileBins.Tile / 2), All(top + TileBins.Tile / 2)).Direction;
            var direction = new Vector3(middle.X.ToScalar(), middle.Y.ToScalar(), middle.Z.ToScalar());
            lampCount = backdrop.Near(direction, 0.75f * TileBins.Tile * lens.PixelAngle, discBlur, lamps);
        }

        if (lens.Moves) Drift(left, top);
    }

    /// <summary>How the ground or the backdrop moves over the picture while the shutter is open, in pixels: in a cell everywhere alike.</summary>
    public Vector2 DriftAt(int x, int y) =>
        take.Lens.Moves ? drifts[y % TileBins.Tile / Film.Cell * CellsAcross + x % TileBins.Tile / Film.Cell] : default;

    /// <summary>Light of a block of 4 by 4 pixels.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="needed">Lanes that count.</param>
    /// <param name="depth">Distance along the view.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Block(int x, int y, Wide needed, out Wide depth)
    {
        ref readonly var lens = ref take.Lens;
        var px = Columns + All(x + 0.5f);
        var py = Rows + All(y + 0.5f);
        var coarse = new CoarseTaps(take.Map, x, y);
        Wide3 colour;
        if (coarse.Has(Vector512.Create(LightMap.Nothing), needed))
        {
            colour = coarse.Colour();
            depth = coarse.Depth();
        }
        else
        {
            var rays = lens.Sharp(px, py);
            var taps = new LightTaps(take.Map, x, y);
            var plane = take.Floor.Meet(rays);
            var hidden = taps.OnlyGround(needed & Vector512.LessThan(plane, All(Floor.Far * 0.5f)));
            colour = shading.See(rays, plane, ref taps, hidden, out depth);
        }

        if (lampCount == 0) return colour;
        return colour + take.Lighting.Backdrop.Discs(lens.Sharp(px, py).Direction, discBlur, lamps.AsSpan(0, lampCount));
    }

    /// <summary>Exposes a cell of the film that no body is in, if it is smooth.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <returns>Whether it is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Cell(int x, int y)
    {
        var map = take.Map;
        var (column, row) = (x / 2, y / 2);
        for (var r = row / 4 - 1; r <= row / 4 + 2; r++)
        for (var c = column / 4 - 1; c <= column / 4 + 2; c++)
            if (map.CoarseState(c, r) != LightMap.Behind) return false;
        var at = y * film.Stride + x;
        for (var plane = 0; plane < 4; plane++)
            Enlarge(map.Coarse(plane) + (row - 1) * map.Stride + column - 1, map.Stride, film.Plane(plane) + at, film.Stride);
        var speed = All(-MathF.Max(DriftAt(x, y).Length(), Film.Still));
        for (var line = 0; line < Film.Cell; line++) speed.Store(film.Speed + at + line * film.Stride);
        if (lampCount > 0) Discs(x, y);
        return true;
    }

    /// <summary>Brings 8 by 8 places to 16 by 16 pixels.</summary>
    /// <param name="from">The place above and to the left of the first.</param>
    /// <param name="stride">Places from row to row.</param>
    /// <param name="to">The first pixel.</param>
    /// <param name="width">Pixels from row to row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Enlarge(float* from, int stride, float* to, int width)
    {
        var above = Across(from);
        var line = Across(from + stride);
        for (var row = 0; row < Film.Cell / 2; row++)
        {
            var below = Across(from + (row + 2) * stride);
            var most = line * 0.75f;
            Fma(above, All(0.25f), most).Store(to + 2 * row * width);
            Fma(below, All(0.25f), most).Store(to + (2 * row + 1) * width);
            (above, line) = (line, below);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Across(float* from)
    {
        var row = Vector512.Load(from);
        var near = Vector512.Shuffle(row, Vector512.Create(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8));
        var far = Vector512.Shuffle(row, Vector512.Create(0, 2, 1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9));
        return Fma(far, All(0.25f), near * 0.75f);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Discs(int x, int y)
    {
        var backdrop = take.Lighting.Backdrop;
        var which = lamps.AsSpan(0, lampCount);
        for (var line = y; line < y + Film.Cell; line++)
        {
            var light = backdrop.Discs(take.Lens.Sharp(Ramp + All(x + 0.5f), All(line + 0.5f)).Direction, discBlur, which);
            var at = line * film.Stride + x;
            (Vector512.Load(film.Plane(0) + at) + light.X).Store(film.Plane(0) + at);
            (Vector512.Load(film.Plane(1) + at) + light.Y).Store(film.Plane(1) + at);
            (Vector512.Load(film.Plane(2) + at) + light.Z).Store(film.Plane(2) + at);
        }
    }

    /// <summary>Finds the motion of all cells of a tile: there are as many as lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Drift(int left, int top)
    {
        var x = Fma(Columns, All(Film.Cell), All(left + Film.Cell / 2));
        var y = Fma(Rows, All(Film.Cell), All(top + Film.Cell / 2));
        var rays = take.Lens.Sharp(x, y);
        var point = Wide3.Along(rays.Origin, rays.Direction, Min(take.Floor.Meet(rays), All(1000)));
        take.Lens.Shift(point, point, out var dx, out var dy);
        for (var cell = 0; cell < drifts.Length; cell++) drifts[cell] = new Vector2(dx.GetElement(cell), dy.GetElement(cell));
    }
}
