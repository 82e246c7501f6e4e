namespace SoraFunctions.World.Physics;

/// <summary>The convex hull of a few points, with a skin: blocks, stones, petals.</summary>
public sealed class Hull : Shape
{
    // How far below the farthest point a point still belongs to the touching face: parts of the reach, and of the thickness there, or
    // the back of a plate would belong to its front.
    private const double FaceDepth = 0.06;
    private const double FacePart = 0.25;

    private readonly Vector3d[] _points;
    private readonly double _reach;

    /// <summary>Takes the corners, already moved inwards by the margin.</summary>
    /// <param name="points">Corners of the core.</param>
    public Hull(IEnumerable<Vector3d> points)
    {
        _points = [.. points];
        _reach = _points.Max(point => point.Length);
    }

    /// <inheritdoc/>
    public override double Reach => _reach + Margin;

    /// <summary>A block about the origin.</summary>
    /// <param name="size">Outer edge lengths in metres.</param>
    /// <param name="margin">Rounding of its edges, less than half of the shortest edge.</param>
    public static Hull Block(Vector3d size, double margin)
    {
        double x = (size.X / 2) - margin, y = (size.Y / 2) - margin, z = (size.Z / 2) - margin;
        return new Hull([
            new(-x, -y, -z), new(x, -y, -z), new(-x, y, -z), new(x, y, -z),
            new(-x, -y, z), new(x, -y, z), new(-x, y, z), new(x, y, z)]) { Margin = margin };
    }

    /// <inheritdoc/>
    public override Vector3d Support(Vector3d direction)
    {
        var best = _points[0];
        var most = Vector3d.Dot(best, direction);
        for (var i = 1; i < _points.Length; i++)
        {
            var reach = Vector3d.Dot(_points[i], direction);
            if (reach > most)
            {
                most = reach;
                best = _points[i];
            }
        }

        return best;
    }

    /// <inheritdoc/>
    public override int Face(Vector3d direction, Span<Vector3d> points)
    {
        double farthest = Vector3d.Dot(Support(direction), direction), thickness = farthest - Vector3d.Dot(Support(-direction), direction);
        var threshold = farthest - Math.Min(FaceDepth * _reach, FacePart * thickness);
        var u = direction.Across();
        var v = Vector3d.Cross(direction, u);
        Span<double> reach = stackalloc double[MostFacePoints];
        Span<int> chosen = stackalloc int[MostFacePoints];
        chosen.Fill(-1);

        // A long face is taken as less long, or it would be its two tips.
        double left = double.MaxValue, right = double.MinValue, low = double.MaxValue, high = double.MinValue;
        foreach (var point in _points)
        {
            if (Vector3d.Dot(point, direction) >= threshold)
            {
                double a = Vector3d.Dot(point, u), b = Vector3d.Dot(point, v);
                (left, right, low, high) = (Math.Min(left, a), Math.Max(right, a), Math.Min(low, b), Math.Max(high, b));
            }
        }

        double width = Math.Max(right - left, 0.01 * _reach), length = Math.Max(high - low, 0.01 * _reach);
        double along = Math.Max(1, 0.5 * length / width), across = Math.Max(1, 0.5 * width / length);
        for (var i = 0; i < _points.Length; i++)
        {
            if (Vector3d.Dot(_points[i], direction) < threshold)
            {
                continue;
            }

            // Of many points the outermost in eight directions stand for the polygon, already in order round it.
            double a = Vector3d.Dot(_points[i], u) * along, b = Vector3d.Dot(_points[i], v) * across;
            for (var k = 0; k < MostFacePoints; k++)
            {
                var (sine, cosine) = _octants[k];
                var far = (a * cosine) + (b * sine);
                if (chosen[k] < 0 || far > reach[k] + 1e-9)
                {
                    reach[k] = far;
                    chosen[k] = i;
                }
            }
        }

        var count = 0;
        for (var k = 0; k < MostFacePoints; k++)
        {
            var seen = false;
            for (var j = 0; j < k && !seen; j++)
            {
                seen = chosen[j] == chosen[k];
            }

            if (!seen)
            {
                points[count++] = _points[chosen[k]];
            }
        }

        return count;
    }

    private static readonly (double Sine, double Cosine)[] _octants =
        [.. Enumerable.Range(0, MostFacePoints).Select(k => Math.SinCos((k + 0.37) * Math.PI / 4))];
}
