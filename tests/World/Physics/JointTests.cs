using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Tests.Physics;

public sealed class JointTests
{
    private static readonly Surface _plain = new(0.5, 0.2);
    private static readonly Vector3d _rod = new(0.3, 0.04, 0.06);

    [Fact]
    public void A_chain_that_tumbles_in_free_flight_keeps_momentum_angular_momentum_energy_and_its_anchors()
    {
        var bodies = Chain(5, new(0, 2, 0), new Ball { Margin = 0.002 });
        bodies[0].AngularVelocity = new(2, 9, 4);
        bodies[2].Velocity = new(0, 1, 3);
        bodies[4].AngularVelocity = new(-3, 1, 8);
        var simulation = new Simulation(bodies, _plain, Links(bodies)) { Gravity = default };
        simulation.Run(0.02);
        var (energy, momentum, spin) = (simulation.Energy, simulation.Momentum, simulation.AngularMomentum);
        double worst = 0;
        simulation.Run(3, () => worst = Math.Max(worst, Apart(simulation)));
        Assert.Empty(simulation.Touches);
        Assert.Equal(0, (simulation.Momentum - momentum).Length, 1e-9);
        Assert.Equal(0, (simulation.AngularMomentum - spin).Length, 1e-6 * spin.Length);
        Assert.Equal(energy, simulation.Energy, 0.005 * energy);
        Assert.InRange(worst, 0, 1e-4);
    }

    [Fact]
    public void A_compound_pendulum_swings_with_the_period_of_its_inertia()
    {
        var rod = Scene.Block(_rod, new(0.15, 2, 0), _plain);
        var turn = Rotation.About(new(0, 0, 1), (-Math.PI / 2) + 0.1);
        (rod.Position, rod.Orientation) = (new Vector3d(0, 2, 0) + turn.Turn(new(0.15, 0, 0)), turn);
        var (a, b) = JointFrame.Between(null, rod, new(0, 2, 0), new(0, 0, 1));
        var simulation = new Simulation([rod], _plain, [new HingeJoint(-1, 0, a, b)]);
        var inertia = rod.Mass.Inertia.ZZ + (rod.Mass.Mass * 0.15 * 0.15);
        var period = 2 * Math.PI * Math.Sqrt(inertia / (rod.Mass.Mass * 9.81 * 0.15)) * (1 + (0.01 / 16));
        Assert.Equal(period, Period(simulation, rod, 8), 0.001 * period);
    }

    [Fact]
    public void A_hinge_stops_at_its_limits()
    {
        var rod = Scene.Block(_rod, new(0.15, 2, 0), _plain);
        var (a, b) = JointFrame.Between(null, rod, new(0, 2, 0), new(0, 0, 1));
        var hinge = new HingeJoint(-1, 0, a, b) { Lowest = -0.5, Highest = 0.3 };
        double lowest = 0;
        new Simulation([rod], _plain, [hinge]).Run(3, () => lowest = Math.Min(lowest, hinge.Angle));
        Assert.InRange(lowest, -0.502, -0.498);
        Assert.Equal(-0.5, hinge.Angle, 0.002);
    }

    [Fact]
    public void A_drive_reaches_its_target_without_swinging_over_and_never_uses_more_than_its_strength()
    {
        var rod = Scene.Block(_rod, new(0.15, 2, 0), _plain);
        var (a, b) = JointFrame.Between(null, rod, new(0, 2, 0), new(0, 0, 1));
        var inertia = rod.Mass.Inertia.ZZ + (rod.Mass.Mass * 0.15 * 0.15);
        var hinge = new HingeJoint(-1, 0, a, b) { Drive = Drive.Reaching(20, inertia, 0.5), TargetAngle = 1.2 };
        double highest = 0;
        new Simulation([rod], _plain, [hinge]) { Gravity = default }.Run(2, () => highest = Math.Max(highest, hinge.Angle));
        Assert.Equal(1.2, hinge.Angle, 0.005);
        Assert.InRange(highest, 1.15, 1.21);

        // A weak one cannot hold the rod against gravity.
        rod = Scene.Block(_rod, new(0.15, 2, 0), _plain);
        var weight = rod.Mass.Mass * 9.81 * 0.15;
        hinge = new HingeJoint(-1, 0, a, b) { Drive = new(0.5 * weight, 1e6, 1e3) };
        new Simulation([rod], _plain, [hinge]).Run(0.5);
        Assert.True(hinge.Angle < -0.3);
    }

    [Fact]
    public void A_motor_spins_two_bodies_against_each_other_without_net_angular_momentum()
    {
        Body[] bodies = [Scene.Can(0.1, 0.1, new(0, 1, 0), _plain), Scene.Can(0.05, 0.1, new(0, 1.1, 0), _plain)];
        var (a, b) = JointFrame.Between(bodies[0], bodies[1], new(0, 1.05, 0), Vector3d.UnitY);
        var hinge = new HingeJoint(0, 1, a, b) { Drive = Drive.Turning(0.5), TargetSpeed = 20 };
        var simulation = new Simulation(bodies, _plain, [hinge]) { Gravity = default };
        simulation.Run(1);
        Assert.Equal(20, (bodies[1].AngularVelocity - bodies[0].AngularVelocity).Y, 0.01);
        Assert.Equal(0, simulation.AngularMomentum.Length, 1e-9);
    }

