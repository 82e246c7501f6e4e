using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Tests.Physics;

public sealed class StabilityTests
{
    private static readonly Surface _dull = new(0.5, 0.2);

    [Fact]
    public void A_stack_rests_without_jitter_and_falls_asleep()
    {
        var size = new Vector3d(0.1, 0.06, 0.1);
        Body[] stack = [.. Enumerable.Range(0, 5).Select(i => Scene.Block(size, new(0.004 * i, 0.03 + (0.0605 * i), 0), _dull))];
        var simulation = new Simulation(stack, _dull);
        simulation.Run(1.2);
        var at = stack.Select(body => body.Position).ToArray();
        double worst = 0;
        simulation.Run(1, () => worst = Math.Max(worst, stack.Zip(at, (body, place) => (body.Position - place).Length).Max()));
        Assert.InRange(worst, 0, 0.0002);
        Assert.All(stack, body => Assert.True(body.Asleep));
        Assert.All(stack.Select((body, i) => (body, i)), pair => Assert.Equal(0.03 + (0.06 * pair.i), pair.body.Position.Y, 0.001));
    }

    [Fact]
    public void The_same_bodies_give_the_same_bits()
    {
        Assert.Equal(Poses(Random(7)), Poses(Random(7)));

        static IEnumerable<(Vector3d, Rotation)> Poses(Simulation simulation)
        {
            simulation.Run(1);
            return simulation.Bodies.Select(body => (body.Position, body.Orientation)).ToArray();
        }
    }

    [Fact]
    public void In_many_random_scenes_energy_never_rises_and_nothing_sinks_or_flies_off()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var simulation = Random(seed);
            double highest = simulation.Energy, start = highest, worst = 0;
            simulation.Run(1.5, () =>
            {
                worst = Math.Max(worst, simulation.Energy - highest);
                highest = Math.Min(highest, simulation.Energy);
            });
            Assert.True(worst < 0.006 * start, $"seed {seed}: energy rose by {worst / start:P2}");
            Assert.All(simulation.Bodies, body =>
            {
                Assert.InRange(body.Position.Y, 0.005, 3);
                Assert.True(body.Velocity.Length < 9, $"seed {seed}");
            });
        }
    }

    [Fact]
    public void Bodies_do_not_pass_through_each_other()
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var simulation = Random(seed);
            simulation.Run(1.5);
            var bodies = simulation.Bodies;
            for (var i = 0; i < bodies.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var apart = Gjk.Closest(Placed(bodies[i]), Placed(bodies[j]), default, double.MaxValue, out var a, out var b)
                        ? (a - b).Length - bodies[i].Shape.Margin - bodies[j].Shape.Margin
                        : double.MinValue;
                    Assert.True(apart > -0.0015, $"seed {seed}: {i} and {j} overlap by {-apart * 1000} mm");
                }
            }
        }
    }

    [Fact]
    public void A_thin_card_is_not_tunnelled_by_a_fast_ball()
    {
        var card = Scene.Block(new(0.1, 0.2, 0.005), new(0, 0.1, 0), _dull, 900);
        var ball = Scene.Ball(0.01, new(0, 0.15, 0.6), _dull, 200);
        ball.Velocity = new(0, 0, -25);
        new Simulation([card, ball], _dull).Run(0.05);
        Assert.True(ball.Position.Z > card.Position.Z);
    }

    private static Placement Placed(Body body) => body.Shape.Placed(0, body.Position, body.Orientation);

    internal static Simulation Random(int seed)
    {
        var random = new Random(seed);
        double Between(double low, double high) => low + ((high - low) * random.NextDouble());
        var surface = new Surface(Between(0.1, 0.9), Between(0, 0.8));
        List<Body> bodies = [];
        for (var i = 0; i < 8; i++)
        {
            var place = new Vector3d(Between(-0.15, 0.15), 0.25 + (0.22 * i), Between(-0.15, 0.15));
            var body = random.Next(3) switch
            {
                0 => Scene.Ball(Between(0.02, 0.08), place, surface),
                1 => Scene.Block(new(Between(0.02, 0.15), Between(0.02, 0.15), Between(0.02, 0.15)), place, surface),
                _ => Scene.Can(Between(0.02, 0.07), Between(0.03, 0.15), place, surface),
            };
            body.Orientation = Rotation.About(new Vector3d(Between(-1, 1), Between(-1, 1), Between(-1, 1)).Unit(), Between(0, 6));
            body.Velocity = new(Between(-1, 1), Between(-2, 0), Between(-1, 1));
            body.AngularVelocity = new(Between(-8, 8), Between(-8, 8), Between(-8, 8));
            bodies.Add(body);
        }

        return new Simulation(bodies, surface);
    }
}
