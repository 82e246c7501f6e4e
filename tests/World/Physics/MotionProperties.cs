using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Benchmarks.Physics;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Tests.Physics;

/// <summary>What holds whatever the scene.</summary>
public sealed class MotionProperties
{
    /// <summary>Metres by which the forces of a contact may pass each other by: within a step a body slides on over where it was touched.</summary>
    private const double Lever = 2.5e-3;

    private static readonly Config _few = Config.QuickThrowOnFailure.WithMaxTest(12);

    [Fact]
    public void The_same_scene_gives_the_same_bits_twice() => Holds(seed =>
    {
        static (Vector3d, Rotation)[] Poses(int seed)
        {
            var simulation = RandomScene.Of(seed).Simulation;
            simulation.Run(0.3);
            return [.. simulation.Bodies.Select(body => (body.Position, body.Orientation))];
        }

        return Poses(seed).SequenceEqual(Poses(seed));
    });

    [Fact]
    public void Two_bodies_that_collide_in_space_keep_their_momentum_to_the_last_digits() => Holds(seed => Collision(seed) is
        { Momentum: < 1e-9, Energy: <= 1e-9, Spin: var spin, Impulse: var impulse } && spin <= Lever * impulse + 1e-9);

    [Fact]
    public void Two_bodies_that_collide_in_space_keep_their_angular_momentum_to_two_thousandths_in_99_of_100_scenes() =>
        Assert.InRange(Enumerable.Range(0, 500).Count(seed => Collision(seed) is { Spin: var spin, Whole: var whole } && spin < 2e-3 * (whole + 0.1)), 495, 500);

    /// <summary>
    /// What two bodies changed by colliding: momentum by mass and 4 m/s, angular momentum, part of the energy; and the impulse that they
    /// exchanged and the angular momentum that they had.
    /// </summary>
    private static (double Momentum, double Spin, double Energy, double Impulse, double Whole) Collision(int seed)
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        var surface = new Surface(Between(0, 0.9), Between(0, 1));
        var one = Scene.Block(new(Between(0.05, 0.2), 0.1, 0.15), new(-0.4, 0, 0), surface, Between(200, 3000));
        var two = Scene.Ball(Between(0.04, 0.1), new(0.4, Between(-0.05, 0.05), 0), surface, Between(200, 3000));
        (one.Velocity, two.Velocity, one.AngularVelocity) = (new(Between(1, 4), 0, 0), new(-Between(1, 4), 0, 0), new(3, 1, Between(-5, 5)));
        var simulation = new Simulation([one, two], surface) { Gravity = default, GroundHeight = double.NegativeInfinity };
        var (momentum, spin, energy, velocity) = (simulation.Momentum, simulation.AngularMomentum, simulation.Energy, one.Velocity);
        simulation.Run(0.6);
        return ((simulation.Momentum - momentum).Length / (one.Mass.Mass * 4), (simulation.AngularMomentum - spin).Length,
            (simulation.Energy / energy) - 1, (one.Velocity - velocity).Length * one.Mass.Mass, spin.Length);
    }

    [Fact]
    public void A_free_body_keeps_energy_and_angular_momentum_however_it_tumbles() => Holds(seed =>
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        var body = Scene.Block(new(Between(0.02, 0.3), Between(0.02, 0.3), Between(0.02, 0.3)), default, new(0.5, 0.5));
        body.AngularVelocity = new(Between(-40, 40), Between(-40, 40), Between(-40, 40));
        var simulation = new Simulation([body], new(0.5, 0.5)) { Gravity = default, GroundHeight = double.NegativeInfinity };
        var (spin, energy) = (body.Spin, body.KineticEnergy);
        simulation.Run(2);
        return (body.Spin - spin).Length < 1e-9 * spin.Length && Math.Abs(body.KineticEnergy - energy) < 1e-9 * energy;
    });

    [Fact]
    public void A_spinning_top_precesses_with_its_weight_over_its_spin() => Holds(seed =>
    {
        var (arm, spin) = (0.05 + (0.01 * (seed % 5)), 300.0 + (10 * (seed % 7)));
        var wheel = new Body
        {
            Shape = new Ball { Margin = 0.005 },
            Mass = MassProperties.Cylinder(0.06, 0.01, 2000).Placed(Rotation.About(new(0, 0, 1), Math.PI / 2), default),
            Surface = new(0.5, 0),
            Position = new(arm, 1, 0),
        };
        var mass = wheel.Mass.Mass;
        var slow = mass * 9.81 * arm / (wheel.Mass.Inertia.XX * spin);
        wheel.AngularVelocity = new(spin, slow, 0);
        wheel.Velocity = new(0, 0, -slow * arm);
        var simulation = new Simulation([wheel], new(0.5, 0), [new BallJoint(-1, 0, JointFrame.At(new(0, 1, 0)), JointFrame.At(new(-arm, 0, 0)))]);
        simulation.Run(0.5);
        var turned = Math.Atan2(-wheel.Position.Z, wheel.Position.X);
        return Math.Abs(Math.IEEERemainder(turned - (0.5 * slow), 2 * Math.PI)) < 0.02 * 0.5 * slow && Math.Abs(wheel.Position.Y - 1) < 0.1 * arm;
    });

    private static void Holds(Func<int, bool> law) => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), law).Check(_few);
}