    [Fact]
    public void Welded_bodies_fly_as_one()
    {
        var bodies = Chain(2, new(0, 2, 0));
        bodies[0].AngularVelocity = bodies[1].AngularVelocity = new(3, 5, 0);
        var (a, b) = JointFrame.Between(bodies[0], bodies[1], new(0.15, 2, 0), new(1, 0, 0));
        new Simulation(bodies, _plain, [new WeldJoint(0, 1, a, b)]) { Gravity = default }.Run(2);
        var turn = (bodies[0].Orientation.Inverse * bodies[1].Orientation).RotationVector;
        Assert.InRange(turn.Length, 0, 2e-4);
        Assert.Equal(0.3, bodies[0].Orientation.TurnBack(bodies[1].Position - bodies[0].Position).X, 1e-4);
    }

    [Fact]
    public void A_weld_that_takes_hold_in_flight_draws_its_bodies_together_without_a_blow()
    {
        var bodies = Chain(2, new(0, 2, 0));
        var (a, b) = JointFrame.Between(bodies[0], bodies[1], new(0.15, 2, 0), new(1, 0, 0));
        var weld = new WeldJoint(0, 1, a, b) { Holds = false };
        bodies[1].Position += new Vector3d(0.05, 0.08, -0.03);
        bodies[1].Orientation = Rotation.About(new Vector3d(1, 2, 2).Unit(), 1.2);
        bodies[0].Velocity = new(1, 0, 0);
        bodies[1].AngularVelocity = new(3, 5, 0);
        var simulation = new Simulation(bodies, _plain, [weld]) { Gravity = default };
        simulation.Run(0.02);
        weld.Holds = true;
        double fastest = 0;
        simulation.Run(2, () => fastest = Math.Max(fastest, bodies.Max(body => body.Velocity.Length)));
        Assert.InRange(fastest, 0, 4);
        Assert.InRange(Apart(simulation), 0, 1e-4);
        Assert.InRange((bodies[0].Orientation.Inverse * bodies[1].Orientation).RotationVector.Length, 0, 1e-3);
    }

    [Theory]
    [InlineData(0.0002)]
    [InlineData(0.03)]
    public void Two_feet_that_are_welded_to_a_moving_board_at_once_neither_explode_nor_leave_it(double amiss)
    {
        // A trunk on two legs; the joints form a loop, and the places of the feet on the board do not quite suit the legs.
        var board = Scene.Block(new(0.8, 0.05, 0.3), new(0, 1, 0), _plain);
        var trunk = Scene.Block(new(0.3, 0.3, 0.15), new(0, 1.65, 0), _plain);
        Body[] legs = [.. new[] { -1, 1 }.Select(side => Scene.Block(new(0.08, 0.4, 0.08), new(0.1 * side, 1.26, 0), _plain))];
        Body[] bodies = [board, trunk, .. legs];
        List<Joint> joints = [];
        for (var i = 0; i < 2; i++)
        {
            var (hipA, hipB) = JointFrame.Between(trunk, legs[i], new(legs[i].Position.X, 1.5, 0), new(1, 0, 0));
            joints.Add(new HingeJoint(1, 2 + i, hipA, hipB) { Lowest = -0.5, Highest = 0.5 });
            var (footA, footB) = JointFrame.Between(board, legs[i], new(legs[i].Position.X + (amiss * legs[i].Position.X / 0.1), 1.03, amiss), new(1, 0, 0));
            joints.Add(new WeldJoint(0, 2 + i, footA, footB with { Anchor = new(0, -0.23, 0) }) { Holds = false });
        }

        board.Velocity = new(1, 0, 0.5);
        board.AngularVelocity = new(0.5, 1, 2);
        trunk.Velocity = new(-0.5, -1, 0);
        var simulation = new Simulation(bodies, _plain, joints) { Gravity = default };
        simulation.Run(0.03);
        foreach (var weld in joints.OfType<WeldJoint>())
        {
            weld.Holds = true;
        }

        double fastest = 0;
        simulation.Run(6, () => fastest = Math.Max(fastest, bodies.Max(body => double.IsNaN(body.Velocity.X) ? double.MaxValue : body.Velocity.Length)));
        Assert.InRange(fastest, 0, 6);
        Assert.InRange(Apart(simulation), 0, (1.5 * amiss) + 1e-3);
    }

