using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Fills the light map: for two by two pixels a ray to each lamp and one to the sky. Sixteen places share one run of samples, which
/// <see cref="LightFilter"/> brings together; where they disagree, each takes more.
/// </summary>
internal sealed unsafe class LightPass(Take take)
{
    private readonly TileRaster raster = new(false);
    private readonly Clearance clear = new(take);
    private readonly Wide3[] starts = new Wide3[Clearance.Side * Clearance.Side];
    private readonly Wide[] solids = new Wide[Clearance.Side * Clearance.Side];
    private readonly Wide[] bodies = new Wide[Clearance.Side * Clearance.Side];
    private readonly bool[] together = new bool[Clearance.Side * Clearance.Side];
    private readonly Wide[] skies = new Wide[Clearance.Side * Clearance.Side];
    private readonly Wide3[] bounces = new Wide3[Clearance.Side * Clearance.Side];

    /// <summary>Computes the places of one tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Tile(int tile)
    {
        var (left, top) = (tile % take.Bins.Columns * TileBins.Tile, tile / take.Bins.Columns * TileBins.Tile);
        raster.Begin(take, left, top);
        raster.Draw(take.Setup.Triangles, take.Bins.Of(tile), take.Bodies);
        // What lies beyond the picture is needed as far as filters reach.
        var across = Math.Min(raster.Blocks, (take.Width + 16 - left + 7) / 8);
        var down = Math.Min(raster.Blocks, (take.Height + 16 - top + 7) / 8);
        Array.Fill(clear.Starts, Box.Empty);
        for (var y = 0; y < down; y++)
        for (var x = 0; x < across; x++) Locate(y * raster.Blocks + x, left / 2 + 4 * x, top / 2 + 4 * y);
        clear.Find();
        Array.Clear(together);
        for (var y = 0; y + 1 < down; y += 2)
        for (var x = 0; x + 1 < across; x += 2) SkyTogether(y * raster.Blocks + x, left / 2 + 4 * x, top / 2 + 4 * y);
        for (var y = 0; y < down; y++)
        for (var x = 0; x < across; x++) Light(y * raster.Blocks + x, left / 2 + 4 * x, top / 2 + 4 * y);
    }

