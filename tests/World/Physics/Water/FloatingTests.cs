using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Water;

namespace SoraFunctions.World.Tests.Physics.Water;

public sealed class FloatingTests
{
    private const double Gravity = 9.81;

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.85)]
    public void A_box_floats_as_deep_as_Archimedes_says(double density)
    {
        var box = Scene.Block(new(0.2, 0.1, 0.2), new(0, 0.02, 0), Sea.Plain, 1000 * density);
        var water = Sea.Wide();
        Sea.With(water, box).Run(6);
        Assert.Equal(density * 0.1, 0.05 - box.Position.Y, 0.01 * density * 0.1);
        Assert.Equal(box.Mass.Mass / 1000, water.Displaced(box), 0.01 * box.Mass.Mass / 1000);
        Assert.InRange(box.Velocity.Length, 0, 0.002);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void A_ball_floats_as_deep_as_Archimedes_says(double density)
    {
        var ball = Scene.Ball(0.06, new(0, 0.02, 0), Sea.Plain, 1000 * density);
        Sea.With(Sea.Wide(), ball).Run(6);

        // Draught of a floating ball: the root of 3 r d^2 - d^3 = 4 r^3 density.
        double low = 0, high = 0.12;
        for (var i = 0; i < 60; i++)
        {
            var draught = (low + high) / 2;
            (low, high) = (3 * 0.06 * draught * draught) - (draught * draught * draught) < 4 * Math.Pow(0.06, 3) * density
                ? (draught, high) : (low, draught);
        }

        Assert.Equal(low, 0.06 - ball.Position.Y, 0.01 * low);
    }

    [Fact]
    public void A_lying_can_floats_as_deep_as_Archimedes_says()
    {
        var can = Scene.Can(0.05, 0.2, new(0, 0.01, 0), Sea.Plain, 500);
        can.Orientation = Rotation.About(new(0, 0, 1), Math.PI / 2);
        Sea.With(Sea.Wide(), can).Run(6);
        Assert.Equal(0, can.Position.Y, 0.0005);
    }

    [Fact]
    public void A_box_bobs_with_the_period_of_its_draught_and_of_the_water_that_goes_along()
    {
        var box = Scene.Block(new(0.2, 0.1, 0.2), new(0, 0.008, 0), Sea.Plain, 500);
        List<double> crossings = [];
        var simulation = Sea.With(Sea.Wide(), box);
        var before = box.Position.Y;
        simulation.Run(2, () =>
        {
            if (before * box.Position.Y < 0)
            {
                crossings.Add(simulation.Time);
            }

            before = box.Position.Y;
        });

        // Strip theory gives a box twice as wide as high an added mass of 0.5 to 1.2 of its own.
        double PeriodWith(double added) => 2 * Math.PI * Math.Sqrt((1 + added) * 0.05 / Gravity);
        Assert.InRange(2 * (crossings[1] - crossings[0]), PeriodWith(0.5), PeriodWith(1.2));
        Assert.True(crossings.Count < 12, $"{crossings.Count} crossings: it does not come to rest.");
    }

    [Fact]
    public void A_flat_raft_rights_itself_and_a_standing_pole_falls_over()
    {
        var raft = Scene.Block(new(0.3, 0.05, 0.3), new(0, 0, 0), Sea.Plain, 500);
        raft.Orientation = Rotation.About(new(0, 0, 1), 0.4);
        var pole = Scene.Block(new(0.05, 0.3, 0.05), new(0, 0, 0), Sea.Plain, 500);
        pole.Orientation = Rotation.About(new(0, 0, 1), 0.02);
        Sea.With(Sea.Wide(), raft).Run(5);
        Sea.With(Sea.Wide(), pole).Run(5);
        Assert.True(raft.Orientation.Turn(Vector3d.UnitY).Y > 0.999);
        Assert.True(Math.Abs(pole.Orientation.Turn(Vector3d.UnitY).Y) < 0.2);
    }

    [Fact]
    public void A_heavy_ball_sinks_at_its_terminal_speed()
    {
        var ball = Scene.Ball(0.02, new(0, -0.1, 0), Sea.Plain, 2000);
        new Simulation([ball], Sea.Plain) { GroundHeight = double.NegativeInfinity, Influences = [Sea.Wide()] }.Run(2);
        var drag = (8.0 / 3 * 0.02 * Gravity) / (ball.Velocity.Y * ball.Velocity.Y);
        Assert.True(ball.Velocity.Y < 0);
        Assert.InRange(drag, 0.4, 0.7);
    }

    [Fact]
    public void Two_balls_of_one_weight_part_when_one_is_hollow()
    {
        var cork = Scene.Ball(0.03, new(-0.2, -0.3, 0), Sea.Plain, 240);
        var lead = Scene.Ball(0.03, new(0.2, -0.3, 0), Sea.Plain, 5000);
        Sea.With(Sea.Wide(), cork, lead).Run(4);
        Assert.InRange(cork.Position.Y, 0, 0.03);
        Assert.InRange(lead.Position.Y, -0.98, -0.96);
    }

    [Fact]
    public void The_wet_volume_of_any_box_is_that_of_the_box() =>
        Prop.ForAll(
            (from x in Gen.Choose(20, 400) from y in Gen.Choose(20, 400) from z in Gen.Choose(20, 400) select new Vector3d(x / 1000.0, y / 1000.0, z / 1000.0)).ToArbitrary(),
            size => Math.Abs((WettedSkin.Of(Hull.Block(size, 0.0005)).Volume / (size.X * size.Y * size.Z)) - 1) < 0.01)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_wet_volume_of_round_things_is_exact_within_four_parts_in_a_thousand()
    {
        Assert.Equal(4.0 / 3 * Math.PI, WettedSkin.Of(new Ball { Margin = 1 }).Volume, 0.016);
        Assert.Equal(Math.PI * 0.02 * 0.02 * 0.1, WettedSkin.Of(Revolved.Cylinder(0.02, 0.1, 0.0003)).Volume, 0.004 * Math.PI * 0.02 * 0.02 * 0.1);
    }

    [Fact]
    public void Floating_is_the_same_every_time()
    {
        (Vector3d, Rotation, double) Once()
        {
            var box = Scene.Block(new(0.1, 0.1, 0.1), new(0.1, 0.6, 0), Sea.Plain, 700);
            box.Orientation = Rotation.About(new Vector3d(1, 2, 3).Unit(), 1);
            var water = Sea.Wide();
            water.Rain = 50;
            Sea.With(water, box).Run(1.5);
            return (box.Position, box.Orientation, water.Field.Energy());
        }

        Assert.Equal(Once(), Once());
    }
}