    [Fact]
    public void A_limb_stays_in_its_cone_and_between_its_twists()
    {
        var limb = Scene.Block(new(0.04, 0.3, 0.05), new(0, 1.85, 0), _plain);
        limb.AngularVelocity = new(12, 25, 6);
        var (a, b) = JointFrame.Between(null, limb, new(0, 2, 0), new(0, -1, 0));
        var joint = new BallJoint(-1, 0, a, b) { Cone = 0.6, LowestTwist = -0.4, HighestTwist = 0.5 };
        double swing = 0, low = 0, high = 0;
        new Simulation([limb], _plain, [joint]).Run(4, () =>
        {
            swing = Math.Max(swing, joint.Swing);
            (low, high) = (Math.Min(low, joint.Twist), Math.Max(high, joint.Twist));
        });
        Assert.InRange(swing, 0.2, 0.61);
        Assert.InRange(low, -0.43, -0.3);
        Assert.InRange(high, 0.3, 0.53);
    }

    [Fact]
    public void A_ball_joint_is_driven_to_any_orientation()
    {
        var limb = Scene.Block(new(0.04, 0.3, 0.05), new(0, 1.85, 0), _plain);
        var (a, b) = JointFrame.Between(null, limb, new(0, 2, 0), new(0, -1, 0));
        var target = Rotation.About(new Vector3d(0.2, 0.5, 1).Unit(), 1.4);
        var joint = new BallJoint(-1, 0, a, b) { Drive = Drive.Reaching(50, 0.02, 0.3), Target = target };
        new Simulation([limb], _plain, [joint]) { Gravity = default }.Run(1.5);
        var seen = a.Orientation.Inverse * limb.Orientation * b.Orientation;
        Assert.InRange((seen * target.Inverse).RotationVector.Length, 0, 0.01);
    }

    [Fact]
    public void A_rope_goes_slack_and_a_rod_does_not()
    {
        double Nearest(bool rod)
        {
            var ball = Scene.Ball(0.03, new(0.2, 2.4, 0), _plain);
            double nearest = 1, farthest = 0;
            var rope = new RopeJoint(-1, 0, new(0, 2, 0), default, Math.Sqrt(0.2)) { IsRod = rod };
            new Simulation([ball], _plain, [rope]).Run(1, () =>
            {
                nearest = Math.Min(nearest, (ball.Position - new Vector3d(0, 2, 0)).Length);
                farthest = Math.Max(farthest, (ball.Position - new Vector3d(0, 2, 0)).Length);
            });
            Assert.InRange(farthest, 0, Math.Sqrt(0.2) + 1e-4);
            return nearest;
        }

        Assert.InRange(Nearest(true), Math.Sqrt(0.2) - 1e-4, 1);
        Assert.InRange(Nearest(false), 0, 0.35);
    }

    [Fact]
    public void A_joint_that_is_let_go_lets_its_body_fall()
    {
        var ball = Scene.Ball(0.03, new(0, 1, 0), _plain);
        var thread = new HangingThread(0, new(0, 2, 0), default, 1);
        var simulation = new Simulation([ball], _plain, [thread]);
        simulation.Run(0.5);
        Assert.Equal(1, ball.Position.Y, 1e-4);
        thread.Holds = false;
        simulation.Run(0.3);
        Assert.Equal(1 - (0.5 * 9.81 * 0.09), ball.Position.Y, 1e-3);
    }

    [Fact]
    public void A_ragdoll_comes_to_rest_and_falls_asleep()
    {
        var bodies = Chain(5, new(0, 0.6, 0));
        var simulation = new Simulation(bodies, _plain, Links(bodies));
        double worst = 0;
        simulation.Run(5, () => worst = Math.Max(worst, Apart(simulation)));
        Assert.All(bodies, body => Assert.True(body.Asleep));
        Assert.InRange(worst, 0, 5e-4);
    }

    private static Body[] Chain(int links, Vector3d middle, Shape? shape = null) =>
    [
        .. Enumerable.Range(0, links).Select(i => new Body
        {
            Shape = shape ?? Hull.Block(_rod, 0.002),
            Mass = MassProperties.Block(_rod, 600),
            Surface = _plain,
            Position = middle + new Vector3d(0.3 * (i - (0.5 * (links - 1))), 0, 0),
        }),
    ];

    private static Joint[] Links(Body[] chain) =>
        [.. Enumerable.Range(1, chain.Length - 1).Select(i => new BallJoint(i - 1, i, JointFrame.At(new(0.15, 0, 0)), JointFrame.At(new(-0.15, 0, 0))))];

    private static double Apart(Simulation simulation) =>
        simulation.Joints.Max(joint => joint.Gap(simulation.Bodies[joint.A], simulation.Bodies[joint.B]));

    private static double Period(Simulation simulation, Body bob, double seconds)
    {
        List<double> crossings = [];
        var before = bob.Position.X;
        simulation.Run(seconds, () =>
        {
            if (before > 0 && bob.Position.X <= 0)
            {
                crossings.Add(simulation.Time - (Scene.Step * bob.Position.X / (bob.Position.X - before)));
            }

            before = bob.Position.X;
        });
        return (crossings[^1] - crossings[0]) / (crossings.Count - 1);
    }
}
