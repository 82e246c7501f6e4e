using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Tests.Physics;

public sealed class TruthTests
{
    private static readonly Surface _plain = new(0.5, 0.5);

    [Fact]
    public void A_ball_falls_as_Galileo_says()
    {
        var ball = Scene.Ball(0.05, new(0, 30, 0), _plain);
        var simulation = new Simulation([ball], _plain);
        simulation.Run(2);
        Assert.Equal(30 - (0.5 * 9.81 * 4), ball.Position.Y, 1e-6);
    }

    [Theory]
    [InlineData(-0.7)]
    [InlineData(0.4)]
    public void The_ground_lies_at_its_height(double height)
    {
        var ball = Scene.Ball(0.05, new(0, 0.6, 0), _plain);
        new Simulation([ball], _plain) { GroundHeight = height }.Run(3);
        Assert.Equal(height + 0.05, ball.Position.Y, 1e-3);
    }

    [Fact]
    public void Without_a_ground_everything_falls_on()
    {
        var ball = Scene.Ball(0.05, new(0, 0.1, 0), _plain);
        new Simulation([ball], _plain) { GroundHeight = double.NegativeInfinity }.Run(1);
        Assert.Equal(0.1 - (0.5 * 9.81), ball.Position.Y, 1e-6);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public void A_ball_rebounds_with_its_restitution(double restitution)
    {
        var surface = new Surface(0.5, restitution);
        var ball = Scene.Ball(0.05, new(0, 1.05, 0), surface);
        var simulation = new Simulation([ball], surface);
        double highest = 0;
        simulation.Run(1.2, () => highest = simulation.Touches.Count == 1 ? Math.Max(highest, ball.Position.Y) : highest);
        Assert.Equal(restitution, Math.Sqrt((highest - 0.05) / 1.0), 0.003);
        Assert.Equal(Math.Sqrt(2 * 1.0 / 9.81), simulation.Touches[0].Time, 1e-4);
        Assert.Equal(Math.Sqrt(2 * 9.81 * 1.0), simulation.Touches[0].Speed, 0.003);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void A_sliding_block_stops_after_v2_over_2_mu_g(double friction)
    {
        var surface = new Surface(friction, 0);
        var block = Scene.Block(new(0.2, 0.05, 0.2), new(0, 0.025, 0), surface);
        block.Velocity = new(2, 0, 0);
        var simulation = new Simulation([block], surface);
        simulation.Run(3);
        Assert.Equal(4 / (2 * friction * 9.81), block.Position.X, 0.01 * 4 / (2 * friction * 9.81));
        Assert.Equal(0, block.Position.Z, 1e-3);
        Assert.True(block.Asleep);
    }

    [Fact]
    public void A_block_slides_down_an_incline_with_g_sin_minus_mu_cos_and_sticks_on_a_shallow_one()
    {
        double Distance(double degrees)
        {
            var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
            var surface = new Surface(0.3, 0);
            var block = Scene.Block(new(0.2, 0.05, 0.2), new(0, 0.025, 0), surface);
            new Simulation([block], surface) { Gravity = new(9.81 * sine, -9.81 * cosine, 0) }.Run(1);
            return block.Position.X;
        }

        var (sin, cos) = Math.SinCos(Math.PI / 6);
        Assert.Equal(0.5 * 9.81 * (sin - (0.3 * cos)), Distance(30), 0.01);
        Assert.Equal(0, Distance(15), 1e-3);
    }

    [Theory]
    [InlineData(true, 2.0 / 5)]
    [InlineData(false, 1.0 / 2)]
    public void A_round_body_rolls_down_an_incline_with_g_sin_over_one_plus_its_inertia(bool isBall, double inertia)
    {
        var (sine, cosine) = Math.SinCos(0.2);
        var surface = new Surface(0.6, 0);
        var body = isBall ? Scene.Ball(0.05, new(0, 0.05, 0), surface) : Scene.Can(0.05, 0.12, new(0, 0.05, 0), surface);
        body.Orientation = Rotation.About(new(1, 0, 0), Math.PI / 2);
        new Simulation([body], surface) { Gravity = new(9.81 * sine, -9.81 * cosine, 0) }.Run(1);
        var expected = 0.5 * 9.81 * sine / (1 + inertia);
        Assert.Equal(expected, body.Position.X, 0.01 * expected);
    }

    [Fact]
    public void A_pendulum_swings_with_its_period()
    {
        var ball = Scene.Ball(0.02, new(0.1, 2 - Math.Sqrt(1 - 0.01), 0), _plain);
        var thread = new HangingThread(0, new(0, 2, 0), default, 1);
        var simulation = new Simulation([ball], _plain, [thread]);
        List<double> crossings = [];
        var before = ball.Position.X;
        simulation.Run(9, () =>
        {
            if (before > 0 && ball.Position.X <= 0)
            {
                crossings.Add(simulation.Time);
            }

            before = ball.Position.X;
        });
        var period = (crossings[^1] - crossings[0]) / (crossings.Count - 1);
        Assert.Equal(2 * Math.PI * Math.Sqrt(1 / 9.81) * (1 + (0.01 / 16)), period, 0.003);
        Assert.Equal(1, (ball.Position - thread.Anchor).Length, 1e-3);
    }

    [Fact]
    public void Two_balls_that_collide_keep_their_momentum_and_part_with_their_restitution()
    {
        var surface = new Surface(0.3, 0.8);
        var one = Scene.Ball(0.05, new(-0.5, 1, 0), surface);
        var two = Scene.Ball(0.04, new(0.5, 1, 0), surface, 3000);
        (one.Velocity, two.Velocity) = (new(2, 0, 0), new(-1, 0, 0));
        var before = (one.Velocity * one.Mass.Mass) + (two.Velocity * two.Mass.Mass);
        var simulation = new Simulation([one, two], surface) { Gravity = default };
        simulation.Run(0.6);
        var after = (one.Velocity * one.Mass.Mass) + (two.Velocity * two.Mass.Mass);
        Assert.Equal(0, (after - before).Length, 1e-9);
        var touch = Assert.Single(simulation.Touches);
        Assert.Equal((0, 1), (touch.First, touch.Second));
        Assert.Equal(touch.Impulse, (one.Velocity - new Vector3d(2, 0, 0)).Length * one.Mass.Mass, 0.03 * touch.Impulse);
        Assert.Equal(0.8 * 3, (two.Velocity - one.Velocity).X, 0.05);
    }

    [Fact]
    public void A_petal_sinks_slowly_and_does_not_fly()
    {
        var petal = Scene.Block(new(0.03, 0.0042, 0.02), new(0, 1.5, 0), new(0.5, 0.1), 120);
        var plate = new Body
        {
            Shape = petal.Shape,
            Surface = petal.Surface,
            Mass = petal.Mass,
            Position = petal.Position,
            Orientation = Rotation.About(new(1, 0, 0), 0.6),
            Air = new(Vector3d.UnitY, 0.0006, 0.02),
        };
        var simulation = new Simulation([plate], new(0.5, 0.1));
        double farthest = 0, fastest = 0;
        simulation.Run(4, () =>
        {
            farthest = Math.Max(farthest, Math.Abs(plate.Position.X) + Math.Abs(plate.Position.Z));
            fastest = Math.Max(fastest, -plate.Velocity.Y);
        });
        Assert.InRange(fastest, 0.3, 2.5);
        Assert.InRange(farthest, 0.005, 1.5);
        Assert.True(plate.Asleep);
    }
}
