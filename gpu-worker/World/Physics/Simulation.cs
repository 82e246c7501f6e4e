namespace SoraFunctions.World.Physics;

/// <summary>
/// Rigid bodies over a level ground, stepped by sequential impulses in small fixed steps. One thread, no clock and no chance: the same
/// bodies give the same bits.
/// </summary>
public sealed class Simulation
{
    private const int Passes = 4;

    // A flat face that lands has many points that must agree at once, or it would come away turning.
    private const int ImpactPasses = 16;
    private const double ContactDamping = 6;

    private readonly List<Body> _bodies;
    private readonly IReadOnlyList<HangingThread> _threads;
    private readonly Dictionary<(int A, int B), Manifold> _pairs = [];
    private readonly List<Manifold> _near = [];
    private readonly TouchLog _log = new();
    private readonly ContactPoint[] _found = new ContactPoint[2 * Manifold.MostPoints];
    private readonly HashSet<int> _tied;
    private readonly Sleep _sleep;
    private long _steps;

    /// <summary>Sets the scene.</summary>
    /// <param name="bodies">The bodies; they are changed by <see cref="Step"/>.</param>
    /// <param name="ground">The surface of the ground, the plane y = 0 unless <see cref="GroundHeight"/> says otherwise.</param>
    /// <param name="threads">What hangs; null for nothing.</param>
    public Simulation(IEnumerable<Body> bodies, Surface ground, IReadOnlyList<HangingThread>? threads = null)
    {
        _bodies = [.. bodies];
        _threads = threads ?? [];
        _tied = [.. _threads.Select(thread => thread.Body)];
        _sleep = new Sleep(_bodies, _tied);
        Ground = ground;
    }

    /// <summary>The bodies, in the order they came.</summary>
    public IReadOnlyList<Body> Bodies => _bodies;

    /// <summary>The surface of the ground.</summary>
    public Surface Ground { get; }

    /// <summary>Height of the ground's plane in metres; negative infinity for no ground.</summary>
    public double GroundHeight { get; init; }

    /// <summary>Acceleration of free fall, in m/s2.</summary>
    public Vector3d Gravity { get; init; } = new(0, -9.81, 0);

    /// <summary>What acts on the bodies besides gravity and contact.</summary>
    public IReadOnlyList<Influence> Influences { get; init; } = [];

    /// <summary>Seconds simulated.</summary>
    public double Time { get; private set; }

    /// <summary>Impacts so far, in order of time.</summary>
    public IReadOnlyList<Touch> Touches => _log.Touches;

    /// <summary>Kinetic and potential energy of all free bodies in joules.</summary>
    public double Energy => _bodies.Where(body => body.Motor is null)
        .Sum(body => body.KineticEnergy - (body.Mass.Mass * Vector3d.Dot(Gravity, body.Position)));

    /// <summary>Goes on for a time, in equal steps of at most 1/960 s.</summary>
    /// <param name="seconds">How long, more than 0.</param>
    public void Advance(double seconds)
    {
        var steps = (int)Math.Ceiling((seconds * 960) - 1e-9);
        for (var i = 0; i < steps; i++)
        {
            Step(seconds / steps);
        }
    }

    /// <summary>Goes on by one step.</summary>
    /// <param name="step">Seconds, about a thousandth.</param>
    public void Step(double step)
    {
        foreach (var body in _bodies)
        {
            Refresh(body, step);
        }

        foreach (var thread in _threads)
        {
            _bodies[thread.Body].Touching = true;
        }

        FindContacts(step);
        foreach (var manifold in _near)
        {
            ContactSolver.Prepare(manifold, BodyAt(manifold.A), _bodies[manifold.B], Gravity, step);
        }

        foreach (var body in _bodies)
        {
            Accelerate(body, step);
        }

        foreach (var influence in Influences)
        {
            influence.Act(this, step);
        }

        Solve(step);
        foreach (var body in _bodies)
        {
            Move(body, step);
        }

        foreach (var manifold in _near)
        {
            _log.Note(manifold, _bodies[manifold.B], Time, step);
        }

        _sleep.Update(_near, step);
        _steps++;
        Time += step;
    }

    private Body? BodyAt(int index) => index < 0 ? null : _bodies[index];

    private void Refresh(Body body, double step)
    {
        body.Parked = Time < body.Release;
        body.Touching = false;
        if (body.Motor is { } motor)
        {
            var (position, orientation) = motor(Time + step);
            body.Velocity = (position - body.Position) / step;
            body.AngularVelocity = Spin(body.Orientation, orientation, step);
        }

        body.InverseMass = body.Moves ? 1 / body.Mass.Mass : 0;
        body.InverseInertia = body.Moves ? body.Mass.Inertia.Inverse().Seen(body.Orientation) : default;
    }

    private static Vector3d Spin(Rotation from, Rotation to, double step)
    {
        var turn = to * new Rotation(-from.X, -from.Y, -from.Z, from.W);
        var sign = turn.W < 0 ? -2 : 2;
        return new Vector3d(turn.X, turn.Y, turn.Z) * (sign / step);
    }

