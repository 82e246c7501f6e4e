using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The ground and the backdrop once for two by two pixels, wherever they are out of focus or smooth by themselves, so that nothing is lost
/// (coarse pixel shading, after Vaidyanathan et al., 2014). Its places are those of the light map.
/// </summary>
/// <param name="take">The scene.</param>
/// <param name="light">Light on the ground.</param>
internal sealed unsafe class CoarsePass(Take take, GroundLight light)
{
    /// <summary>Pixels that the finest detail must span where it is seen through places two pixels apart.</summary>
    private const float Finest = 3.5f;

    private readonly BehindShading behind = new(take, light);
    private readonly bool even = take.Stage.Ground.Pattern == GroundPattern.Plain;
    private readonly bool open = take.Stage.Ground.Sweep <= 0;

    /// <summary>Computes a block of 4 by 4 places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Block(int column, int row)
    {
        var map = take.Map;
        var lens = take.Lens;
        var lanes = Vector512.ConvertToInt32(Ramp);
        var x = Fma(Vector512.ConvertToSingle(lanes & Vector512.Create(3)) + All(column), All(2), Wide.One);
        var y = Fma(Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) + All(row), All(2), Wide.One);
        ref var state = ref map.Coarse(column / 4, row / 4);
        state = LightMap.Fine;
        var ids = map.Block((float*)map.Ids, column, row).AsInt32();
        var free = LightMap.IsBehind(ids);
        if (!Any(free)) return;
        Wide3 colour;
        Wide depth;
        if (light.Complete && Vector512.EqualsAll(ids, Vector512.Create(LightMap.GroundId)))
        {
            var places = new LightPlaces(map, column, row);
            colour = new Wide3(places.Read(map.OnGround(0), 0), places.Read(map.OnGround(1), 0), places.Read(map.OnGround(2), 0));
            depth = places.Read(map.Guide(3), 0);
        }
        else
        {
            var rays = lens.Sharp(x, y);
            var plane = take.Floor.Meet(rays);
            if (!IsSmooth(rays, plane)) return;
            colour = Wide3.Only(free, behind.See(rays, plane, new LightPlaces(map, column, row), Wide.Zero, out depth));
        }

        state = Any(~free) ? LightMap.Partly : LightMap.Everywhere;
        map.Store(map.Behind(0), column, row, colour.X);
        map.Store(map.Behind(1), column, row, colour.Y);
        map.Store(map.Behind(2), column, row, colour.Z);
        map.Store(map.Behind(3), column, row, depth);
    }

    /// <summary>Whether all that the rays see is smooth.</summary>
    private bool IsSmooth(in Rays rays, Wide plane)
    {
        var lens = take.Lens;
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f));
        var least = All(Finest * lens.PixelAngle);
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
