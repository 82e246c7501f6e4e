using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Light on a ground without relief varies slowly, so it is summed for two by two pixels at once: what is diffuse and what is mirrored,
/// or, on a studio floor of one colour, all that is seen of it. What lamps and surroundings give comes from a coarse grid; only what
/// is in view of them is found place by place. For one thread.
/// </summary>
internal sealed unsafe class GroundLight(Take take)
{
    private readonly GroundGrid grid = new(take);

    /// <summary>Whether the light map holds all that is seen of the ground.</summary>
    public bool Complete { get; } = GroundGrid.IsComplete(take.Stage.Ground);

    /// <summary>Whether the light map holds the ground's light.</summary>
    public bool Settled => take.Ground.Flat;

    /// <summary>Computes some rows of blocks of 4 by 4 places.</summary>
    /// <param name="first">The first row of blocks.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="columns">Places across.</param>
    public void Rows(int first, int end, int columns)
    {
        var goesOn = false;
        for (var row = first; row < end; row++)
        {
            if (!HasGround(row, columns))
            {
                goesOn = false;
                continue;
            }

            grid.Prepare(row, columns / 4, goesOn);
            goesOn = true;
            for (var column = 0; column < columns; column += 4) Block(column, 4 * row);
        }
    }

    private bool HasGround(int row, int columns)
    {
        for (var column = 0; column < columns; column += 4)
            if (Vector512.EqualsAny(take.Map.Block((float*)take.Map.Ids, column, 4 * row).AsInt32(), Vector512.Create(LightMap.GroundId)))
                return true;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(int column, int row)
    {
        var map = take.Map;
        var id = map.Block((float*)map.Ids, column, row).AsInt32();
        if (!Vector512.EqualsAny(id, Vector512.Create(LightMap.GroundId))) return;
        var cell = column / 4;
        var covered = grid.Covers(cell);
        var cover = map.Block(map.Smooth(LightMap.Cover), column, row);
        Find(column, row, out var visible, out var free);
        free &= Vector512.EqualsAll(cover, Wide.Zero);
        if (free && covered && grid.Mirrors)
        {
            Store(grid.FreeDiffuse(cell), grid.FreeMirrored(cell), column, row);
            return;
        }

        var bodies = Colour(map.Smooth(LightMap.Mirror), map.Smooth(LightMap.Mirror + 1), map.Smooth(LightMap.Mirror + 2), column, row);
        if (!free)
            visible.Bounce = Colour(map.Smooth(LightMap.Bounce), map.Smooth(LightMap.Bounce + 1), map.Smooth(LightMap.Bounce + 2), column, row);
        if (covered && grid.Mirrors)
        {
            Store(grid.Diffuse(cell, visible), grid.Mirrored(cell, visible, bodies, cover), column, row);
            return;
        }

        var lanes = Vector512.ConvertToInt32(Ramp);
        var x = Fma(Vector512.ConvertToSingle(lanes & Vector512.Create(3)) + All(column), All(2), Wide.One);
        var y = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) + All(row), All(2), Wide.One);
        var rays = take.Lens.Sharp(x, y);
        var depth = map.Block(map.Guide(3), column, row);
        var point = Wide3.Along(rays.Origin, take.Lens.Towards(x, y), depth);
        var distance = Sqrt(Wide3.Dot(point - rays.Origin, point - rays.Origin));
        take.Floor.At(point, distance * (2 * take.Lens.PixelAngle) * Inverse(Max(-rays.Direction.Y, All(0.1f))), out var ground);
        var diffuse = !covered ? take.Lighting.Diffuse(take.Floor.Lit(point), ground.Normal, visible)
            : free ? grid.FreeDiffuse(cell) : grid.Diffuse(cell, visible);
        if (covered && take.Ground.Polished) diffuse *= take.Ground.Relief.Turned(ground.Normal);
        var mirrored = Shading.GroundMirror(take, point, rays.Direction, ground, visible, bodies, cover);
        if (Complete) Store(Shading.Ground(take, rays.Direction, ground, diffuse, mirrored, take.Floor.Distant(point, distance)), 0, column, row);
        else Store(diffuse, mirrored, column, row);
    }

    /// <summary>Finds what is in view, without what bodies bounce.</summary>
    /// <param name="column">Of the block.</param>
    /// <param name="row">Likewise.</param>
    /// <param name="visible">What is in view.</param>
    /// <param name="free">Whether that is all of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Find(int column, int row, out Visibility visible, out bool free)
    {
        var map = take.Map;
        var lamps = take.Lighting.Lamps.Length;
        visible.Bounce = Wide3.Zero;
        visible.Sky = map.Block(map.Smooth(LightMap.Sky), column, row);
        visible.Lamp0 = map.Block(map.Smooth(0), column, row);
        visible.Lamp1 = lamps > 1 ? map.Block(map.Smooth(1), column, row) : Wide.One;
        visible.Lamp2 = lamps > 2 ? map.Block(map.Smooth(2), column, row) : Wide.One;
        visible.Lamp3 = lamps > 3 ? map.Block(map.Smooth(3), column, row) : Wide.One;
        var least = Min(Min(visible.Sky, visible.Lamp0), Min(visible.Lamp1, Min(visible.Lamp2, visible.Lamp3)));
        free = Vector512.GreaterThanOrEqualAll(least, Wide.One);
    }

    private void Store(in Wide3 diffuse, in Wide3 mirrored, int column, int row)
    {
        if (Complete)
        {
            Store(diffuse + mirrored, 0, column, row);
            return;
        }

        Store(diffuse, 0, column, row);
        Store(mirrored, 3, column, row);
    }

    private Wide3 Colour(float* red, float* green, float* blue, int column, int row) =>
        new(take.Map.Block(red, column, row), take.Map.Block(green, column, row), take.Map.Block(blue, column, row));

    private void Store(in Wide3 colour, int plane, int column, int row)
    {
        take.Map.Store(take.Map.OnGround(plane), column, row, colour.X);
        take.Map.Store(take.Map.OnGround(plane + 1), column, row, colour.Y);
        take.Map.Store(take.Map.OnGround(plane + 2), column, row, colour.Z);
    }
}
