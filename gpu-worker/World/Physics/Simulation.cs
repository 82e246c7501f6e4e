using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Physics;

/// <summary>
/// Rigid bodies over a level ground, stepped by sequential impulses in small fixed steps. One thread, no clock and no chance: the same
/// bodies give the same bits.
/// </summary>
public sealed class Simulation
{
    private readonly List<Body> _bodies;
    private readonly ContactList _contacts;
    private readonly Islands _islands;
    private readonly Solver _solver;
    private readonly TouchLog _log = new();
    private readonly RubbingLog _rubbing = new();

    /// <summary>Sets the scene.</summary>
    /// <param name="bodies">The bodies; they are changed by <see cref="Step"/>.</param>
    /// <param name="ground">The surface of the ground, the plane y = 0 unless <see cref="GroundHeight"/> says otherwise.</param>
    /// <param name="joints">What holds bodies together, or to the world; null for nothing.</param>
    /// <exception cref="ArgumentException">A joint names a body that there is not, or joins a body to itself.</exception>
    public Simulation(IEnumerable<Body> bodies, Surface ground, IReadOnlyList<Joint>? joints = null)
    {
        _bodies = [.. bodies];
        Joints = joints ?? [];
        Ground = ground;
        foreach (var joint in Joints)
        {
            if (joint.A < -1 || joint.A >= _bodies.Count || joint.B < 0 || joint.B >= _bodies.Count || joint.A == joint.B)
            {
                throw new ArgumentException($"A joint is between bodies {joint.A} and {joint.B} of {_bodies.Count}.", nameof(joints));
            }
        }

        var world = new Body { Shape = new Ball { Margin = 0 }, Surface = ground, Mass = MassProperties.Ball(1, 1), Present = false };
        _islands = new Islands(_bodies);
        _contacts = new ContactList(_bodies, world, Joints, _islands);
        _solver = new Solver(_bodies, world, Joints, _contacts, _islands);
    }

    /// <summary>The bodies, in the order they came.</summary>
    public IReadOnlyList<Body> Bodies => _bodies;

    /// <summary>The joints, in the order they came.</summary>
    public IReadOnlyList<Joint> Joints { get; }

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

    /// <summary>Impacts so far, in the order of the steps.</summary>
    public IReadOnlyList<Touch> Touches => _log.Touches;

    /// <summary>What has slid and rolled on what so far, pair by pair; the first index is -1 for the ground.</summary>
    public IEnumerable<(int First, int Second, IReadOnlyList<Rub> Rubs)> Rubbing => _rubbing.Pairs;

    /// <summary>Kinetic and potential energy of all free bodies in joules.</summary>
    public double Energy
    {
        get
        {
            double sum = 0;
            foreach (var body in _bodies)
            {
                sum += IsFree(body) ? EnergyOf(body) : 0;
            }

            return sum;
        }
    }

    /// <summary>Momentum of all free bodies in kg m/s.</summary>
    public Vector3d Momentum
    {
        get
        {
            Vector3d sum = default;
            foreach (var body in _bodies)
            {
                sum += IsFree(body) ? body.Momentum : default;
            }

            return sum;
        }
    }

    /// <summary>Angular momentum of all free bodies about the origin in kg m2/s.</summary>
    public Vector3d AngularMomentum
    {
        get
        {
            Vector3d sum = default;
            foreach (var body in _bodies)
            {
                sum += IsFree(body) ? body.Spin + Vector3d.Cross(body.Position, body.Momentum) : default;
            }

            return sum;
        }
    }

    /// <summary>How deep in metres bodies overlapped, or sank into the ground, at the beginning of the last step; 0 for not at all.</summary>
    public double Overlap => _contacts.Overlap;

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

    /// <summary>Goes on by one step, in parts where bodies are about to meet so fast that they would miss how they meet.</summary>
    /// <param name="step">Seconds, about a thousandth.</param>
    public void Step(double step)
    {
        var parts = _contacts.Haste(step);
        for (var i = 0; i < parts; i++)
        {
            StepOnce(step / parts, step);
        }
    }

    private void StepOnce(double step, double whole)
    {
        foreach (var body in _bodies)
        {
            Begin(body, step);
        }

        foreach (var influence in Influences)
        {
            influence.Act(this, step);
        }

        foreach (var body in _bodies)
        {
            Launch(body, step);
        }

        _contacts.Find(step, whole, GroundHeight);
        _solver.Step(step, Gravity);
        foreach (var body in _bodies)
        {
            if (body is { Motor: { } motor, Present: true })
            {
                (body.Position, body.Orientation) = motor(Time + step);
            }

            body.LeftAt = body.Position;
        }

        foreach (var manifold in _contacts.Near)
        {
            _log.Note(manifold, Time, step);
            _rubbing.Note(manifold, Time);
        }

        _islands.PutToSleep(step);
        Time += step;
    }

    private static bool IsFree(Body body) => body.Motor is null && body.Present;

    private double EnergyOf(Body body) => body.KineticEnergy - (body.Mass.Mass * Vector3d.Dot(Gravity, body.Position));

    private void Begin(Body body, double step)
    {
        body.Parked = Time < body.Release;
        body.Touching = false;
        body.Kick = default;
        if (body.Motor is { } motor)
        {
            var (position, orientation) = motor(Time + step);
            body.Velocity = (position - body.Position) / step;
            body.AngularVelocity = orientation == body.Orientation ? default : (orientation * body.Orientation.Inverse).RotationVector / step;
        }

        body.Weigh();
        body.Allowance = EnergyOf(body);
        if (!body.Moves)
        {
            return;
        }

        body.Kick = body.Velocity;
        body.Velocity += Gravity * step;
        if (body.Air is not null || Influences.Count > 0)
        {
            body.Allowance -= body.KineticEnergy;
            body.Air?.Act(body, step);
        }
    }

    private void Launch(Body body, double step)
    {
        if (body.Present != body.WasPresent)
        {
            body.WasPresent = body.Present;
            _contacts.WakeAround(body);
            body.Asleep = false;
            (body.Kick, body.Allowance) = (body.Velocity, body.Moves ? EnergyOf(body) - body.KineticEnergy : 0);
            body.Weigh();
        }

        if (body.Asleep && (body.Velocity != default || body.AngularVelocity != default || body.Position != body.LeftAt))
        {
            _islands.Wake(body);
            body.Kick = default;
            body.Allowance = EnergyOf(body) - body.KineticEnergy;
        }

        if (body.Moves)
        {
            if (body.Air is not null || Influences.Count > 0)
            {
                body.Allowance += body.KineticEnergy;
            }

            body.Kick = body.Velocity - body.Kick;
            body.BeginTurn(step);
        }
    }
}