    /// <summary>Finds what is seen in a block, and where rays begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Locate(int block, int column, int row)
    {
        var lanes = Vector512.ConvertToInt32(Ramp);
        var x = Fma(Vector512.ConvertToSingle(lanes & Vector512.Create(3)) + All(column), All(2), Wide.One);
        var y = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) + All(row), All(2), Wide.One);
        var rays = take.Lens.Sharp(x, y);
        var (onBody, scenery) = (Wide.Zero, Wide.Zero);
        var id = Vector512.Create(LightMap.Nothing);
        var normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
        var distance = All(Floor.Far);
        if (raster.Touched(block))
        {
            var place = raster.Place(block, 0);
            onBody = Vector512.GreaterThanOrEqual(place, WideInt.Zero).AsSingle();
            if (Any(onBody))
            {
                take.Map.Store((float*)take.Map.Triangles, column, row, place.AsSingle());
                take.Lookup(place, onBody, out var body, out var slot);
                SurfacePoint.Find(take.Bodies, rays, body, slot, onBody, 2 * take.Lens.PixelAngle, false, out var surface);
                normal = Wide3.Select(onBody, surface.Normal, normal);
                distance = Select(onBody, surface.Distance, distance);
                id = Select(onBody, body, id);
                scenery = surface.Scenery;
            }
        }

        var plane = take.Floor.Meet(rays);
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f)) & ~onBody;
        distance = Select(onGround, plane, distance);
        id = Select(onGround, Vector512.Create(LightMap.GroundId), id);
        var solid = onBody | onGround;
        var map = take.Map;
        map.Store((float*)map.Ids, column, row, id.AsSingle());
        ref var lampState = ref map.State(LightMap.LampStates, column / 4, row / 4);
        ref var skyState = ref map.State(LightMap.SkyStates, column / 4, row / 4);
        if (!Any(solid))
        {
            lampState = skyState = LightMap.Neutral;
            return;
        }

        lampState = skyState = 0;

        var point = Wide3.Along(rays.Origin, rays.Direction, distance);
        if (Any(onGround) && !take.Ground.Flat)
            normal = Wide3.Select(onBody, normal, new Wide3(Wide.Zero, Wide.One, Wide.Zero));
        else if (Any(onGround) && take.Stage.Ground.Sweep > 0)
        {
            take.Floor.At(point, distance * (2 * take.Lens.PixelAngle), out var ground);
            normal = Wide3.Select(onGround, ground.Normal, normal);
        }

        map.Store(map.Guide(0), column, row, normal.X);
        map.Store(map.Guide(1), column, row, normal.Y);
        map.Store(map.Guide(2), column, row, normal.Z);
        map.Store(map.Guide(3), column, row, take.Lens.Project(point, out _, out _));
        // No light is traced to what belongs to the distance.
        solid &= ~scenery;
        var start = Wide3.Along(point, normal, Fma(distance, All(2e-4f), All(1e-4f)));
        (starts[block], solids[block], bodies[block]) = (start, solid, onBody);
        if (Any(solid)) clear.Starts[block] = Around(start, solid);
    }

    /// <summary>Traces the light of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Light(int block, int column, int row)
    {
        var map = take.Map;
        ref var lampState = ref map.State(LightMap.LampStates, column / 4, row / 4);
        ref var skyState = ref map.State(LightMap.SkyStates, column / 4, row / 4);
        if (lampState == LightMap.Neutral) return;
        ref readonly var start = ref starts[block];
        var (solid, onBody) = (solids[block], bodies[block]);
        var id = map.Block((float*)map.Ids, column, row).AsInt32();
        var normal = new Wide3(map.Block(map.Guide(0), column, row), map.Block(map.Guide(1), column, row), map.Block(map.Guide(2), column, row));
        // Blocks that are all in the same lamps' light need no filter. On bodies, faces turned away count as lit, so only light is even.
        var code = 1;
        var anyBody = Any(onBody);
        for (var lamp = 0; lamp < take.Lighting.Lamps.Length; lamp++)
        {
            var free = clear.OfLamp(block, lamp) || !take.Lighting.Lamps[lamp].Shadow;
            var seen = free ? Wide.One : Lamp(take.Lighting.Lamps[lamp], start, normal, solid, id, lamp);
            map.Store(map.Raw(lamp), column, row, seen);
            var lit = free || Vector512.EqualsAll(seen | ~solid, Wide.One | ~solid);
            if (!lit && (anyBody || Any(Vector512.GreaterThan(seen & solid, Wide.Zero)))) code = 0;
            if (code != 0 && lit) code |= 2 << lamp;
        }

        var (sky, bounce) = (Wide.One, Wide3.Zero);
        if (together[block]) (sky, bounce) = (skies[block], bounces[block]);
        else if (anyBody || !clear.OfSky(block)) Sky(start, normal, solid, onBody & solid, id, clear.OfSky(block), out sky, out bounce);
        map.Store(map.Raw(LightMap.Sky), column, row, sky);
        map.Store(map.Raw(LightMap.Bounce), column, row, bounce.X);
        map.Store(map.Raw(LightMap.Bounce + 1), column, row, bounce.Y);
        map.Store(map.Raw(LightMap.Bounce + 2), column, row, bounce.Z);
        lampState = (byte)code;
        skyState = (byte)(anyBody || !Vector512.EqualsAll(sky | ~solid, Wide.One | ~solid) ? 0 : 1);
    }

    private Wide Lamp(Softbox lamp, in Wide3 start, in Wide3 normal, Wide mask, WideInt id, int number)
    {
        var (seen, total) = (Wide.Zero, Wide.Zero);
        // In the penumbra of the key a place takes more than one; in those of weaker lamps one does.
        for (var i = 0; i < take.Samples.Most; i++)
        {
            var (u, v) = take.Samples.OnLamp(i);
            if ((number & 1) != 0) (u, v) = (v, u);
            var way = lamp.Point(Fma(u, All(2), All(-0.98f)), Fma(v, All(2), All(-0.98f))) - start;
            var inverse = InverseSqrt(Wide3.Dot(way, way));
            var rays = new Rays { Origin = start, Direction = way * inverse };
            var weight = Max(Wide3.Dot(rays.Direction, normal), Wide.Zero) & mask;
            Hits hits = default;
            hits.T = Select(Vector512.GreaterThan(weight, Wide.Zero), Inverse(inverse), All(-1));
            hits.V = Wide.One;
            take.Bodies.Trace(rays, ref hits, Quest.Shadow, id);
            seen = Fma(weight, hits.V, seen);
            total += weight;
            if (number > 0 || Vector512.EqualsAll(seen, total) || Vector512.EqualsAll(seen, Wide.Zero)) break;
        }

        var part = Select(Vector512.Equals(seen, total), Wide.One, seen * Inverse(Max(total, All(1e-6f))));
        return Select(Vector512.GreaterThan(total, All(1e-5f)), part, Wide.One);
    }

    private void Sky(
        in Wide3 start, in Wide3 normal, Wide mask, Wide onBody, WideInt id, bool free, out Wide sky, out Wide3 bounce)
    {
        var reach = take.Reach;
        Wide3.Basis(normal, out var tangent, out var bitangent);
        var around = take.Samples.Around;
        var direction = tangent * around.X + bitangent * around.Y + normal * around.Z;
        var rays = new Rays { Origin = start, Direction = direction };
        Hits hits = default;
        hits.T = Select(mask, All(reach), All(-1));
        hits.Body = Vector512.Create(-1);
        if (!free) take.Bodies.Trace(rays, ref hits, Quest.Distance, id);
        var hit = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle() & mask;
        var near = Saturate(Wide.One - hits.T * (1 / reach));
        var fall = Wide.One - Saturate(take.Floor.Plane(rays) * (1.5f / reach));
        var hidden = Select(hit, near, (fall * 0.55f) & onBody);
        bounce = Any(hit) ? Wide3.Only(hit, take.Bounce(hits.Body, hit) * (near * Saturate(hits.T * (5 / reach)))) : Wide3.Zero;
        sky = Wide.One - hidden;
    }

    /// <summary>
    /// Finds the sky of four blocks of ground with a ray for two by two places, which the filter brings together over more than those anyhow:
    /// but not beside a body, where it darkens within a few places.
    /// </summary>
    /// <param name="block">The upper left one.</param>
    /// <param name="column">Its left edge in places.</param>
    /// <param name="row">Its top edge.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SkyTogether(int block, int column, int row)
    {
        var (asked, around) = (false, Box.Empty);
        for (var part = 0; part < 4; part++)
        {
            var (right, down) = (part & 1, part >> 1);
            var at = block + right + down * raster.Blocks;
            var ids = take.Map.Block((float*)take.Map.Ids, column + 4 * right, row + 4 * down).AsInt32();
            if (!Vector512.EqualsAll(ids, Vector512.Create(LightMap.GroundId))) return;
            asked |= !clear.OfSky(at);
            around = around.With(clear.Starts[at]);
        }

        var reach = new Vector3((around.Max - around.Min).Length());
        if (!asked || take.Bodies.Boxes.Meets(new Box(around.Min - reach, around.Max + reach))) return;
        var rays = take.Lens.Sharp(Fma(Columns, All(4), All(2 * column + 2)), Fma(Rows, All(4), All(2 * row + 2)));
        var distance = Min(take.Floor.Meet(rays), All(0.5f * Floor.Far));
        var point = Wide3.Along(rays.Origin, rays.Direction, distance);
        var normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
        if (take.Ground.Flat && take.Stage.Ground.Sweep > 0)
        {
            take.Floor.At(point, distance * (4 * take.Lens.PixelAngle), out var ground);
            normal = ground.Normal;
        }

        var start = Wide3.Along(point, normal, Fma(distance, All(2e-4f), All(1e-4f)));
        Sky(start, normal, Wide.AllBitsSet, Wide.Zero, Vector512.Create(LightMap.GroundId), false, out var sky, out var bounce);
        for (var part = 0; part < 4; part++)
        {
            var at = block + (part & 1) + (part >> 1) * raster.Blocks;
            var from = Quarter(part);
            together[at] = true;
            skies[at] = Vector512.Shuffle(sky, from);
            bounces[at] = new Wide3(Vector512.Shuffle(bounce.X, from), Vector512.Shuffle(bounce.Y, from), Vector512.Shuffle(bounce.Z, from));
        }
    }

    /// <summary>For each place of one of four blocks which of sixteen points it takes its light from, each of which stands for two by two places.</summary>
    /// <param name="part">0 and 1 above, 2 and 3 below.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideInt Quarter(int part) =>
        Vector512.Create(0, 0, 1, 1, 0, 0, 1, 1, 4, 4, 5, 5, 4, 4, 5, 5) + Vector512.Create(2 * (part & 1) + 8 * (part >> 1));

    private static Box Around(in Wide3 points, Wide mask)
    {
        var (low, high) = (All(float.MaxValue), All(float.MinValue));
        return new Box(
            new Vector3(Least(Select(mask, points.X, low)), Least(Select(mask, points.Y, low)), Least(Select(mask, points.Z, low))),
            new Vector3(-Least(-Select(mask, points.X, high)), -Least(-Select(mask, points.Y, high)), -Least(-Select(mask, points.Z, high))));
    }
}
