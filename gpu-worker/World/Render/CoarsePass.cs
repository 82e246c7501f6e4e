using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The picture once for two by two pixels, wherever it is out of focus or smooth by itself, so that nothing is lost (coarse pixel shading,
/// after Vaidyanathan et al., 2014). Its places are those of the light map.
/// </summary>
/// <param name="take">The scene.</param>
/// <param name="light">Light on the ground.</param>
internal sealed unsafe class CoarsePass(Take take, GroundLight light)
{
    private readonly BehindShading behind = new(take, light);
    private readonly SurfaceShading surfaces = new(take);
    private readonly bool even = take.Stage.Ground.Pattern == GroundPattern.Plain;
    private readonly bool open = take.Stage.Ground.Sweep <= 0;

    /// <summary>Computes a block of 4 by 4 places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Block(int column, int row)
    {
        var map = take.Map;
        var ids = map.Block((float*)map.Ids, column, row).AsInt32();
        var onBody = Vector512.GreaterThanOrEqual(ids, WideInt.Zero).AsSingle();
        var known = Vector512.Create(LightMap.Nothing - 1);
        if (Any(~onBody) && Behind(ids, column, row)) known = Select(onBody, known, Vector512.Create(LightMap.Nothing));
        ref var state = ref map.CoarseState(column / 4, row / 4);
        if (Any(onBody))
        {
            var depth = map.Block(map.Guide(3), column, row);
            var soft = onBody & Vector512.GreaterThan(take.Lens.BlurAngle(depth), All(take.Effort.Finest * take.Lens.PixelAngle));
            if (Any(soft)) Bodies(ids, soft, column, row);
            known = Select(soft, ids, known);
        }

        map.Store((float*)map.Known, column, row, known.AsSingle());
        state = Vector512.EqualsAll(known, Vector512.Create(LightMap.Nothing)) ? LightMap.Behind
            : Vector512.EqualsAll(known, Vector512.Create(LightMap.Nothing - 1)) ? LightMap.Fine : LightMap.Partly;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rays RaysTo(int column, int row) =>
        take.Lens.Sharp(Fma(Columns + All(column), All(2), Wide.One), Fma(Rows + All(row), All(2), Wide.One));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Behind(WideInt ids, int column, int row)
    {
        var map = take.Map;
        var places = new LightPlaces(map, column, row);
        if (light.Complete && Vector512.EqualsAll(ids, Vector512.Create(LightMap.GroundId)))
        {
            var settled = new Wide3(places.Read(map.OnGround(0), 0), places.Read(map.OnGround(1), 0), places.Read(map.OnGround(2), 0));
            Store(settled, places.Read(map.Guide(3), 0), column, row);
            return true;
        }

        var rays = RaysTo(column, row);
        var plane = take.Floor.Meet(rays);
        if (!IsSmooth(rays, plane)) return false;
        var free = Vector512.LessThan(ids, WideInt.Zero).AsSingle();
        var colour = behind.See(rays, plane, ref places, Wide.Zero, out var depth);
        Store(Wide3.Only(free, colour), depth & free, column, row);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Bodies(WideInt ids, Wide mask, int column, int row)
    {
        var map = take.Map;
        var places = new LightPlaces(map, column, row);
        var place = map.Block((float*)map.Triangles, column, row).AsInt32();
        take.Lookup(place, mask, out _, out var slot);
        var rays = RaysTo(column, row);
        surfaces.Find(rays, ids, slot, mask, 2 * take.Lens.PixelAngle, out var point);
        var depth = take.Lens.Project(point.Position, out _, out _);
        point.Shift(take.Bodies, take.Lens, take.Exposure, slot, mask, out var dx, out var dy);
        var colour = surfaces.Light(ref point, rays, place, mask, ref places);
        var behind = new Wide3(
            map.Block(map.Coarse(0), column, row), map.Block(map.Coarse(1), column, row), map.Block(map.Coarse(2), column, row));
        Store(Wide3.Select(mask, colour, behind), Select(mask, depth, map.Block(map.Coarse(3), column, row)), column, row);
        map.Store(map.Coarse(4), column, row, dx & mask);
        map.Store(map.Coarse(5), column, row, dy & mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(in Wide3 colour, Wide depth, int column, int row)
    {
        var map = take.Map;
        map.Store(map.Coarse(0), column, row, colour.X);
        map.Store(map.Coarse(1), column, row, colour.Y);
        map.Store(map.Coarse(2), column, row, colour.Z);
        map.Store(map.Coarse(3), column, row, depth);
    }

    /// <summary>Whether all that the rays see of ground and backdrop is smooth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsSmooth(in Rays rays, Wide plane)
    {
        ref readonly var lens = ref take.Lens;
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f));
        var least = All(take.Effort.Finest * lens.PixelAngle);
        var far = lens.BlurAngle(All(Floor.Far));
        var smooth = Vector512.GreaterThanOrEqual(All(take.Lighting.Backdrop.Finest(far.ToScalar())), least);
        // From just before the horizon on the ground turns into the backdrop, as softly as the lens draws it there.
        var horizon = Vector512.GreaterThan(rays.Direction.Y, far * -1.2f - All(4 * lens.PixelAngle));
        var distant = ~onGround | (open ? horizon : Wide.AllBitsSet);
        if (Any(distant & ~smooth)) return false;
        if (open && Any(onGround & horizon) && Any(Vector512.LessThan(far, least))) return false;
        if (even || !Any(onGround)) return true;
        var depth = lens.Project(Wide3.Along(rays.Origin, rays.Direction, plane), out _, out _);
        // Across the view the ground is filtered as wide as along it; seen flat it is foreshortened.
        var size = (All(lens.PixelAngle) + lens.BlurAngle(depth)) * Sqrt(Max(-rays.Direction.Y, Wide.Zero));
        return !Any(onGround & Vector512.LessThan(size, least));
    }
}