    private void FindContacts(double step)
    {
        _near.Clear();
        for (var b = 0; b < _bodies.Count; b++)
        {
            var body = _bodies[b];
            if (body.Moves)
            {
                var reach = (Math.Max(0, -body.Velocity.Y) + (body.AngularVelocity.Length * body.Shape.Reach)) * step;
                var count = ContactFinder.WithGround(body, GroundHeight, (1.5 * reach) + 0.0005, _found);
                Keep(-1, b, count, Vector3d.UnitY, Ground, default);
            }

            for (var a = 0; a < b; a++)
            {
                FindPair(a, b, step);
            }
        }
    }

    private void FindPair(int a, int b, double step)
    {
        Body first = _bodies[a], second = _bodies[b];
        if ((!first.Moves && !second.Moves) || first.Parked || second.Parked || !first.Present || !second.Present)
        {
            return;
        }

        var speed = (first.Velocity - second.Velocity).Length +
            (first.AngularVelocity.Length * first.Shape.Reach) + (second.AngularVelocity.Length * second.Shape.Reach);
        var reach = (1.5 * speed * step) + 0.0005;
        var span = first.Shape.Reach + second.Shape.Reach + reach;
        if ((first.Position - second.Position).LengthSquared > span * span)
        {
            return;
        }

        var count = ContactFinder.Between(first, second, reach, _found, out var normal);
        if (count > 0)
        {
            _sleep.WakeByTouch(first, second);
        }

        Keep(a, b, count, normal, first.Surface, first);
    }

    private void Keep(int a, int b, int count, Vector3d normal, Surface other, Body? first)
    {
        if (count == 0)
        {
            return;
        }

        if (!_pairs.TryGetValue((a, b), out var manifold))
        {
            _pairs[(a, b)] = manifold = new Manifold { A = a, B = b };
        }

        var body = _bodies[b];
        if (manifold.Seen != _steps - 1)
        {
            manifold.Count = 0;
            manifold.RollingImpulse = default;
        }

        body.Touching = true;
        if (first is not null)
        {
            first.Touching = true;
        }

        manifold.Seen = _steps;
        manifold.Normal = normal;
        manifold.Friction = Surface.FrictionOf(other, body.Surface);
        manifold.Restitution = Surface.RestitutionOf(other, body.Surface);
        manifold.Rolling = Math.Max(body.Surface.Rolling * body.Shape.Reach, first is null ? 0 : first.Surface.Rolling * first.Shape.Reach);
        for (var i = 0; i < count; i++)
        {
            _found[i].Local = body.Orientation.TurnBack(_found[i].OffsetB);
        }

        manifold.Renew(_found.AsSpan(0, count), 0.004 + (0.05 * body.Shape.Reach));
        _near.Add(manifold);
    }

    private void Accelerate(Body body, double step)
    {
        if (!body.Moves)
        {
            return;
        }

        body.Velocity += Gravity * step;
        body.Air?.Act(body, step);

        // Gyroscopic torque by one implicit step, which never adds energy (Catto, "Numerical methods", GDC 2015).
        var spin = body.Orientation.TurnBack(body.AngularVelocity);
        body.AngularVelocity = body.Orientation.Turn(Gyroscope.After(spin, body.Mass.Inertia, step));
    }

    private void Solve(double step)
    {
        var soft = Softness.Of(0.2 / step, ContactDamping, step);
        foreach (var manifold in _near)
        {
            ContactSolver.WarmStart(manifold, BodyAt(manifold.A), _bodies[manifold.B]);
        }

        foreach (var thread in _threads)
        {
            thread.Begin();
        }

        var passes = _near.Exists(ContactSolver.IsImpact) ? ImpactPasses : Passes;
        for (var pass = 0; pass < passes; pass++)
        {
            SolveOnce(step, soft, true);
        }

        foreach (var body in _bodies)
        {
            body.MoveBy = body.Velocity;
            body.TurnBy = body.AngularVelocity;
        }

        // Positions move with the push that removes overlap; speeds then forget it.
        SolveOnce(step, Softness.Rigid, false);
        for (var pass = Passes; pass < passes; pass++)
        {
            foreach (var manifold in _near)
            {
                ContactSolver.Bounce(manifold, BodyAt(manifold.A), _bodies[manifold.B]);
            }
        }
    }

    private void SolveOnce(double step, Softness softness, bool correct)
    {
        foreach (var thread in _threads)
        {
            thread.Solve(_bodies[thread.Body], step, correct);
        }

        foreach (var manifold in _near)
        {
            ContactSolver.Solve(manifold, BodyAt(manifold.A), _bodies[manifold.B], step, softness);
        }
    }

    private void Move(Body body, double step)
    {
        if (body.Motor is { } motor)
        {
            (body.Position, body.Orientation) = motor(Time + step);
        }
        else if (body.Moves)
        {
            body.Position += body.MoveBy * step;
            body.Orientation = body.Orientation.After(body.TurnBy, step);
            if (!body.Touching && body.Air is null)
            {
                // Free flight is a parabola: the step's mean speed, not its last.
                body.Position -= Gravity * (0.5 * step * step);
            }
        }
    }
}
