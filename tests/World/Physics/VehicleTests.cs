using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Vehicles;

namespace SoraFunctions.World.Tests.Physics;

public sealed class VehicleTests
{
    private const double Friction = 0.7;
    private static readonly Surface _tyre = new(Friction, 0);

    [Fact]
    public void It_stands_on_its_springs_and_drives_straight_at_the_speed_it_is_told()
    {
        var (vehicle, simulation) = Make();
        simulation.Run(1);
        Assert.Equal(0.62, vehicle.Bodies[0].Position.Y, 0.05);
        vehicle.Steer(5, 300, 0);
        simulation.Run(3);
        Assert.Equal(5, vehicle.Bodies[0].Velocity.Z, 0.1);
        Assert.Equal(0, vehicle.Bodies[0].Position.X, 0.05);
        Assert.InRange(vehicle.Bodies[0].Orientation.Turn(Vector3d.UnitY).Y, 0.999, 1);
    }

    [Fact]
    public void A_slow_curve_has_the_radius_of_its_steering()
    {
        var radius = 2.4 / Math.Tan(0.3);
        Assert.Equal(radius, Curve(3, 0.3).Radius, 0.06 * radius);
    }

    [Fact]
    public void No_curve_asks_for_more_than_friction_times_gravity()
    {
        var (speed, radius) = Curve(9, 0.3);
        Assert.True(radius > 2.4 / Math.Tan(0.3));
        Assert.InRange(speed * speed / radius, 0.4 * Friction * 9.81, 1.03 * Friction * 9.81);
    }

    private static (double Speed, double Radius) Curve(double speed, double steering)
    {
        var (vehicle, simulation) = Make();
        foreach (var body in vehicle.Bodies)
        {
            body.Velocity = new(0, 0, speed);
        }

        simulation.Run(0.5);
        vehicle.Steer(speed, 400, steering);
        simulation.Run(2.5);
        var chassis = vehicle.Bodies[0];
        double pace = 0, turn = 0, heading = Math.Atan2(chassis.Velocity.X, chassis.Velocity.Z);
        const int steps = 960;
        simulation.Run(steps * Scene.Step, () =>
        {
            pace += chassis.Velocity.Length / steps;
            var next = Math.Atan2(chassis.Velocity.X, chassis.Velocity.Z);
            turn += Math.IEEERemainder(next - heading, 2 * Math.PI);
            heading = next;
        });
        return (pace, pace / Math.Abs(turn));
    }

    private static (Vehicle Vehicle, Simulation Simulation) Make()
    {
        var chassis = Scene.Block(new(1.5, 0.4, 3.6), new(0, 0.65, 0), _tyre, 350);
        var vehicle = new Vehicle(chassis, 0, new(0.75, -0.3, 1.2), 0.33, 0.2, _tyre);
        return (vehicle, new Simulation(vehicle.Bodies, _tyre, vehicle.Wheels));
    }
}
