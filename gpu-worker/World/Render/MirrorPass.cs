using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Adds to the light map what glossy surfaces mirror of bodies and ground: a ray for two by two pixels, on the ground for four by four, spread
/// over the lobe of the surface from place to place. Lamps and surroundings are not part of it; they are known in closed form.
/// </summary>
internal sealed unsafe class MirrorPass(Take take)
{
    /// <summary>The roughness from which on the ground shows no outlines.</summary>
    private const float Satin = 0.25f;

    private readonly bool ground = take.Stage.Ground is { Reflectance: > 0, Roughness: < 0.75f }
        && take.Stage.Ground.Pattern != Scenes.GroundPattern.None || !take.Ground.Flat;

    /// <summary>Computes two rows of blocks of 4 by 4 places.</summary>
    /// <param name="row">The first place of the first row.</param>
    /// <param name="end">The place after the last row of the map that counts.</param>
    /// <param name="columns">Places across.</param>
    public void Rows(int row, int end, int columns)
    {
        for (var column = 0; column < columns; column += 8)
        {
            var whole = row + 8 <= end && column + 8 <= columns;
            if (whole && IsGround(column, row) && IsGround(column + 4, row) && IsGround(column, row + 4) && IsGround(column + 4, row + 4)
                && FourBlocks(column, row)) continue;

            for (var y = row; y < Math.Min(row + 8, end); y += 4)
            for (var x = column; x < Math.Min(column + 8, columns); x += 4)
                Block(x, y);
        }
    }

    private bool IsGround(int column, int row) =>
        Vector512.EqualsAll(take.Map.Block((float*)take.Map.Ids, column, row).AsInt32(), Vector512.Create(LightMap.GroundId));

    /// <summary>Computes 8 by 8 places of ground, a ray for two by two of them.</summary>
    /// <returns>Whether that is enough: not where a smooth ground mirrors bodies, whose outlines would come out jagged.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool FourBlocks(int column, int row)
    {
        var map = take.Map;
        var (sum, cover) = (Wide3.Zero, Wide.Zero);
        if (ground)
        {
            var x = Fma(Columns, All(4), All(2 * column + 2));
            var y = Fma(WideMath.Rows, All(4), All(2 * row + 2));
            var rays = take.Lens.Sharp(x, y);
            var distance = Min(take.Floor.Meet(rays), All(0.5f * Floor.Far));
            var point = Wide3.Along(rays.Origin, rays.Direction, distance);
            var size = distance * (4 * take.Lens.PixelAngle) * Inverse(Max(-rays.Direction.Y, All(0.1f)));
            take.Floor.At(point, size, out var sample);
            var glossy = Vector512.GreaterThanOrEqual(sample.Reflectance, All(1e-3f));
            if (Any(glossy))
            {
                var start = Wide3.Along(point, sample.Normal, Fma(distance, All(2e-4f), All(1e-4f)));
                Mirror(start, rays.Direction, sample.Normal, sample.Roughness, glossy, Wide.AllBitsSet, Vector512.Create(LightMap.GroundId), out sum, out cover);
                if (Any(Vector512.LessThan(sample.Roughness, All(Satin))) && Differs(cover, sum)) return false;
            }
        }

        var state = (byte)(Any(Vector512.GreaterThan(cover, Wide.Zero)) ? 0 : 1);
        for (var block = 0; block < 4; block++)
        {
            var (right, down) = (block & 1, block >> 1);
            var at = LightPass.Quarter(block);
            map.State(LightMap.SkyStates, column / 4 + right, row / 4 + down) = state;
            Store(
                Vector512.Shuffle(sum.X, at), Vector512.Shuffle(sum.Y, at), Vector512.Shuffle(sum.Z, at), Vector512.Shuffle(cover, at),
                column + 4 * right, row + 4 * down);
        }

        return true;
    }

