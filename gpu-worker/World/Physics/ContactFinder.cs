namespace SoraFunctions.World.Physics;

/// <summary>Finds where bodies touch the ground and each other: GJK for the direction, clipped faces for the area.</summary>
internal static class ContactFinder
{
    // Cosine of the angle beyond which a clipped face no longer stands for the contact.
    private const double FaceAgreement = 0.9;

    /// <summary>Points of a body within a distance of the ground, a level plane at a height.</summary>
    public static int WithGround(Body body, double height, double reach, Span<ContactPoint> points)
    {
        if (body.Position.Y - body.Shape.Reach - height > reach)
        {
            return 0;
        }

        Span<Vector3d> face = stackalloc Vector3d[Shape.MostFacePoints];
        var corners = body.Shape.Face(body.Orientation.TurnBack(-Vector3d.UnitY), face);
        var count = 0;
        for (var i = 0; i < corners; i++)
        {
            var core = body.Position + body.Orientation.Turn(face[i]);
            var gap = core.Y - body.Shape.Margin - height;
            if (gap <= reach)
            {
                var at = core - (Vector3d.UnitY * (body.Shape.Margin + (gap / 2)));
                points[count++] = new ContactPoint { OffsetA = at, OffsetB = at - body.Position, Gap = gap };
            }
        }

        return count;
    }

    /// <summary>Points where two bodies are within a distance of each other.</summary>
    public static int Between(Body a, Body b, double reach, Span<ContactPoint> points, out Vector3d normal)
    {
        double skins = a.Shape.Margin + b.Shape.Margin, gap;
        Vector3d middle;
        if (Gjk.Closest(a, b, out var onA, out var onB))
        {
            var apart = onB - onA;
            var distance = apart.Length;
            normal = apart / distance;
            gap = distance - skins;
            middle = onA + (normal * (a.Shape.Margin + (gap / 2)));
        }
        else
        {
            (normal, var depth) = Shallowest(a, b);
            gap = depth - skins;
            var support = b.Position + b.Orientation.Turn(b.Shape.Support(b.Orientation.TurnBack(-normal)));
            middle = support - (normal * (b.Shape.Margin + (gap / 2)));
        }

        if (gap > reach)
        {
            return 0;
        }

        var count = Clip(a, b, normal, reach, points);
        if (count == 0)
        {
            points[0] = Point(a, b, middle, gap);
            count = 1;
        }

        return count;
    }

    private static ContactPoint Point(Body a, Body b, Vector3d at, double gap) =>
        new() { OffsetA = at - a.Position, OffsetB = at - b.Position, Gap = gap };

    // Cores overlap only after a violent step; the axis of least overlap among the likely ones leads them out.
    private static (Vector3d Normal, double Gap) Shallowest(Body a, Body b)
    {
        var best = (Normal: (b.Position - a.Position).Unit(), Gap: double.MinValue);
        best.Gap = Gjk.Gap(a, b, best.Normal);
        Span<Vector3d> axes = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        for (var i = 0; i < 6; i++)
        {
            var axis = (i < 3 ? a : b).Orientation.Turn(axes[i % 3]);
            foreach (var direction in (ReadOnlySpan<Vector3d>)[axis, -axis])
            {
                var gap = Gjk.Gap(a, b, direction);
                if (gap > best.Gap)
                {
                    best = (direction, gap);
                }
            }
        }

        return best;
    }

    private static int Clip(Body a, Body b, Vector3d normal, double reach, Span<ContactPoint> points)
    {
        Span<Vector3d> faceA = stackalloc Vector3d[Manifold.MostPoints];
        Span<Vector3d> faceB = stackalloc Vector3d[Manifold.MostPoints];
        var countA = ToWorld(a, a.Shape.Face(a.Orientation.TurnBack(normal), faceA), faceA);
        var countB = ToWorld(b, b.Shape.Face(b.Orientation.TurnBack(-normal), faceB), faceB);
        if (Math.Min(countA, countB) < 2 || Math.Max(countA, countB) < 3)
        {
            return 0;
        }

        // The larger face is the reference; the other is cut to lie over it.
        var swap = countA < 3;
        var reference = swap ? faceB[..countB] : faceA[..countA];
        var incident = swap ? faceA : faceB;
        var facing = Facing(reference);
        if (Vector3d.Dot(facing, normal) < 0)
        {
            facing = -facing;
        }

        if (Vector3d.Dot(facing, normal) < FaceAgreement)
        {
            return 0;
        }

        var left = Polygon.Clip(incident, swap ? countA : countB, reference, facing);
        var count = 0;
        var skins = a.Shape.Margin + b.Shape.Margin;
        for (var i = 0; i < left; i++)
        {
            var apart = Vector3d.Dot(incident[i] - reference[0], facing) * (swap ? -1 : 1);
            var gap = apart - skins;
            if (gap <= reach)
            {
                var towardsOther = normal * (((swap ? a : b).Shape.Margin + (gap / 2)) * (swap ? 1 : -1));
                points[count++] = Point(a, b, incident[i] + towardsOther, gap);
            }
        }

        return count;
    }

    private static int ToWorld(Body body, int count, Span<Vector3d> face)
    {
        for (var i = 0; i < count; i++)
        {
            face[i] = body.Position + body.Orientation.Turn(face[i]);
        }

        return count;
    }

    private static Vector3d Facing(ReadOnlySpan<Vector3d> polygon)
    {
        Vector3d sum = default;
        for (var i = 2; i < polygon.Length; i++)
        {
            sum += Vector3d.Cross(polygon[i - 1] - polygon[0], polygon[i] - polygon[0]);
        }

        return sum.Unit();
    }
}
