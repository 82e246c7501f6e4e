namespace SoraFunctions.World.Physics;

/// <summary>A convex surface of revolution about the y axis, with a skin: cans, bottles, coins, cones, rings. It rolls without corners.</summary>
public sealed class Revolved : Shape
{
    private const int RimPoints = MostFacePoints;

    // Sine of the angle up to which a face that does not quite face the other body still gives all its points.
    private const double FaceTilt = 0.12;

    private readonly (double Radius, double Y)[] _profile;
    private readonly double _reach;

    /// <summary>Takes the outline, already moved inwards by the margin.</summary>
    /// <param name="profile">Radius and height of points from the bottom up; their convex hull counts.</param>
    public Revolved(IEnumerable<(double Radius, double Y)> profile)
    {
        _profile = ConvexFromBelow([.. profile]);
        _reach = _profile.Max(point => Math.Sqrt((point.Radius * point.Radius) + (point.Y * point.Y)));
    }

    /// <inheritdoc/>
    public override double Reach => _reach + Margin;

    /// <summary>A cylinder about the origin along y.</summary>
    /// <param name="radius">Outer radius in metres.</param>
    /// <param name="height">Outer height in metres.</param>
    /// <param name="margin">Rounding of its rims.</param>
    public static Revolved Cylinder(double radius, double height, double margin) =>
        new([(radius - margin, margin - (height / 2)), (radius - margin, (height / 2) - margin)]) { Margin = margin };

    /// <inheritdoc/>
    public override Vector3d Support(Vector3d direction)
    {
        var across = Math.Sqrt((direction.X * direction.X) + (direction.Z * direction.Z));
        return OnRing(_profile[Farthest(across, direction.Y)], direction, across);
    }

    /// <inheritdoc/>
    public override int Face(Vector3d direction, Span<Vector3d> points)
    {
        var across = Math.Sqrt((direction.X * direction.X) + (direction.Z * direction.Z));
        var index = Farthest(across, direction.Y);
        var cap = direction.Y > 0 ? _profile.Length - 1 : 0;
        if (across < FaceTilt && _profile[cap].Radius > 1e-6)
        {
            // One point of the rim is the lowest one, so that a tilted rim rests where it should.
            var start = across < 1e-5 ? 0 : Math.Atan2(direction.Z, direction.X);
            for (var k = 0; k < RimPoints; k++)
            {
                var (sine, cosine) = Math.SinCos(start + (k * 2 * Math.PI / RimPoints));
                points[k] = new(_profile[cap].Radius * cosine, _profile[cap].Y, _profile[cap].Radius * sine);
            }

            return RimPoints;
        }

        points[0] = OnRing(_profile[index], direction, across);
        var neighbour = Level(index, index + 1, across, direction.Y) ? index + 1
            : Level(index, index - 1, across, direction.Y) ? index - 1 : -1;
        if (neighbour < 0)
        {
            return 1;
        }

        points[1] = OnRing(_profile[neighbour], direction, across);
        return 2;
    }

    private static Vector3d OnRing((double Radius, double Y) point, Vector3d direction, double across) =>
        across < 1e-12
            ? new(point.Radius, point.Y, 0)
            : new(point.Radius * direction.X / across, point.Y, point.Radius * direction.Z / across);

    private bool Level(int index, int other, double across, double up)
    {
        if (other < 0 || other >= _profile.Length)
        {
            return false;
        }

        double along = _profile[other].Radius - _profile[index].Radius, rise = _profile[other].Y - _profile[index].Y;
        return Math.Abs((along * across) + (rise * up)) < FaceTilt * Math.Sqrt((along * along) + (rise * rise));
    }

    private int Farthest(double across, double up)
    {
        var best = 0;
        var most = double.MinValue;
        for (var i = 0; i < _profile.Length; i++)
        {
            var reach = (_profile[i].Radius * across) + (_profile[i].Y * up);
            if (reach > most)
            {
                most = reach;
                best = i;
            }
        }

        return best;
    }

    // Andrew's monotone chain over the right half of the outline.
    private static (double Radius, double Y)[] ConvexFromBelow((double Radius, double Y)[] points)
    {
        Array.Sort(points, (a, b) => a.Y != b.Y ? a.Y.CompareTo(b.Y) : a.Radius.CompareTo(b.Radius));
        var widestLow = points.Where(point => point.Y == points[0].Y).Max(point => point.Radius);
        List<(double Radius, double Y)> chain = [];
        foreach (var point in points)
        {
            if (point.Y == points[0].Y && point.Radius < widestLow)
            {
                continue;
            }

            while (chain.Count > 1 && IsInside(chain[^2], chain[^1], point))
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        return [.. chain];
    }

    private static bool IsInside((double Radius, double Y) a, (double Radius, double Y) b, (double Radius, double Y) c) =>
        ((b.Radius - a.Radius) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.Radius - a.Radius)) <= 0;
}
