using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Tests.Physics;

public sealed class PresenceTests
{
    private static readonly Surface _plain = new(0.5, 0.2);

    [Fact]
    public void What_vanishes_under_a_sleeper_lets_it_fall_and_what_appears_stops_what_falls()
    {
        Body[] bodies = [.. Enumerable.Range(0, 2).Select(i => Scene.Block(new(0.1, 0.1, 0.1), new(0, 0.05 + (0.1 * i), 0), _plain))];
        var simulation = new Simulation(bodies, _plain) { Influences = [new Conjurer(bodies[0], 2, 2.5)] };
        simulation.Run(1.9);
        Assert.True(bodies[1].Asleep);
        simulation.Run(0.4);
        Assert.Equal(0.05, bodies[1].Position.Y, 0.001);
        Assert.Equal(0.05, bodies[0].Position.Y, 0.001);
        Assert.True(bodies[0].Pose.Hidden);
    }

    [Fact]
    public void A_body_that_is_not_present_is_not_hit()
    {
        var wall = Scene.Block(new(0.1, 0.4, 0.4), new(0, 0.2, 0), _plain);
        var ball = Scene.Ball(0.03, new(-0.5, 0.3, 0), _plain);
        (wall.Present, ball.Velocity) = (false, new(5, 0, 0));
        new Simulation([wall, ball], _plain).Run(0.2);
        Assert.Equal(0.5, ball.Position.X, 1e-6);
        Assert.Equal(new(0, 0.2, 0), wall.Position);
    }

    [Fact]
    public void Ten_boxes_stand_on_each_other()
    {
        Body[] stack = [.. Enumerable.Range(0, 10).Select(i => Scene.Block(new(0.1, 0.06, 0.1), new(0.001 * (i % 3), 0.03 + (0.06 * i), 0), _plain))];
        var simulation = new Simulation(stack, _plain);
        simulation.Run(3);
        Assert.All(stack.Select((body, i) => (body, i)), pair => Assert.Equal(0.03 + (0.06 * pair.i), pair.body.Position.Y, 0.001));
        Assert.All(stack, body => Assert.True(body.Asleep));
    }

    [Fact]
    public void A_ball_falls_into_a_cup_and_stays()
    {
        Part[] parts =
        [
            new(Hull.Block(new(0.12, 0.01, 0.12), 0.001), new(0, 0.005, 0)),
            .. new[] { -1, 1 }.SelectMany(side => new Part[]
            {
                new(Hull.Block(new(0.01, 0.12, 0.12), 0.001), new(0.055 * side, 0.06, 0)),
                new(Hull.Block(new(0.12, 0.12, 0.01), 0.001), new(0, 0.06, 0.055 * side)),
            }),
        ];
        var mass = MassProperties.Sum(parts.Select(part => MassProperties.Block(2 * part.Shape.Support(new(1, 1, 1)), 800).Placed(part.Orientation, part.Offset)));
        var cup = new Body
        {
            Shape = new Compound(parts.Select(part => part with { Offset = part.Offset - mass.Centre })),
            Mass = mass with { Centre = default },
            Surface = _plain,
            Position = mass.Centre,
        };
        var ball = Scene.Ball(0.03, new(0.005, 0.4, 0.004), _plain);
        new Simulation([cup, ball], _plain).Run(2);
        Assert.Equal(0.04, ball.Position.Y - cup.Position.Y + mass.Centre.Y, 0.002);
        Assert.InRange((ball.Position - cup.Position).Length, 0, 0.05);
    }

    private sealed class Conjurer(Body body, double from, double to) : Influence
    {
        public override void Act(Simulation simulation, double step) => body.Present = simulation.Time < from || simulation.Time >= to;
    }
}
