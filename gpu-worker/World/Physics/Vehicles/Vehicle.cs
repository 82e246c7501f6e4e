namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>
/// Four wheels that carry a chassis over level ground: springs hold it up, and all that drives, brakes and turns it is the friction of
/// its tyres. The chassis is a body whose mass is the whole vehicle's; its front is +z.
/// </summary>
public sealed class Vehicle : Influence
{
    // Spring deflection under its own weight, and a wheel's radius of gyration, in radii of a wheel.
    private const double Sag = 0.3;
    private const double Gyration = 0.8;

    // Slip stiffness per load of a road tyre.
    private const double Stiffness = 16;

    private readonly double _rear;
    private readonly double _weight;

    /// <summary>Sets a chassis on wheels, at rest on its springs when the chassis is at its height at rest.</summary>
    /// <param name="chassis">The body that they carry.</param>
    /// <param name="hubs">Middles of four wheels at rest, from its centre of mass: two in front of it and two behind, left and right.</param>
    /// <param name="radius">Of a wheel, in metres.</param>
    /// <param name="wheelMass">Of a wheel, in kilograms; for how it spins up.</param>
    /// <param name="friction">Coulomb coefficient of tyres and road.</param>
    /// <param name="gravity">Free fall in m/s2.</param>
    public Vehicle(Body chassis, IReadOnlyList<Vector3d> hubs, double radius, double wheelMass, double friction, double gravity = 9.81)
    {
        Chassis = chassis;
        _weight = chassis.Mass.Mass * gravity;
        double front = hubs.Max(hub => hub.Z), left = hubs.Max(hub => hub.X), right = hubs.Min(hub => hub.X);
        _rear = hubs.Min(hub => hub.Z);
        Wheelbase = front - _rear;
        Friction = friction;
        Wheels =
        [
            .. hubs.Select(hub => new RoadWheel(
                hub, radius, wheelMass * Gyration * Gyration * radius * radius,
                Suspension.Of(_weight * (hub.Z > 0 ? -_rear : front) / Wheelbase * (hub.X > 0 ? -right : left) / (left - right), Sag * radius, gravity),
                new(friction, Stiffness, radius))),
        ];
        foreach (var wheel in Wheels)
        {
            wheel.Spin = Speed / radius;
        }
    }

    /// <summary>The body that the wheels carry.</summary>
    public Body Chassis { get; }

    /// <summary>The wheels, in the order of their hubs.</summary>
    public IReadOnlyList<RoadWheel> Wheels { get; }

    /// <summary>Distance of the axles in metres.</summary>
    public double Wheelbase { get; }

    /// <summary>Coulomb coefficient of tyres and road.</summary>
    public double Friction { get; }

    /// <summary>Metres a second forwards.</summary>
    public double Speed => Vector3d.Dot(Chassis.Velocity, Chassis.Orientation.Turn(new(0, 0, 1)));

    /// <summary>The middle of the rear axle at rest, from the centre of mass.</summary>
    public Vector3d RearAxle => new(0, 0, _rear);

    /// <summary>The gearbox between engine and rear wheels.</summary>
    public Gearbox Gearbox { get; } = new();

    /// <summary>What the driver sets now.</summary>
    public Controls Controls { get; set; }

    /// <summary>Who sets <see cref="Controls"/> in each step; null for nobody.</summary>
    public Driver? Driver { get; init; }

    /// <inheritdoc/>
    public override void Act(Simulation simulation, double step)
    {
        if (!Chassis.Moves)
        {
            return;
        }

        Controls = Driver?.Drive(this, step) ?? Controls;
        var curvature = Math.Tan(Controls.Steering) / Wheelbase;
        Vector3d force = default, torque = default;
        var driven = 0.0;
        foreach (var wheel in Wheels)
        {
            // Ackermann: all axles point at one centre, which lies on the line of the rear axle.
            wheel.Steering = Math.Atan((wheel.Hub.Z - _rear) * curvature / (1 - (wheel.Hub.X * curvature)));
            var share = wheel.Load > 0 ? wheel.Load / _weight : wheel.Suspension.Load / _weight;
            wheel.Act(Chassis, simulation.GroundHeight, wheel.Hub.Z < 0 ? 0.5 * Controls.Drive : 0, share * Controls.Brake, step);
            var push = wheel.Friction + new Vector3d(0, wheel.Load, 0);
            driven += wheel.Hub.Z < 0 ? 0.5 * wheel.Spin : 0;
            force += push;
            torque += Vector3d.Cross(wheel.Patch, push);
        }

        Gearbox.Follow(driven);
        Chassis.Push(force * step, default);
        Chassis.Twist(torque * step);
    }
}
