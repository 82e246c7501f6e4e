using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Brings the samples of neighbouring records of the same surface together. The kernel 1/2, 1, 1, 1, 1/2 along each side gives every
/// place of the 4 by 4 interleaving the same weight, so on an even surface nothing of the sampling pattern is left.
/// </summary>
internal sealed unsafe class LightFilter(Take take)
{
    /// <summary>Filters four rows of records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Rows(int from)
    {
        var map = take.Map;
        var (columns, rows) = (map.Columns, map.Rows);
        var raw = map.Raw;
        var smooth = map.Smooth;
        var ids = map.Ids;
        var guides = (Vector4*)map.Guides;
        for (var y = from; y < Math.Min(from + 4, rows); y++)
        for (var x = 0; x < columns; x++)
        {
            var at = y * columns + x;
            var id = ids[at];
            if (id == LightMap.Nothing) continue;
            var guide = guides[at];
            var normal = guide with { W = 0 };
            var tolerance = 1 / (0.02f * guide.W + 1e-3f);
            var sum = Vector512.Load(raw + 16 * at);
            var total = 1f;
            for (var dy = -2; dy <= 2; dy++)
            {
                var ty = y + dy;
                if (ty < 0 || ty >= rows) continue;
                for (var dx = -2; dx <= 2; dx++)
                {
                    var tx = x + dx;
                    var tap = ty * columns + tx;
                    if (tx < 0 || tx >= columns || ids[tap] != id || tap == at) continue;
                    var weight = (dx is 2 or -2 ? 0.5f : 1) * (dy is 2 or -2 ? 0.5f : 1);
                    if (id != LightMap.GroundId)
                    {
                        var other = guides[tap];
                        var alike = Vector4.Dot(other, normal);
                        var apart = MathF.Abs(other.W - guide.W) * tolerance;
                        weight *= MathF.Max(0, 8 * alike - 7) * MathF.Max(0, 1.5f - apart);
                        if (weight <= 0) continue;
                    }

                    sum = Fma(Vector512.Load(raw + 16 * tap), All(weight), sum);
                    total += weight;
                }
            }

            (sum * (1 / total)).Store(smooth + 16 * at);
        }
    }
}
