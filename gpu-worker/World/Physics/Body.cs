using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics;

/// <summary>A rigid body. Its origin is its centre of mass.</summary>
public sealed class Body
{
    // Radians a second; what is knocked into spinning faster would turn by more than a radian in a step, and is slowed to this.
    private const double FastestSpin = 800;

    private readonly MassProperties _mass;
    private Symmetric3 _inverse;
    private bool _isRound;

    /// <summary>Its collision shape.</summary>
    public required Shape Shape { get; init; }

    /// <summary>How it behaves in contact.</summary>
    public required Surface Surface { get; init; }

    /// <summary>How it resists; its centre of mass must be the origin of its space.</summary>
    public required MassProperties Mass
    {
        get => _mass;
        init
        {
            _mass = value;
            _inverse = value.Inertia.Inverse();
            var i = value.Inertia;
            _isRound = i.XX == i.YY && i.YY == i.ZZ && i.XY == 0 && i.XZ == 0 && i.YZ == 0;
        }
    }

    /// <summary>Centre of mass in metres.</summary>
    public Vector3d Position { get; set; }

    /// <summary>From the body's space to the world's.</summary>
    public Rotation Orientation { get; set; } = Rotation.Identity;

    /// <summary>Metres a second.</summary>
    public Vector3d Velocity { get; set; }

    /// <summary>Radians a second about the world's axes.</summary>
    public Vector3d AngularVelocity { get; set; }

    /// <summary>Where a motor holds the body at a time in seconds; null for a body that is free.</summary>
    public Func<double, (Vector3d Position, Rotation Orientation)>? Motor { get; init; }

    /// <summary>Time in seconds before which the body takes no part.</summary>
    public double Release { get; init; }

    /// <summary>How air acts on it; null for bodies too heavy to care.</summary>
    public AirPlate? Air { get; init; }

    /// <summary>Whether it is part of the world; what is not neither moves nor touches: a shard before the break, a vase after it.</summary>
    public bool Present { get; set; } = true;

    /// <summary>Whether it has come to rest and waits for something to touch it.</summary>
    public bool Asleep { get; internal set; }

    /// <summary>The pose as the renderer takes it.</summary>
    public Pose Pose => new(Position.ToSingle(), Orientation.ToSingle(), !Present);

    /// <summary>Kinetic energy in joules.</summary>
    public double KineticEnergy =>
        0.5 * ((Mass.Mass * Velocity.LengthSquared) + Vector3d.Dot(AngularVelocity, Spin));

    /// <summary>Momentum in kg m/s.</summary>
    public Vector3d Momentum => Velocity * Mass.Mass;

    /// <summary>Angular momentum about its own centre of mass in kg m2/s.</summary>
    public Vector3d Spin => SpinAt(AngularVelocity);

    /// <summary>Whether forces move it now.</summary>
    internal bool Moves => Motor is null && !Asleep && !Parked && Present;

    /// <summary>Whether it can be touched now.</summary>
    internal bool Takes => Present && !Parked;

    internal bool Parked { get; set; }

    /// <summary>Whether something is so near that it may touch within the step.</summary>
    internal bool Touching { get; set; }

    /// <summary>Speeds with which the last step moved it.</summary>
    internal Vector3d MoveBy { get; set; }

    internal Vector3d TurnBy { get; set; }

    /// <summary>Change of velocity in this step by gravity, air and influences.</summary>
    internal Vector3d Kick { get; set; }

    /// <summary>Angular momentum of the midpoint rule that <see cref="AngularVelocity"/> does not show while a step is solved.</summary>
    internal Vector3d Lag { get; set; }

    /// <summary>Where the last step left it; elsewhere, somebody has moved it since.</summary>
    internal Vector3d LeftAt { get; set; }

    /// <summary>The speeds with which its surroundings were last looked at.</summary>
    internal (Vector3d Velocity, Vector3d AngularVelocity) Looked { get; set; }

    internal bool WasPresent { get; set; } = true;

    internal double StillFor { get; set; }

    /// <summary>Whether it falls asleep at the end of the step.</summary>
    internal bool Rests { get; set; }

    /// <summary>Whether an impact of this step concerns it.</summary>
    internal bool Struck { get; set; }

    internal int Island { get; set; }

    internal double InverseMass { get; set; }

