using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Physics;

/// <summary>All contacts of a scene, found anew in each step; a contact that goes on keeps its impulses.</summary>
internal sealed class ContactList
{
    // Distance in metres at which even what hardly moves is looked at.
    private const double LeastReach = 0.0005;

    private readonly List<Body> _bodies;
    private readonly Body _world;
    private readonly Islands _islands;
    private readonly BroadPhase _broad;
    private readonly Pair[] _grounds;
    private readonly ContactPoint[] _found = new ContactPoint[2 * Manifold.MostPoints];
    private long _steps;

    public ContactList(List<Body> bodies, Body world, IReadOnlyList<Joint> joints, Islands islands)
    {
        (_bodies, _world, _islands) = (bodies, world, islands);
        _broad = new BroadPhase(bodies, joints.Where(joint => !joint.Collides)
            .Select(joint => (Math.Min(joint.A, joint.B), Math.Max(joint.A, joint.B))).ToHashSet());
        _grounds = [.. bodies.Select((_, i) => new Pair(-1, i))];
    }

    /// <summary>The contacts of this step.</summary>
    public List<Manifold> Near { get; } = [];

    /// <summary>Finds them, those with a ground at a height too.</summary>
    public void Find(double step, double ground)
    {
        _steps++;
        Near.Clear();
        _broad.Update(step);
        foreach (var pair in _broad.Pairs)
        {
            Look(pair, step);
        }

        for (var i = 0; i < _bodies.Count; i++)
        {
            if (_bodies[i].Moves)
            {
                LookDown(_grounds[i], ground, step);
            }
        }
    }

    /// <summary>Wakes what sleeps near a body, for it comes or goes.</summary>
    public void WakeAround(Body changed)
    {
        foreach (var body in _bodies)
        {
            var span = body.Shape.Reach + changed.Shape.Reach + 0.01;
            if (body.Asleep && (body.Position - changed.Position).LengthSquared < span * span)
            {
                _islands.Wake(body);
            }
        }
    }

    private static double Pace(Body a, Body b, Vector3d velocity) =>
        velocity.Length + (a.AngularVelocity.Length * a.Shape.Reach) + (b.AngularVelocity.Length * b.Shape.Reach);

    private void LookDown(Pair pair, double ground, double step)
    {
        var body = _bodies[pair.B];
        var reach = (1.5 * (Math.Max(0, -body.Velocity.Y) + (body.AngularVelocity.Length * body.Shape.Reach)) * step) + LeastReach;
        if (body.Position.Y - body.Shape.Reach - ground > reach)
        {
            return;
        }

        for (var part = 0; part < body.Shape.PartCount; part++)
        {
            var placed = body.Shape.Placed(part, body.Position, body.Orientation);
            Keep(pair, (-1, part), ContactFinder.WithGround(body, placed, ground, reach, _found), Vector3d.UnitY);
        }
    }

    private void Look(Pair pair, double step)
    {
        Body a = _bodies[pair.A], b = _bodies[pair.B];
        if (!a.Moves && !b.Moves && !(a.Asleep && b.Motor is not null) && !(b.Asleep && a.Motor is not null))
        {
            pair.Apart = 0;
            return;
        }

        // How far they can have come closer since they were last looked at.
        var moved = a.MoveBy - b.MoveBy;
        pair.Apart -= (moved.Length + (a.TurnBy.Length * a.Shape.Reach) + (b.TurnBy.Length * b.Shape.Reach)) * step * 1.001;
        var reach = (1.5 * Pace(a, b, a.Velocity - b.Velocity) * step) + LeastReach;
        if (pair.Apart > reach && a.Position == a.LeftAt && b.Position == b.LeftAt)
        {
            return;
        }

        var (partsA, partsB) = (a.Shape.PartCount, b.Shape.PartCount);
        pair.Apart = double.MaxValue;
        for (var i = 0; i < partsA; i++)
        {
            var placedA = a.Shape.Placed(i, a.Position, a.Orientation);
            for (var j = 0; j < partsB; j++)
            {
                Look(pair, (i, j), placedA, b.Shape.Placed(j, b.Position, b.Orientation), reach, partsA * partsB == 1);
            }
        }
    }

    private void Look(Pair pair, (int A, int B) parts, in Placement partA, in Placement partB, double reach, bool simple)
    {
        Body a = _bodies[pair.A], b = _bodies[pair.B];
        var apart = (partA.Position - partB.Position).Length - partA.Shape.Reach - partB.Shape.Reach;
        if (apart > reach)
        {
            pair.Apart = Math.Min(pair.Apart, apart);
            return;
        }

        var known = simple ? pair.Towards : pair.Of(parts)?.Normal ?? default;
        var count = ContactFinder.Between(a, partA, b, partB, known, reach, _found, out var normal, out var gap);
        pair.Apart = Math.Min(pair.Apart, gap);
        if (simple)
        {
            pair.Towards = normal;
        }

        if (count > 0)
        {
            _islands.WakeByTouch(a, b);
            Keep(pair, parts, count, normal);
        }
    }

    private void Keep(Pair pair, (int A, int B) parts, int count, Vector3d normal)
    {
        if (count == 0)
        {
            return;
        }

        Body first = pair.A < 0 ? _world : _bodies[pair.A], second = _bodies[pair.B];
        if (pair.Of(parts) is not { } manifold)
        {
            manifold = _broad.Take();
            manifold.Reset(pair.A, pair.B, parts, first, second);
            pair.Manifolds.Add(manifold);
        }

        if (manifold.Seen != _steps - 1)
        {
            manifold.Count = 0;
            manifold.RollingImpulse = default;
        }

        first.Touching = second.Touching = true;
        manifold.Seen = _steps;
        manifold.Normal = normal;
        manifold.Friction = Surface.FrictionOf(first.Surface, second.Surface);
        manifold.Restitution = Surface.RestitutionOf(first.Surface, second.Surface);
        manifold.Rolling = Math.Max(second.Surface.Rolling * second.Shape.Reach, pair.A < 0 ? 0 : first.Surface.Rolling * first.Shape.Reach);
        for (var i = 0; i < count; i++)
        {
            _found[i].Local = second.Orientation.TurnBack(_found[i].OffsetB);
        }

        manifold.Renew(_found.AsSpan(0, count), 0.004 + (0.05 * second.Shape.Reach));
        Near.Add(manifold);
    }
}
