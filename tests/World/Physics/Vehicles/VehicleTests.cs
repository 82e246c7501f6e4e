using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Vehicles;

namespace SoraFunctions.World.Tests.Physics.Vehicles;

public sealed class VehicleTests
{
    private const double Friction = 0.8, Grip = Friction * 9.81, Wheelbase = 2.6, Track = 1.5, Radius = 0.32, Height = 0.5;

    [Fact]
    public void A_vehicle_at_rest_stands_still()
    {
        var (vehicle, simulation) = Standing(0);
        simulation.Run(5);
        Assert.Equal(Height, vehicle.Chassis.Position.Y, 0.001);
        Assert.True((vehicle.Chassis.Position with { Y = 0 }).Length < 1e-6, $"{vehicle.Chassis.Position}");
        Assert.True(vehicle.Chassis.Velocity.Length < 1e-6);
        Assert.Equal(vehicle.Chassis.Mass.Mass * 9.81, vehicle.Wheels.Sum(wheel => wheel.Load), 1);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(-0.5)]
    public void A_slow_vehicle_turns_on_the_radius_of_the_bicycle_model(double steering)
    {
        var (vehicle, simulation) = Standing(1.5);
        vehicle.Controls = new(steering, 0, 0);
        simulation.Run(2);
        var rear = vehicle.Chassis.VelocityAt(vehicle.Chassis.Orientation.Turn(vehicle.RearAxle));
        Assert.InRange(rear.Length / vehicle.Chassis.AngularVelocity.Y * Math.Tan(steering) / Wheelbase, 0.97, 1.03);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    public void Locked_wheels_stop_it_within_the_distance_of_friction(double speed)
    {
        var (vehicle, simulation) = Standing(speed);
        vehicle.Controls = new(0, 0, 1e5);
        simulation.Run((speed / Grip) + 2);
        Assert.Equal(0, vehicle.Speed, 0.01);
        var distance = speed * speed / (2 * Grip);
        Assert.InRange(vehicle.Chassis.Position.Z, 0.95 * distance, 1.05 * distance);
        Assert.All(vehicle.Wheels, wheel => Assert.Equal(0, wheel.Spin, 0.01));
    }

    [Fact]
    public void Its_tyres_never_pull_it_with_more_than_friction_and_too_fast_a_curve_goes_wide()
    {
        var (vehicle, simulation) = Standing(20);
        vehicle.Controls = new(0.2, 0, 0);
        var radius = Wheelbase / Math.Tan(0.2);
        var before = vehicle.Chassis.Velocity;
        double turned = 0, travelled = 0;
        simulation.Run(1.5, () =>
        {
            var acceleration = (vehicle.Chassis.Velocity - before) with { Y = 0 } / Scene.Step;
            before = vehicle.Chassis.Velocity;
            Assert.True(acceleration.Length <= Friction * vehicle.Wheels.Sum(wheel => wheel.Load) / vehicle.Chassis.Mass.Mass * 1.001);
            Assert.All(vehicle.Wheels, wheel => Assert.True(wheel.Friction.Length <= (Friction * wheel.Load) + 1e-6));
            turned += vehicle.Chassis.AngularVelocity.Y * Scene.Step;
            travelled += vehicle.Chassis.Velocity.Length * Scene.Step;
        });
        Assert.True(travelled / turned > 1.5 * radius, $"{travelled / turned} m round instead of {radius}");
        Assert.True(vehicle.Chassis.Orientation.Turn(Vector3d.UnitY).Y > 0.95);
    }

    [Fact]
    public void In_a_curve_it_leans_out_and_its_outer_wheels_carry_more()
    {
        var (vehicle, simulation) = Standing(7);
        vehicle.Controls = new(0.2, 0, 0);
        simulation.Run(1.5);

        // It turns to the left: its right wheels, on the side of -x, are the outer ones.
        var inner = vehicle.Wheels.Where(wheel => wheel.Hub.X > 0).Sum(wheel => wheel.Load);
        var outer = vehicle.Wheels.Where(wheel => wheel.Hub.X < 0).Sum(wheel => wheel.Load);
        var lateral = vehicle.Chassis.AngularVelocity.Y * vehicle.Speed;
        Assert.True(lateral > 2);
        Assert.InRange((outer - inner) / (vehicle.Chassis.Mass.Mass * lateral * Height * 2 / Track), 0.9, 1.2);
        Assert.True(vehicle.Chassis.Orientation.Turn(new(1, 0, 0)).Y > 0.01);
    }

    [Fact]
    public void Braking_presses_on_the_front_wheels_and_driving_on_the_rear_ones()
    {
        foreach (var (controls, front) in new[] { (new Controls(0, 0, 0.4 * Grip * 1300 * Radius), true), (new Controls(0, 0.3 * Grip * 1300 * Radius, 0), false) })
        {
            var (vehicle, simulation) = Standing(15);
            vehicle.Controls = controls;
            simulation.Run(1);
            Assert.Equal(front, vehicle.Wheels.Take(2).Sum(wheel => wheel.Load) > vehicle.Wheels.Skip(2).Sum(wheel => wheel.Load));
        }
    }

    [Theory]
    [InlineData(0.35, 14)]
    [InlineData(0.05, 10)]
    [InlineData(-0.6, 6)]
    public void Without_an_engine_its_energy_only_falls(double steering, double speed)
    {
        var (vehicle, simulation) = Standing(speed);
        vehicle.Controls = new(steering, 0, 0);
        var start = Energy(vehicle, simulation);
        var least = start;
        simulation.Run(3, () =>
        {
            // Springs and bristles lend and give back; what they hold is small.
            var now = Energy(vehicle, simulation);
            Assert.True(now < least + (0.004 * start), $"{simulation.Time}: {now} J after {least} J");
            least = Math.Min(least, now);
        });
    }

    [Fact]
    public void A_toy_and_a_lorry_drive_as_steadily()
    {
        foreach (var scale in new[] { 0.03, 0.2, 3 })
        {
            var pace = Math.Sqrt(scale);
            var (vehicle, simulation) = Standing(6 * pace, scale);
            vehicle.Controls = new(0.2, 0, 0);
            simulation.Run(2 * pace);
            vehicle.Controls = new(0.2, 0, 1e5 * Math.Pow(scale, 4));
            simulation.Run(3 * pace);
            Assert.True(vehicle.Chassis.Velocity.Length < 0.01 * pace, $"{scale}: {vehicle.Chassis.Velocity}");
            Assert.Equal(Height * scale, vehicle.Chassis.Position.Y, 0.01 * scale);
        }
    }

    [Fact]
    public void A_driver_follows_a_course_and_stops_at_its_end()
    {
        var course = new Course(0, 0, 0.6, [(30, 0), (8, -0.14), (4, 0.1)]);
        var begin = course.At(12);
        var speed = 0.85 * Math.Sqrt(Grip / 0.14);
        var chassis = Chassis(1);
        chassis.Orientation = Rotation.About(Vector3d.UnitY, begin.Heading);
        chassis.Position = new Vector3d(begin.X, Height, begin.Z) + chassis.Orientation.Turn(new(0, 0, 0.5 * Wheelbase));
        chassis.Velocity = chassis.Orientation.Turn(new(0, 0, speed));
        var vehicle = new Vehicle(chassis, Hubs(1), Radius, 19, Friction) { Driver = new Driver(course, 12, speed, 0.4 * Grip) };
        new Simulation([chassis], new(0.6, 0.2)) { Influences = [vehicle] }.Run(8);
        var rear = chassis.Position + chassis.Orientation.Turn(vehicle.RearAxle);
        Assert.True((rear with { Y = 0 }).Length < 0.25, $"{rear}");
        Assert.Equal(0.6, chassis.Orientation.Yaw(), 0.1);
        Assert.True(chassis.Velocity.Length < 1e-3);
    }

    private static (Vehicle Vehicle, Simulation Simulation) Standing(double speed, double scale = 1)
    {
        var chassis = Chassis(scale);
        chassis.Velocity = new(0, 0, speed);
        var vehicle = new Vehicle(chassis, Hubs(scale), Radius * scale, 19 * scale * scale * scale, Friction);
        return (vehicle, new Simulation([chassis], new(0.6, 0.2)) { Influences = [vehicle] });
    }

    private static Body Chassis(double scale)
    {
        var size = new Vector3d(1.7, 0.6, 4) * scale;
        return new()
        {
            Shape = Hull.Block(size, 0.002 * scale),
            Mass = MassProperties.Block(size, 1300 * scale * scale * scale / (size.X * size.Y * size.Z)),
            Surface = new(0.4, 0.2),
            Position = new(0, Height * scale, 0),
        };
    }

    private static Vector3d[] Hubs(double scale) =>
        [.. from z in new[] { 1, -1 } from x in new[] { 1, -1 } select new Vector3d(x * Track / 2, Radius - Height, z * Wheelbase / 2) * scale];

    private static double Energy(Vehicle vehicle, Simulation simulation) =>
        simulation.Energy + vehicle.Wheels.Sum(wheel => 0.5 * 19 * 0.64 * Radius * Radius * wheel.Spin * wheel.Spin);
}
