namespace SoraFunctions.World.Physics;

/// <summary>The point of a simplex that is nearest to the origin; corners that do not matter are dropped.</summary>
internal static class Simplex
{
    // Height in metres below which a tetrahedron is flat: which side of a face something is on is then left to rounding.
    private const double Flat = 1e-8;

    public static Vector3d Closest(Span<Gjk.Corner> corners, ref int count, out Gjk.Weights weights) => count switch
    {
        1 => Keep(corners, ref count, out weights, 0, 1),
        2 => Edge(corners, ref count, out weights),
        3 => Triangle(corners, ref count, out weights),
        _ => Tetrahedron(corners, ref count, out weights),
    };

    private static Vector3d Keep(Span<Gjk.Corner> corners, ref int count, out Gjk.Weights weights, int index, double weight)
    {
        corners[0] = corners[index];
        count = 1;
        weights = new(weight, 0, 0, 0);
        return corners[0].Difference;
    }

    private static Vector3d Keep2(Span<Gjk.Corner> corners, ref int count, out Gjk.Weights weights, int i, int j, double along)
    {
        (corners[0], corners[1]) = (corners[i], corners[j]);
        count = 2;
        weights = new(1 - along, along, 0, 0);
        return (corners[0].Difference * (1 - along)) + (corners[1].Difference * along);
    }

    private static Vector3d Edge(Span<Gjk.Corner> corners, ref int count, out Gjk.Weights weights)
    {
        var a = corners[0].Difference;
        var edge = corners[1].Difference - a;
        var along = -Vector3d.Dot(a, edge) / Math.Max(edge.LengthSquared, 1e-30);
        return along <= 0 ? Keep(corners, ref count, out weights, 0, 1)
            : along >= 1 ? Keep(corners, ref count, out weights, 1, 1)
            : Keep2(corners, ref count, out weights, 0, 1, along);
    }

    private static Vector3d Triangle(Span<Gjk.Corner> corners, ref int count, out Gjk.Weights weights)
    {
        Vector3d a = corners[0].Difference, b = corners[1].Difference, c = corners[2].Difference;
        Vector3d ab = b - a, ac = c - a;
        double d1 = -Vector3d.Dot(ab, a), d2 = -Vector3d.Dot(ac, a);
        if (d1 <= 0 && d2 <= 0)
        {
            return Keep(corners, ref count, out weights, 0, 1);
        }

        double d3 = -Vector3d.Dot(ab, b), d4 = -Vector3d.Dot(ac, b);
        if (d3 >= 0 && d4 <= d3)
        {
            return Keep(corners, ref count, out weights, 1, 1);
        }

        double d5 = -Vector3d.Dot(ab, c), d6 = -Vector3d.Dot(ac, c);
        if (d6 >= 0 && d5 <= d6)
        {
            return Keep(corners, ref count, out weights, 2, 1);
        }

        double va = (d3 * d6) - (d5 * d4), vb = (d5 * d2) - (d1 * d6), vc = (d1 * d4) - (d3 * d2);
        if (vc <= 0 && d1 >= 0 && d3 <= 0)
        {
            return Keep2(corners, ref count, out weights, 0, 1, d1 / Math.Max(d1 - d3, 1e-30));
        }

        if (vb <= 0 && d2 >= 0 && d6 <= 0)
        {
            return Keep2(corners, ref count, out weights, 0, 2, d2 / Math.Max(d2 - d6, 1e-30));
        }

        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        {
            return Keep2(corners, ref count, out weights, 1, 2, (d4 - d3) / Math.Max(d4 - d3 + d5 - d6, 1e-30));
        }

        var scale = 1 / (va + vb + vc);
        weights = new(1 - (vb * scale) - (vc * scale), vb * scale, vc * scale, 0);
        return a + (ab * (vb * scale)) + (ac * (vc * scale));
    }

    // The origin is inside, or nearest to one of the four faces.
    private static Vector3d Tetrahedron(Span<Gjk.Corner> corners, ref int count, out Gjk.Weights weights)
    {
        Span<Gjk.Corner> face = stackalloc Gjk.Corner[3];
        Span<Gjk.Corner> best = stackalloc Gjk.Corner[3];
        var (bestCount, nearest, closest) = (4, double.MaxValue, Vector3d.Zero);
        weights = default;
        for (var skipped = 0; skipped < 4; skipped++)
        {
            for (int i = 0, k = 0; i < 4; i++)
            {
                if (i != skipped)
                {
                    face[k++] = corners[i];
                }
            }

            var normal = Vector3d.Cross(face[1].Difference - face[0].Difference, face[2].Difference - face[0].Difference);
            var towardsFourth = Vector3d.Dot(normal, corners[skipped].Difference - face[0].Difference);
            var towardsOrigin = -Vector3d.Dot(normal, face[0].Difference);
            var flat = Math.Abs(towardsFourth) < Flat * normal.Length;
            if (towardsFourth * towardsOrigin > 0 && !flat)
            {
                continue;
            }

            var faceCount = 3;
            var point = Triangle(face, ref faceCount, out var faceWeights);
            if (point.LengthSquared < nearest)
            {
                (nearest, closest, bestCount, weights) = (point.LengthSquared, point, faceCount, faceWeights);
                face.CopyTo(best);
            }
        }

        if (bestCount < 4)
        {
            best[..bestCount].CopyTo(corners);
        }

        count = bestCount;
        return closest;
    }
}
