using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// What bodies make of their light once for two by two pixels, wherever it varies slowly; their pictures are looked up for each pixel
/// (after He et al., "Extending the Graphics Pipeline with Adaptive, Multi-Rate Shading", 2014). Its places are those of the light map.
/// </summary>
/// <param name="take">The scene.</param>
internal sealed unsafe class ResponsePass(Take take)
{
    private readonly SurfaceShading surfaces = new(take);

    /// <summary>Computes a block of 4 by 4 places, once the coarse picture is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Block(int column, int row)
    {
        var map = take.Map;
        ref var responds = ref map.Responds(column / 4, row / 4);
        var ids = map.Block((float*)map.Ids, column, row).AsInt32();
        var mask = Vector512.GreaterThanOrEqual(ids, WideInt.Zero).AsSingle();
        responds = true;
        if (!Any(mask)) return;
        // What is out of focus is seen in the coarse picture already.
        responds = !Any(Vector512.Equals(map.Block((float*)map.Known, column, row).AsInt32(), ids).AsSingle() & mask) && IsSlow(ids, mask, column, row);
        if (!responds) return;
        var towards = take.Lens.Towards(Fma(Columns + All(column), All(2), Wide.One), Fma(Rows + All(row), All(2), Wide.One));
        var position = Wide3.Along(Wide3.All(take.Lens.Position), towards, map.Block(map.Guide(3), column, row));
        var normal = new Wide3(map.Block(map.Guide(0), column, row), map.Block(map.Guide(1), column, row), map.Block(map.Guide(2), column, row));
        SurfacePoint.Recall(take.Bodies, ids, mask, position, normal, out var point);
        var place = map.Block((float*)map.Triangles, column, row).AsInt32();
        var places = new LightPlaces(map, column, row);
        var response = surfaces.Respond(ref point, Wide3.Normalize(towards), place, mask, ref places);
        // Places left out weigh nothing, but even so must hold numbers.
        Store(Wide3.Only(mask, response.Coloured), 0, column, row);
        Store(Wide3.Only(mask, response.Clear), 3, column, row);
    }

    /// <summary>Whether reflections of plain bodies turn from place to place by less than they are wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsSlow(WideInt ids, Wide mask, int column, int row)
    {
        var map = take.Map;
        var most = Wide.Zero;
        for (var left = Bits(mask); left != 0;)
        {
            var body = ids.GetElement(FirstLane(left));
            var here = Vector512.Equals(ids, Vector512.Create(body)).AsSingle();
            left &= ~Bits(here);
            var surface = take.Bodies.SurfaceOf(body);
            if (!surface.Plain) return false;
            var smoothest = surface.ClearCoat > 0.01f ? MathF.Min(surface.Roughness, surface.CoatRoughness) : surface.Roughness;
            most = Select(here, All(MathF.Min(0.2f, 0.02f + smoothest * smoothest)), most);
        }

        var normal = new Wide3(map.Block(map.Guide(0), column, row), map.Block(map.Guide(1), column, row), map.Block(map.Guide(2), column, row));
        return !Any(mask & (Turns(normal, ids, most, column + 1, row) | Turns(normal, ids, most, column, row + 1)));
    }

    /// <summary>Lanes whose normal differs too much from that of the same body at other places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Turns(in Wide3 normal, WideInt ids, Wide most, int column, int row)
    {
        var map = take.Map;
        var other = new Wide3(map.Block(map.Guide(0), column, row), map.Block(map.Guide(1), column, row), map.Block(map.Guide(2), column, row));
        var same = Vector512.Equals(map.Block((float*)map.Ids, column, row).AsInt32(), ids).AsSingle();
        var turn = other - normal;
        return same & Vector512.GreaterThan(Wide3.Dot(turn, turn), most * most);
    }

    private void Store(in Wide3 colour, int plane, int column, int row)
    {
        var map = take.Map;
        map.Store(map.Response(plane), column, row, colour.X);
        map.Store(map.Response(plane + 1), column, row, colour.Y);
        map.Store(map.Response(plane + 2), column, row, colour.Z);
    }
}