    /// <summary>Whether there is an outline in what sixteen rays see.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Differs(Wide cover, in Wide3 colour)
    {
        if (!Vector512.EqualsAll(cover, Vector512.Create(cover.ToScalar()))) return true;
        return cover.ToScalar() > 0 && (Differs(colour.X) || Differs(colour.Y) || Differs(colour.Z));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Differs(Wide value) => -Least(-value) > 1.15f * Least(value) + 0.003f;

    private void Store(Wide red, Wide green, Wide blue, Wide cover, int column, int row)
    {
        var map = take.Map;
        map.Store(map.Raw(LightMap.Mirror), column, row, red);
        map.Store(map.Raw(LightMap.Mirror + 1), column, row, green);
        map.Store(map.Raw(LightMap.Mirror + 2), column, row, blue);
        map.Store(map.Raw(LightMap.Cover), column, row, cover);
    }

    /// <summary>Computes one block of 4 by 4 places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(int column, int row)
    {
        var map = take.Map;
        ref var state = ref map.State(LightMap.SkyStates, column / 4, row / 4);
        state = 1;
        var id = map.Block((float*)map.Ids, column, row).AsInt32();
        var onBody = Vector512.GreaterThanOrEqual(id, WideInt.Zero).AsSingle();
        var onGround = Vector512.Equals(id, Vector512.Create(LightMap.GroundId)).AsSingle();
        var (sum, cover) = (Wide3.Zero, Wide.Zero);
        var glossy = ground ? onGround : Wide.Zero;
        if (Any(onBody)) glossy |= Glossy(id, onBody, out _);
        if (Any(glossy))
        {
            var x = Fma(Vector512.ConvertToSingle(Vector512.ConvertToInt32(Ramp) & Vector512.Create(3)) + All(column), All(2), Wide.One);
            var y = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(Vector512.ConvertToInt32(Ramp), 2)) + All(row), All(2), Wide.One);
            var depth = map.Block(map.Guide(3), column, row);
            var normal = new Wide3(
                map.Block(map.Guide(0), column, row), map.Block(map.Guide(1), column, row), map.Block(map.Guide(2), column, row));
            var rays = take.Lens.Sharp(x, y);
            var point = Wide3.Along(rays.Origin, take.Lens.Towards(x, y), depth);
            var distance = Sqrt(Wide3.Dot(point - rays.Origin, point - rays.Origin));
            var roughness = All(0.5f);
            if (Any(onBody)) Glossy(id, onBody, out roughness);
            if (Any(onGround & glossy))
            {
                var size = distance * (2 * take.Lens.PixelAngle) * Inverse(Max(-rays.Direction.Y, All(0.1f)));
                take.Floor.At(point, size, out var sample);
                normal = Wide3.Select(onGround, sample.Normal, normal);
                roughness = Select(onGround, sample.Roughness, roughness);
                glossy &= ~(onGround & Vector512.LessThan(sample.Reflectance, All(1e-3f)));
            }

            var start = Wide3.Along(point, normal, Fma(distance, All(2e-4f), All(1e-4f)));
            if (Any(glossy)) Mirror(start, rays.Direction, normal, roughness, glossy, onGround, id, out sum, out cover);
            if (Any(Vector512.GreaterThan(cover, Wide.Zero))) state = 0;
        }

        Store(sum.X, sum.Y, sum.Z, cover, column, row);
    }

    private Wide Glossy(WideInt id, Wide mask, out Wide roughness)
    {
        roughness = All(0.5f);
        var glossy = Wide.Zero;
        for (var left = Bits(mask); left != 0;)
        {
            var body = id.GetElement(FirstLane(left));
            var here = Vector512.Equals(id, Vector512.Create(body)).AsSingle();
            left &= ~Bits(here);
            var surface = take.Bodies.SurfaceOf(body);
            var lobe = surface.ClearCoat > 0.01f ? surface.CoatRoughness : surface.Roughness;
            roughness = Select(here, All(lobe), roughness);
            if (lobe < 0.6f && !take.Bodies.InstanceOf(body).Scenery) glossy |= here;
        }

        return glossy;
    }

    private void Mirror(
        in Wide3 start, in Wide3 view, in Wide3 normal, Wide roughness, Wide mask, Wide onGround, WideInt id, out Wide3 sum, out Wide cover)
    {
        var alpha = roughness * roughness;
        var shape = alpha * alpha - Wide.One;
        Wide3.Basis(normal, out var tangent, out var bitangent);
        // Half vectors distributed as the GGX lobe (Walter et al., "Microfacet Models for Refraction", 2007), its last tail left out.
        var u = take.Samples.Lean * Select(onGround, All(0.92f), All(0.7f));
        var cos2 = (Wide.One - u) * Inverse(Fma(shape, u, Wide.One));
        var (sin, cos) = take.Samples.Turn;
        var radius = Sqrt(Wide.One - cos2);
        var half = Wide3.Along(Wide3.Along(normal * Sqrt(cos2), tangent, radius * cos), bitangent, radius * sin);
        var direction = Wide3.Reflect(view, half);
        // A direction into the surface comes back out.
        var into = Min(Wide3.Dot(direction, normal) - All(1e-3f), Wide.Zero);
        direction = Wide3.Along(direction, normal, -(into + into));
        var rays = new Rays { Origin = start, Direction = Wide3.Normalize(direction) };
        sum = Glance.See(take, rays, mask, All(2e-3f) * roughness, mask & ~onGround, false, id, out cover, out _);
    }
}
