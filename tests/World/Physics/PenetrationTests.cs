using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Tests.Physics;

public sealed class PenetrationTests
{
    private static readonly Surface _plain = new(0.5, 0.1);
    private static readonly Hull _plate = Hull.Block(new(0.8, 0.004, 0.8), 0.001);
    private static readonly Hull _cube = Hull.Block(new(0.06, 0.06, 0.06), 0.001);

    [Fact]
    public void The_way_out_of_a_plate_is_square_to_it_however_the_body_in_it_is_turned()
    {
        var plate = new Placement(_plate, default, Rotation.Identity);
        var corner = Rotation.About(new Vector3d(1, 0, -1).Unit(), 0.7);
        var lowest = corner.Turn(_cube.Support(corner.TurnBack(-Vector3d.UnitY))).Y;
        var cube = new Placement(_cube, new(0.1, -lowest + 0.0003, 0.1), corner);
        var (normal, gap) = Penetration.Of(plate, cube, default);
        Assert.Equal(1, normal.Y, 1e-6);
        Assert.Equal(-0.0007, gap, 1e-6);
    }

    [Fact]
    public void What_is_half_through_a_plate_goes_back_to_where_it_came_from()
    {
        var plate = new Placement(_plate, default, Rotation.Identity);
        var ball = new Placement(new Ball { Margin = 0.02 }, new(0.1, -0.0004, 0.1), Rotation.Identity);
        Assert.Equal(-1, Penetration.Of(plate, ball, default).Normal.Y, 1e-6);
        Assert.Equal(1, Penetration.Of(plate, ball, Vector3d.UnitY).Normal.Y, 1e-6);
    }

    [Fact]
    public void Bodies_moved_apart_by_their_depth_no_longer_overlap_and_no_way_out_is_shorter() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), IsLeast).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(69)]
    [InlineData(2082)]
    [InlineData(60425)]
    public void A_gap_of_a_hundredth_of_a_millimetre_is_not_taken_for_an_overlap(int seed) => IsLeast(seed);

    [Fact]
    public void A_slab_lies_on_a_thin_plate_and_not_in_it()
    {
        var plate = Scene.Block(new(0.8, 0.004, 0.8), new(0, 0.5, 0), _plain);
        var still = new Body { Shape = _plate, Mass = plate.Mass, Surface = _plain, Position = plate.Position, Motor = _ => (new(0, 0.5, 0), Rotation.Identity) };
        var slab = Scene.Block(new(0.1, 0.02, 0.06), new(0.1, 0.53, 0.1), _plain);
        new Simulation([still, slab], _plain).Run(1);
        Assert.Equal(0.512, slab.Position.Y, 2e-4);
    }

    private static void IsLeast(int seed)
    {
        var random = new Random(seed);
        Vector3d Vector(double size) => new(size * ((2 * random.NextDouble()) - 1), size * ((2 * random.NextDouble()) - 1), size * ((2 * random.NextDouble()) - 1));
        Shape Any() => random.Next(2) == 0
            ? Hull.Block(new(0.02 + (0.1 * random.NextDouble()), 0.01 + (0.1 * random.NextDouble()), 0.02 + (0.1 * random.NextDouble())), 0.001)
            : Revolved.Cylinder(0.01 + (0.05 * random.NextDouble()), 0.02 + (0.1 * random.NextDouble()), 0.001);
        var a = new Placement(Any(), default, Rotation.About(Vector(1).Unit(), 3 * random.NextDouble()));
        var b = new Placement(Any(), Vector(0.03), Rotation.About(Vector(1).Unit(), 3 * random.NextDouble()));
        if (Gjk.Closest(a, b, default, 1, out _, out _))
        {
            return;
        }

        var (normal, gap) = Penetration.Of(a, b, default);
        Assert.Equal(1, normal.Length, 1e-9);
        Assert.True(Gjk.Closest(a, b with { Position = b.Position + (normal * (1e-5 - gap)) }, default, 1, out _, out _));
        for (var i = 0; i < 200; i++)
        {
            Assert.True(Gjk.Gap(a, b, Vector(1).Unit()) <= gap + 1e-4);
        }
    }
}
