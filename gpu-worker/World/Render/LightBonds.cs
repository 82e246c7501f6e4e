using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Finds how far neighbouring places of bodies belong to the same surface, turned alike and at the same depth, so that
/// <see cref="LightFilter"/> may bring their samples together.
/// </summary>
internal sealed unsafe class LightBonds(Take take)
{
    /// <summary>Computes some rows of blocks, each of four rows of places.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="end">The one after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Rows(int first, int end)
    {
        var map = take.Map;
        for (var row = 4 * first; row < 4 * end; row++)
        for (var at = row * map.Stride; at < row * map.Stride + map.Columns; at += 16)
        {
            var ids = map.Ids + at;
            // The highest says whether any is a body's; where none is, nobody asks.
            var highest = Vector512.Max(Vector512.Load(ids), Vector512.Load(ids + 2));
            highest = Vector512.Max(highest, Vector512.Max(Vector512.Load(ids + map.Stride), Vector512.Load(ids + 2 * map.Stride)));
            if (Vector512.LessThanAll(highest, WideInt.Zero)) continue;
            var normal = new Wide3(Vector512.Load(map.Guide(0) + at), Vector512.Load(map.Guide(1) + at), Vector512.Load(map.Guide(2) + at));
            var depth = Vector512.Load(map.Guide(3) + at);
            var scale = Inverse(Fma(Max(depth, Wide.Zero), All(0.02f), All(1e-3f)));
            for (var kind = 0; kind < LightMap.Bonds; kind++)
            {
                var to = at + (1 + (kind & 1)) * (kind < 2 ? 1 : map.Stride);
                var other = new Wide3(Vector512.Load(map.Guide(0) + to), Vector512.Load(map.Guide(1) + to), Vector512.Load(map.Guide(2) + to));
                var alike = Saturate(Fma(Wide3.Dot(normal, other), All(8), All(-7)));
                var apart = Saturate(All(1.5f) - Vector512.Abs(Vector512.Load(map.Guide(3) + to) - depth) * scale);
                var same = Vector512.Equals(Vector512.Load(ids), Vector512.Load(map.Ids + to)).AsSingle();
                ((alike * apart) & same).Store(map.Bond(kind) + at);
            }
        }
    }
}
