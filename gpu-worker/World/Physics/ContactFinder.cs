namespace SoraFunctions.World.Physics;

/// <summary>Finds where bodies touch the ground and each other: GJK for the direction, clipped faces for the area.</summary>
internal static class ContactFinder
{
    // Cosine of the angle beyond which a clipped face no longer stands for the contact.
    private const double FaceAgreement = 0.9;

    // Metres by which the nearest point of clipped faces may be farther apart than the bodies are.
    private const double FaceError = 0.0002;

    /// <summary>Points of a part of a body within a distance of the ground, a level plane at a height.</summary>
    public static int WithGround(Body body, in Placement part, double height, double reach, Span<ContactPoint> points)
    {
        if (part.Position.Y - part.Shape.Reach - height > reach)
        {
            return 0;
        }

        Span<Vector3d> face = stackalloc Vector3d[Shape.MostFacePoints];
        var corners = part.Face(-Vector3d.UnitY, face);
        var count = 0;
        for (var i = 0; i < corners; i++)
        {
            var gap = face[i].Y - part.Shape.Margin - height;
            if (gap <= reach)
            {
                var at = face[i] - (Vector3d.UnitY * (part.Shape.Margin + (gap / 2)));
                points[count++] = new ContactPoint { OffsetA = at, OffsetB = at - body.Position, Gap = gap };
            }
        }

        return count;
    }

    /// <summary>Points where parts of two bodies are within a distance of each other.</summary>
    /// <param name="a">The one body.</param>
    /// <param name="partA">Its part.</param>
    /// <param name="b">The other body.</param>
    /// <param name="partB">Its part.</param>
    /// <param name="known">Direction from the one to the other a step ago; 0 for unknown.</param>
    /// <param name="reach">The distance.</param>
    /// <param name="points">Where to put the points.</param>
    /// <param name="normal">Direction from the one to the other.</param>
    /// <param name="gap">Distance of the surfaces, or a lower bound of it beyond the reach; negative when they overlap.</param>
    public static int Between(
        Body a, in Placement partA, Body b, in Placement partB, Vector3d known, double reach, Span<ContactPoint> points, out Vector3d normal, out double gap)
    {
        var skins = partA.Shape.Margin + partB.Shape.Margin;
        Vector3d middle;
        if (Separation(partA, partB, known, reach + skins + 0.02, out var onA, out normal, out var distance))
        {
            gap = distance - skins;
            middle = onA + (normal * (partA.Shape.Margin + (gap / 2)));
        }
        else
        {
            (normal, var depth) = Penetration.Of(partA, partB, known);
            gap = depth - skins;
            middle = Deepest(partA, partB, normal, gap);
        }

        if (gap > reach)
        {
            return 0;
        }

        var count = Clip(a, partA, b, partB, normal, reach, points);
        var least = double.MaxValue;
        foreach (ref readonly var point in points[..count])
        {
            least = Math.Min(least, point.Gap);
        }

        // Faces of round or tilted things may not have the nearest point in them.
        if (least - gap > FaceError)
        {
            points[count++] = Point(a, b, middle, gap);
        }

        return count;
    }

    // What the search ends with is a separation only as far as the cores are apart along it; a bad beginning can end it early.
    private static bool Separation(
        in Placement a, in Placement b, Vector3d known, double enough, out Vector3d onA, out Vector3d normal, out double distance)
    {
        for (var guess = known; ; guess = default)
        {
            if (!Gjk.Closest(a, b, guess, enough, out onA, out var onB))
            {
                (normal, distance) = (default, 0);
                return false;
            }

            var apart = onB - onA;
            var most = apart.Length;
            normal = apart / most;
            distance = Math.Min(Gjk.Gap(a, b, normal), most);
            if (most - distance < (1e-3 * most) + 1e-6 || guess == default)
            {
                return true;
            }
        }
    }

    private static ContactPoint Point(Body a, Body b, Vector3d at, double gap) =>
        new() { OffsetA = at - a.Position, OffsetB = at - b.Position, Gap = gap };

    // The corner of the one that lies deepest in the face of the other.
    private static Vector3d Deepest(in Placement a, in Placement b, Vector3d normal, double gap)
    {
        Span<Vector3d> face = stackalloc Vector3d[Manifold.MostPoints];
        return a.Face(normal, face) < b.Face(-normal, face)
            ? a.Support(normal) + (normal * (a.Shape.Margin + (gap / 2)))
            : b.Support(-normal) - (normal * (b.Shape.Margin + (gap / 2)));
    }

    private static int Clip(Body a, in Placement partA, Body b, in Placement partB, Vector3d normal, double reach, Span<ContactPoint> points)
    {
        Span<Vector3d> faceA = stackalloc Vector3d[Manifold.MostPoints];
        Span<Vector3d> faceB = stackalloc Vector3d[Manifold.MostPoints];
        var countA = partA.Face(normal, faceA);
        var countB = partB.Face(-normal, faceB);
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
        var skins = partA.Shape.Margin + partB.Shape.Margin;
        for (var i = 0; i < left; i++)
        {
            var apart = Vector3d.Dot(incident[i] - reference[0], facing) * (swap ? -1 : 1);
            var gap = apart - skins;
            if (gap <= reach)
            {
                var towardsOther = normal * (((swap ? partA : partB).Shape.Margin + (gap / 2)) * (swap ? 1 : -1));
                points[count++] = Point(a, b, incident[i] + towardsOther, gap);
            }
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
