using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Physics;

/// <summary>All contacts of a scene, found anew in each step; a contact that goes on keeps its impulses.</summary>
internal sealed class ContactList
{
    // Steps of motion within which a pair is looked at: whatever meets has been seen near a step before.
    private const double Foresight = 2.2;

    // Part of its half thickness that a body may be led further in by one step, and the most parts of a step.
    private const double Advance = 1;
    private const int MostParts = 16;

    // Radians that a body may turn in one part of a step: farther, another corner comes down than the one that is looked at.
    private const double Turn = 0.1;

    // Distance in metres at which even what hardly moves is looked at.
    private const double LeastReach = 0.0005;

    private readonly List<Body> _bodies;
    private readonly Body _world;
    private readonly Islands _islands;
    private readonly BroadPhase _broad;
    private readonly Pair[] _grounds;

    // Pairs that do not touch in this step, but may in the next.
    private readonly List<Manifold> _coming = [];
    private readonly ContactPoint[] _found = new ContactPoint[2 * Manifold.MostPoints];
    private double _last, _ahead, _ground;
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

    /// <summary>Deepest overlap of any of them, in metres.</summary>
    public double Overlap
    {
        get
        {
            double deepest = 0;
            foreach (var manifold in Near)
            {
                for (var i = 0; i < manifold.Count; i++)
                {
                    deepest = Math.Max(deepest, -manifold.Points[i].Gap);
                }
            }

            return deepest;
        }
    }

    /// <summary>In how many parts a step should be taken, by what was near in the last.</summary>
    public int Haste(double step)
    {
        double most = 1;
        foreach (var manifold in Near)
        {
            most = Math.Max(most, Haste(manifold) * step);
        }

        foreach (var manifold in _coming)
        {
            most = Math.Max(most, Haste(manifold) * step);
        }

        return (int)Math.Min(Math.Ceiling(most), MostParts);
    }

    // Steps a second that the approach of a pair asks for.
    private static double Haste(Manifold manifold)
    {
        Body a = manifold.First, b = manifold.Second;
        var closing = Math.Max(Vector3d.Dot(a.Velocity - b.Velocity, manifold.Normal), 0) +
            (a.AngularVelocity.Length * a.Shape.Reach) + (b.AngularVelocity.Length * b.Shape.Reach);
        var thin = Math.Min(a.Moves ? a.Shape.Thinness : double.MaxValue, b.Moves ? b.Shape.Thinness : double.MaxValue);
        return Math.Max(closing / (Advance * thin), Math.Max(a.AngularVelocity.Length, b.AngularVelocity.Length) / Turn);
    }

    /// <summary>Finds them, those with a ground at a height too.</summary>
    /// <param name="step">Seconds of the step.</param>
    /// <param name="whole">Seconds of the whole step that it is a part of: so far it looks ahead.</param>
    /// <param name="ground">The height.</param>
    public void Find(double step, double whole, double ground)
    {
        (_ahead, _ground) = (whole, ground);
        _steps++;
        Near.Clear();
        _coming.Clear();
        _broad.Release();
        _broad.Update(_ahead);
        foreach (var body in _bodies)
        {
            body.Looked = (body.Velocity, body.AngularVelocity);
        }

        foreach (var pair in _broad.Pairs)
        {
            Approach(pair);
        }

        _last = step;
        foreach (var pair in _broad.Pairs)
        {
            Look(pair);
        }

        for (var i = 0; i < _bodies.Count; i++)
        {
            LookDown(_grounds[i]);
        }
    }

    /// <summary>Finds what bodies may meet that an impact of this step has sent elsewhere, before they have moved.</summary>
    /// <returns>The number of contacts that there were before; those after it are new.</returns>
    public int FindMore(double step)
    {
        var before = Near.Count;
        _broad.Update(_ahead);
        foreach (var pair in _broad.Pairs)
        {
            if (Strays(_bodies[pair.A], step) || Strays(_bodies[pair.B], step))
            {
                Look(pair);
            }
        }

        for (var i = 0; i < _bodies.Count; i++)
        {
            if (Strays(_bodies[i], step))
            {
                LookDown(_grounds[i]);
                _bodies[i].Looked = (_bodies[i].Velocity, _bodies[i].AngularVelocity);
            }
        }

        return before;
    }

    /// <summary>Whether an impact has sent a body so far from its way that its surroundings must be looked at again.</summary>
    public static bool Strays(Body body, double step) => body.Moves && body.Stray(step) > LeastReach;

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

    private void LookDown(Pair pair)
    {
        var body = _bodies[pair.B];
        if (!body.Moves)
        {
            return;
        }

        var reach = (Foresight * (Math.Max(0, -body.Velocity.Y) + (body.AngularVelocity.Length * body.Shape.Reach)) * _ahead) + LeastReach;
        if (body.Position.Y - body.Shape.Reach - _ground > reach)
        {
            return;
        }

        for (var part = 0; part < body.Shape.PartCount; part++)
        {
            var placed = body.Shape.Placed(part, body.Position, body.Orientation);
            Keep(pair, (-1, part), ContactFinder.WithGround(body, placed, _ground, reach, _found), Vector3d.UnitY);
        }
    }

    // How much closer the last step can have brought a pair.
    private void Approach(Pair pair)
    {
        Body a = _bodies[pair.A], b = _bodies[pair.B];
        var moved = (a.MoveBy - b.MoveBy).Length + (a.TurnBy.Length * a.Shape.Reach) + (b.TurnBy.Length * b.Shape.Reach);
        pair.Apart = a.Position == a.LeftAt && b.Position == b.LeftAt ? pair.Apart - (moved * _last * 1.001) : 0;
    }

    private void Look(Pair pair)
    {
        Body a = _bodies[pair.A], b = _bodies[pair.B];
        if (!a.Moves && !b.Moves && !(a.Asleep && b.Motor is not null) && !(b.Asleep && a.Motor is not null))
        {
            pair.Apart = 0;
            return;
        }

        var reach = (Foresight * Pace(a, b, a.Velocity - b.Velocity) * _ahead) + LeastReach;
        if (pair.Apart > reach)
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

        if (manifold.Seen == _steps && manifold.IsNear)
        {
            return;
        }

        if (manifold.Seen < _steps - 1)
        {
            manifold.Count = 0;
            manifold.RollingImpulse = default;
        }

        manifold.Seen = _steps;
        manifold.Normal = normal;
        manifold.Friction = Surface.FrictionOf(first.Surface, second.Surface);
        manifold.Restitution = Surface.RestitutionOf(first.Surface, second.Surface);
        manifold.Rolling = Math.Max(second.Surface.Rolling * second.Shape.Reach, pair.A < 0 ? 0 : first.Surface.Rolling * first.Shape.Reach);
        var close = LeastReach + (1.25 * Pace(first, second, first.Velocity - second.Velocity) * _last);
        manifold.IsNear = false;
        for (var i = 0; i < count; i++)
        {
            _found[i].Local = second.Orientation.TurnBack(_found[i].OffsetB);
            if (_found[i].Gap < close)
            {
                first.Touching = second.Touching = manifold.IsNear = true;
            }
        }

        manifold.Renew(_found.AsSpan(0, count), 0.004 + (0.05 * second.Shape.Reach));
        (manifold.IsNear ? Near : _coming).Add(manifold);
    }
}
