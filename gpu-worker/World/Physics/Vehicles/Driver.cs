namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>Steers a vehicle along a course at a steady speed, and brakes so that it stops at its end. One driver drives once.</summary>
/// <param name="course">Where the middle of the rear axle is to go.</param>
/// <param name="start">Metres of the course behind the vehicle when it begins.</param>
/// <param name="speed">Metres a second.</param>
/// <param name="braking">Deceleration in m/s2.</param>
public sealed class Driver(Course course, double start, double speed, double braking)
{
    // Radians by which the front wheels turn in the vehicle's unit of time, half a second for a car; and most of their angle.
    private const double Turning = 0.8;
    private const double Lock = 0.62;

    private double _done = start;
    private bool _stopped;

    /// <summary>What the driver does now.</summary>
    /// <param name="vehicle">The vehicle.</param>
    /// <param name="step">Seconds until asked again.</param>
    public Controls Drive(Vehicle vehicle, double step)
    {
        var chassis = vehicle.Chassis;
        var arm = chassis.Orientation.Turn(vehicle.RearAxle);
        var place = chassis.Position + arm;
        var velocity = chassis.VelocityAt(arm);
        var pace = Math.Max(0, vehicle.Speed);
        var unit = Math.Sqrt(vehicle.Wheelbase / 9.81);

        // The nearest point of the course, by one step of Newton's method from the last.
        var (x, z, heading, _) = course.At(_done);
        _done += ((place.X - x) * Math.Sin(heading)) + ((place.Z - z) * Math.Cos(heading));
        (x, z, heading, _) = course.At(_done);

        // Where it moves counts, not where it points: near the limit of friction these differ.
        var aside = ((place.X - x) * Math.Cos(heading)) - ((place.Z - z) * Math.Sin(heading));
        var askew = pace > 0.2 * Math.Sqrt(9.81 * vehicle.Wheels[0].Radius) ? Math.IEEERemainder(Math.Atan2(velocity.X, velocity.Z) - heading, Math.Tau) : 0;
        var reach = (1.5 * vehicle.Wheelbase) + (0.6 * unit * pace);
        var curvature = course.At(_done + (0.45 * unit * pace)).Curvature - (aside / (reach * reach)) - (2 * askew / reach);
        var wanted = Math.Clamp(Math.Atan(vehicle.Wheelbase * curvature), -Lock, Lock);
        var (before, most) = (vehicle.Controls.Steering, Turning / unit * step);
        var steering = _stopped ? before : before + Math.Clamp(wanted - before, -most, most);
        return Pedals(vehicle, pace) with { Steering = steering };
    }

    private Controls Pedals(Vehicle vehicle, double pace)
    {
        var left = course.Length - _done;
        double mass = vehicle.Chassis.Mass.Mass, radius = vehicle.Wheels[0].Radius;
        var allowed = Math.Sqrt(2 * braking * Math.Max(0, left));
        _stopped |= left < 0.002 * vehicle.Wheelbase || (pace < 0.05 * Math.Sqrt(9.81 * radius) && left < 0.1 * vehicle.Wheelbase);
        if (_stopped)
        {
            return new(0, 0, vehicle.Friction * mass * 9.81 * radius);
        }

        var wanted = (allowed < speed ? -braking : 0) + (4 * (Math.Min(allowed, speed) - pace) * Math.Sqrt(9.81 / vehicle.Wheelbase));
        var torque = Math.Clamp(wanted, -0.95 * vehicle.Friction * 9.81, 0.4 * vehicle.Friction * 9.81) * mass * radius;
        return new(0, Math.Max(0, torque), Math.Max(0, -torque));
    }
}
