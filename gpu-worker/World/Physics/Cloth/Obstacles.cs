namespace SoraFunctions.World.Physics.Cloth;

/// <summary>
/// What keeps points of cloth out: the ground and the bodies of a simulation. Which side of a body a point is on is decided now and then;
/// in between the point stays on its side of a plane that moves with the body.
/// </summary>
/// <param name="points">How many points there are.</param>
/// <param name="thickness">How far they stay off, in metres.</param>
/// <param name="friction">Coefficient of friction.</param>
/// <param name="felt">Whether bodies feel that they are touched.</param>
internal sealed class Obstacles(int points, double thickness, double friction, bool felt)
{
    // Speed in m/s that a point may gain before it is looked at again.
    private const double Surprise = 2;

    // Part of its weight that wakes a sleeping body: silk may lie on it.
    private const double Waking = 0.1;

    // Acceleration in m/s2 against a surface beyond which friction grows no more.
    private const double Hardest = 60;

    private readonly (Body? Body, Vector3d Normal, double Offset)[] _planes = new (Body?, Vector3d, double)[points];
    private readonly Dictionary<Shape, (Vector3d Normal, double Offset)[]> _hulls = [];
    private readonly Dictionary<Body, Vector3d> _leaning = [];

    /// <summary>Decides anew what each point is near to.</summary>
    public void Find(Simulation simulation, Vector3d[] places, Vector3d[] velocities, double ahead)
    {
        Array.Clear(_planes);
        foreach (var body in simulation.Bodies)
        {
            if (!body.Present || body.Parked)
            {
                continue;
            }

            for (var part = 0; part < body.Shape.PartCount; part++)
            {
                Find(body, body.Shape.Placed(part, body.Position, body.Orientation), places, velocities, ahead);
            }
        }
    }

    /// <summary>Moves points out of what they are in; along it they rub. What they gain by that, the bodies lose.</summary>
    public void Push(Simulation simulation, Vector3d[] places, Vector3d[] before, double[] inverseMasses, double step)
    {
        var ground = simulation.GroundHeight;
        _leaning.Clear();
        var most = Hardest * step * step;
        for (var i = 0; i < places.Length; i++)
        {
            if (inverseMasses[i] == 0)
            {
                continue;
            }

            var height = places[i].Y - ground - thickness;
            if (height < 0)
            {
                places[i] = Rub(places[i] - new Vector3d(0, height, 0), before[i], Vector3d.UnitY, -height, most);
            }

            if (_planes[i].Body is { Present: true } body)
            {
                var normal = body.Orientation.Turn(_planes[i].Normal);
                var arm = places[i] - body.Position;
                var gap = Vector3d.Dot(arm, normal) - _planes[i].Offset - thickness;
                if (gap < 0)
                {
                    // Of the way apart, each goes by what it weighs.
                    var way = -gap * inverseMasses[i] / (inverseMasses[i] + (felt ? body.Yields(arm, normal) : 0));
                    var carried = before[i] + (body.VelocityAt(arm) * step);
                    var place = Rub(places[i] + (normal * way), carried, normal, way, most);
                    Press(body, (places[i] - place) / (inverseMasses[i] * step), arm);
                    places[i] = place;
                }
            }
        }

        Wake(simulation.Gravity.Length * step);
    }

    private void Press(Body body, Vector3d impulse, Vector3d arm)
    {
        if (!felt)
        {
            return;
        }

        body.Push(impulse, arm);
        if (body.Asleep)
        {
            _leaning[body] = _leaning.GetValueOrDefault(body) + impulse;
        }
    }

    private void Wake(double fall)
    {
        foreach (var (body, impulse) in _leaning)
        {
            if (impulse.Length > Waking * body.Mass.Mass * fall)
            {
                body.Velocity += impulse / body.Mass.Mass;
            }
        }
    }

    // What is pulled over an edge with many times its weight slides: links as long as the edge is sharp would hook onto it.
    private Vector3d Rub(Vector3d place, Vector3d from, Vector3d normal, double depth, double most)
    {
        var way = place - from;
        var along = way - (normal * Vector3d.Dot(way, normal));
        var length = along.Length;
        return length < 1e-12 ? place : place - (along * Math.Min(1, friction * Math.Min(depth, most) / length));
    }

    private void Find(Body body, Placement placed, Vector3d[] places, Vector3d[] velocities, double ahead)
    {
        var hull = placed.Shape is Ball ? null : HullOf(placed.Shape);
        for (var i = 0; i < places.Length; i++)
        {
            var arm = places[i] - placed.Position;
            var near = (2 * thickness) + (((velocities[i] - body.Velocity).Length + Surprise) * ahead) + (body.AngularVelocity.Length * arm.Length * ahead);
            var span = placed.Shape.Reach + near;
            if (arm.LengthSquared > span * span)
            {
                continue;
            }

            var local = placed.Orientation.TurnBack(arm);
            var (normal, offset) = hull is null ? (local.Unit(), placed.Shape.Reach) : Farthest(hull, local);
            if (Vector3d.Dot(local, normal) - offset < near)
            {
                var outwards = body.Orientation.TurnBack(placed.Orientation.Turn(normal));
                var shift = Vector3d.Dot(placed.Position - body.Position, placed.Orientation.Turn(normal));
                _planes[i] = (body, outwards, offset + shift);
            }
        }
    }

    private static (Vector3d Normal, double Offset) Farthest((Vector3d Normal, double Offset)[] planes, Vector3d place)
    {
        var (best, most) = (0, double.MinValue);
        for (var i = 0; i < planes.Length; i++)
        {
            var gap = Vector3d.Dot(place, planes[i].Normal) - planes[i].Offset;
            if (gap > most)
            {
                (best, most) = (i, gap);
            }
        }

        return planes[best];
    }

    private (Vector3d Normal, double Offset)[] HullOf(Shape shape)
    {
        if (!_hulls.TryGetValue(shape, out var planes))
        {
            _hulls[shape] = planes = [.. DirectionBall.Of(2).Directions.Select(direction =>
                (direction, Vector3d.Dot(shape.Support(direction), direction) + shape.Margin))];
        }

        return planes;
    }
}
