using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics;

/// <summary>A rigid body. Its origin is its centre of mass.</summary>
public sealed class Body
{
    /// <summary>Its collision shape.</summary>
    public required Shape Shape { get; init; }

    /// <summary>How it behaves in contact.</summary>
    public required Surface Surface { get; init; }

    /// <summary>How it resists; its centre of mass must be the origin of its space.</summary>
    public required MassProperties Mass { get; init; }

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
        0.5 * ((Mass.Mass * Velocity.LengthSquared) +
            Vector3d.Dot(AngularVelocity, Mass.Inertia.Seen(Orientation) * AngularVelocity));

    internal bool Moves => Motor is null && !Asleep && !Parked && Present;

    internal bool Parked { get; set; }

    internal bool Touching { get; set; }

    internal Vector3d MoveBy { get; set; }

    internal Vector3d TurnBy { get; set; }

    internal double StillFor { get; set; }

    internal int Island { get; set; }

    internal double InverseMass { get; set; }

    internal Symmetric3 InverseInertia { get; set; }

    /// <summary>Speed of the point of the body that is at an offset from its centre.</summary>
    internal Vector3d VelocityAt(Vector3d offset) => Velocity + Vector3d.Cross(AngularVelocity, offset);

    /// <summary>Changes speed by an impulse in newton seconds that acts at an offset from the centre.</summary>
    internal void Push(Vector3d impulse, Vector3d offset)
    {
        Velocity += impulse * InverseMass;
        AngularVelocity += InverseInertia * Vector3d.Cross(offset, impulse);
    }
}