    internal Symmetric3 InverseInertia { get; set; }

    /// <summary>Energy that it may have at the end of the step by what has been done to it in the step.</summary>
    internal double Allowance { get; set; }

    /// <summary>Speeds once an impact has been stopped and before it rebounds.</summary>
    internal (Vector3d Velocity, Vector3d AngularVelocity) Stopped { get; set; }

    /// <summary>Angular momentum at an angular velocity.</summary>
    internal Vector3d SpinAt(Vector3d angularVelocity) => Orientation.Turn(_mass.Inertia * Orientation.TurnBack(angularVelocity));

    /// <summary>How far a step leads a point of it at most from where it was thought to go.</summary>
    internal double Stray(double step) =>
        ((Velocity - Looked.Velocity).Length + ((AngularVelocity - Looked.AngularVelocity).Length * Shape.Reach)) * step;

    /// <summary>Speed of the point of the body that is at an offset from its centre.</summary>
    internal Vector3d VelocityAt(Vector3d offset) => Velocity + Vector3d.Cross(AngularVelocity, offset);

    /// <summary>Where the point at an offset from the centre will be after a time at the present speeds.</summary>
    internal Vector3d PlaceAfter(Vector3d offset, double step) => Position + (Velocity * step) + Turned(offset, step);

    /// <summary>A direction after a time at the present angular velocity.</summary>
    internal Vector3d Turned(Vector3d direction, double step) => Vector3d.Turned(direction, AngularVelocity, step);

    /// <summary>The orientation after a time at the present angular velocity.</summary>
    internal Rotation OrientationAfter(double step) => Orientation.After(AngularVelocity, step);

    /// <summary>Changes speed by an impulse in newton seconds that acts at an offset from the centre.</summary>
    internal void Push(Vector3d impulse, Vector3d offset)
    {
        Velocity += impulse * InverseMass;
        AngularVelocity += InverseInertia * Vector3d.Cross(offset, impulse);
    }

    /// <summary>The change of speed along a direction that an impulse of one newton second along it makes at an offset from the centre.</summary>
    internal double Yields(Vector3d offset, Vector3d direction)
    {
        var turn = Vector3d.Cross(offset, direction);
        return InverseMass + Vector3d.Dot(turn, InverseInertia * turn);
    }

    /// <summary>Changes angular velocity by an angular impulse in newton metre seconds.</summary>
    internal void Twist(Vector3d impulse) => AngularVelocity += InverseInertia * impulse;

    /// <summary>Sets how it answers impulses in the pose that it is in.</summary>
    internal void Weigh()
    {
        InverseMass = Moves ? 1 / _mass.Mass : 0;
        InverseInertia = !Moves ? default : _isRound ? _inverse : _inverse.Seen(Orientation);
    }

    /// <summary>Begins a step of rotation: turns from the angular velocity to the one that the step turns with.</summary>
    internal void BeginTurn(double step)
    {
        var speed = AngularVelocity.Length;
        if (speed > FastestSpin)
        {
            AngularVelocity *= FastestSpin / speed;
        }

        if (_isRound)
        {
            return;
        }

        var spin = Orientation.TurnBack(AngularVelocity);
        var mean = Gyroscope.Mean(spin, _mass.Inertia, _inverse, step);
        Lag = Orientation.Turn(_mass.Inertia * (spin - mean));
        AngularVelocity = Orientation.Turn(mean);
    }

    /// <summary>Moves on with the speeds as they are, and keeps the angular momentum.</summary>
    internal void Move(double step)
    {
        (MoveBy, TurnBy) = (Velocity, AngularVelocity);
        Position += Velocity * step;
        if (_isRound)
        {
            Orientation = Orientation.After(AngularVelocity, step);
            return;
        }

        var momentum = Spin + Lag;
        var energy = Vector3d.Dot(momentum, InverseInertia * momentum);
        Orientation = Orientation.After(AngularVelocity, step);
        InverseInertia = _inverse.Seen(Orientation);
        AngularVelocity = InverseInertia * momentum;
        Lag = default;

        // What a hard hit in the step has made spin too fast for the midpoint rule gains no energy by that.
        var gained = Vector3d.Dot(momentum, AngularVelocity);
        if (gained > 1.001 * energy)
        {
            AngularVelocity *= Math.Sqrt(energy / gained);
        }
    }
}
