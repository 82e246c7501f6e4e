namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>A wheel of a vehicle, and what it does now.</summary>
/// <param name="hub">Its middle at rest, from the chassis's centre of mass, in metres; the chassis's front is +z, its left +x.</param>
/// <param name="radius">Metres.</param>
/// <param name="inertia">About its axle, in kg m2.</param>
/// <param name="suspension">What carries it.</param>
/// <param name="tyre">What it rolls on.</param>
public sealed class RoadWheel(Vector3d hub, double radius, double inertia, Suspension suspension, Tyre tyre)
{
    private Vector3d _bend;

    /// <summary>Its middle at rest, from the chassis's centre of mass.</summary>
    public Vector3d Hub => hub;

    /// <summary>Its suspension.</summary>
    public Suspension Suspension => suspension;

    /// <summary>Radius in metres.</summary>
    public double Radius => radius;

    /// <summary>Radians a second about its axle; positive is forwards.</summary>
    public double Spin { get; set; }

    /// <summary>Radians that it has turned about its axle.</summary>
    public double Angle { get; private set; }

    /// <summary>Steering angle in radians, to the left.</summary>
    public double Steering { get; internal set; }

    /// <summary>Metres that it is above its place in the chassis at rest.</summary>
    public double Rise { get; private set; }

    /// <summary>Normal force in newtons; 0 in the air.</summary>
    public double Load { get; private set; }

    /// <summary>Speed in m/s with which its tread slides over the road; 0 in the air.</summary>
    public double Slip { get; private set; }

    /// <summary>The road's friction on it in newtons.</summary>
    public Vector3d Friction { get; private set; }

    /// <summary>The contact patch, from the chassis's centre of mass, along the world's axes.</summary>
    internal Vector3d Patch { get; private set; }

    /// <summary>Where its middle is, and how it is turned.</summary>
    /// <param name="chassis">The chassis as it is now.</param>
    public (Vector3d Position, Rotation Orientation) Pose(Body chassis) => (
        chassis.Position + chassis.Orientation.Turn(hub + new Vector3d(0, Rise, 0)),
        chassis.Orientation * Rotation.About(Vector3d.UnitY, Steering) * Rotation.About(new(1, 0, 0), Angle));

    /// <summary>Goes on by a step: stands on the road, slips, is driven and braked.</summary>
    /// <param name="chassis">The chassis at the beginning of the step.</param>
    /// <param name="ground">Height of the road.</param>
    /// <param name="drive">Torque in newton metres.</param>
    /// <param name="brake">Most torque of its brake in newton metres.</param>
    /// <param name="step">Seconds.</param>
    internal void Act(Body chassis, double ground, double drive, double brake, double step)
    {
        var up = chassis.Orientation.Turn(Vector3d.UnitY);
        var axle = chassis.Orientation.Turn(Rotation.About(Vector3d.UnitY, Steering).Turn(new(1, 0, 0)));
        var place = chassis.Orientation.Turn(hub);

        // The lowest point of a leaning disc.
        var tall = radius * Math.Sqrt(Math.Max(0, 1 - (axle.Y * axle.Y)));
        var upright = Math.Max(up.Y, 0.2);
        var rise = (ground + tall - chassis.Position.Y - place.Y) / upright;
        Rise = Math.Max(rise, -suspension.Sag);
        Patch = place + (up * Rise) + new Vector3d(0, -tall, 0);
        var speed = chassis.VelocityAt(Patch);
        Load = up.Y > 0 ? suspension.Force(rise, -speed.Y / upright) : 0;

        var forward = Vector3d.Cross(axle, Vector3d.UnitY).Unit();
        speed = speed with { Y = 0 };
        var slip = speed - (forward * (Spin * radius));
        Slip = Load > 0 ? slip.Length : 0;
        if (Load > 0)
        {
            _bend = tyre.Bent(_bend, slip, Spin * radius, step);
            Friction = tyre.Force(_bend, slip, Load, Damping(speed.Length, step));
        }
        else
        {
            (_bend, Friction) = (default, default);
        }

        var torque = drive - (Vector3d.Dot(Friction, forward) * radius);
        var free = Spin + (torque * step / inertia);
        Spin = Math.Sign(free) * Math.Max(0, Math.Abs(free) - (brake * step / inertia));
        Angle = Math.IEEERemainder(Angle + (Spin * step), Math.Tau);
    }

    // Rubber damps what rocks on standing bristles; on a rolling wheel the rolling does. Never so much that a step overshoots.
    private double Damping(double speed, double step)
    {
        var pace = Math.Sqrt(9.81 * tyre.Relaxation);
        var most = Load * Math.Sqrt(tyre.Stiffness / (9.81 * tyre.Relaxation));
        return Math.Min(most, 0.5 * inertia / (radius * radius * step)) * Math.Max(0, 1 - (speed / pace));
    }
}
