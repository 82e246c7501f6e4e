using System.Diagnostics.CodeAnalysis;

namespace SoraFunctions.World.Physics;

/// <summary>Several convex shapes that move as one: a cup, a chair, an open box. They may overlap.</summary>
public sealed class Compound : Shape
{
    private readonly Part[] _parts;
    private readonly double _thinness;

    /// <summary>Takes the parts, placed about the body's centre of mass.</summary>
    /// <param name="parts">At least one; none of them a compound.</param>
    /// <exception cref="ArgumentException">There is no part, or a part is a compound.</exception>
    [SetsRequiredMembers]
    public Compound(IEnumerable<Part> parts)
    {
        _parts = [.. parts];
        if (_parts.Length == 0 || _parts.Any(part => part.Shape is Compound))
        {
            throw new ArgumentException("A compound has at least one part, and none that is a compound.", nameof(parts));
        }

        Reach = _parts.Max(part => part.Offset.Length + part.Shape.Reach);
        _thinness = _parts.Min(part => part.Shape.Thinness);
        Margin = 0;
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <inheritdoc/>
    public override double Reach { get; }

    internal override int PartCount => _parts.Length;

    internal override double Thinness => _thinness;

    /// <inheritdoc/>
    public override Vector3d Support(Vector3d direction)
    {
        var (best, most) = (Vector3d.Zero, double.MinValue);
        foreach (var part in _parts)
        {
            var unit = direction.Unit();
            var point = part.Offset + part.Orientation.Turn(part.Shape.Support(part.Orientation.TurnBack(unit))) + (unit * part.Shape.Margin);
            var reach = Vector3d.Dot(point, unit);
            if (reach > most)
            {
                (best, most) = (point, reach);
            }
        }

        return best;
    }

    /// <inheritdoc/>
    public override int Face(Vector3d direction, Span<Vector3d> points)
    {
        points[0] = Support(direction);
        return 1;
    }

    internal override Placement Placed(int part, Vector3d position, Rotation orientation)
    {
        ref readonly var p = ref _parts[part];
        return new(p.Shape, position + orientation.Turn(p.Offset), orientation * p.Orientation);
    }
}
