using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Fracture;

namespace SoraFunctions.World.Tests.Physics.Fracture;

public sealed class BreakageTests
{
    private static readonly Surface _stone = new(0.4, 0.3);

    [Fact]
    public void A_cube_that_falls_hard_breaks_and_one_that_falls_gently_stays_whole()
    {
        var (hard, gentle) = (Cube(new(0, 1, 0)), Cube(new(0, 0.08, 0)));
        Run(hard, 1);
        Run(gentle, 1);
        Assert.True(hard.Whole is { Present: false });
        Assert.All(hard.Pieces, piece => Assert.True(piece.Present));
        Assert.True(gentle.Whole is { Present: true });
        Assert.All(gentle.Pieces, piece => Assert.False(piece.Present));
        Assert.Equal(Math.Sqrt(2 * 0.95 / 9.81), hard.Influence.Broken!.Value, 0.02);
    }

    [Fact]
    public void Momentum_and_angular_momentum_of_the_pieces_are_those_of_the_whole() =>
        Prop.ForAll(
            (from x in Gen.Choose(-30, 30) from y in Gen.Choose(-30, 30) from z in Gen.Choose(-30, 30) select new Vector3d(x / 10.0, y / 10.0, z / 10.0)).ToArbitrary(),
            spin =>
            {
                // Two cubes meet in empty space: the second breaks, and nothing is lost or gained.
                var cube = Cube(new(0, 0, 0));
                cube.Whole.AngularVelocity = spin;
                var hammer = Scene.Ball(0.03, new(-0.3, 0.02, 0.01), _stone, 5000);
                hammer.Velocity = new(6, 0, 0);
                var simulation = new Simulation([cube.Whole, hammer, .. cube.Pieces], _stone)
                { Gravity = default, GroundHeight = double.NegativeInfinity, Influences = [cube.Influence] };
                var (momentum, angular) = (simulation.Momentum, simulation.AngularMomentum);
                for (var i = 0; i < 200 && cube.Influence.Broken is null; i++)
                {
                    simulation.Step(Scene.Step);
                }

                Assert.NotNull(cube.Influence.Broken);
                Assert.Equal(0, (simulation.Momentum - momentum).Length, 0.01 * momentum.Length);
                Assert.Equal(0, (simulation.AngularMomentum - angular).Length, 0.03 * Math.Max(angular.Length, 0.02));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void The_pieces_come_to_rest_on_the_ground_apart_from_each_other()
    {
        var cube = Cube(new(0, 0.8, 0));
        Run(cube, 4);
        var spread = cube.Pieces.Max(piece => Math.Sqrt((piece.Position.X * piece.Position.X) + (piece.Position.Z * piece.Position.Z)));
        Assert.InRange(spread, 0.08, 3);
        Assert.All(cube.Pieces, piece => Assert.InRange(piece.Position.Y, 0, 0.1));
        Assert.True(cube.Pieces.Average(piece => piece.Velocity.Length) < 0.05);
    }

    private static void Run((Body Whole, IReadOnlyList<Body> Pieces, Breakage Influence) cube, double seconds) =>
        new Simulation([cube.Whole, .. cube.Pieces], _stone) { Influences = [cube.Influence] }.Run(seconds);

    private static (Body Whole, IReadOnlyList<Body> Pieces, Breakage Influence) Cube(Vector3d position)
    {
        var whole = Scene.Block(new(0.1, 0.1, 0.1), position, _stone, 900);
        var fragments = Solid.Break([FragmentTests.Block(new(0.1f))], 900, new(0, -0.05, 0), 10, 1);
        var (bodies, influence) = Breakage.Of(whole, fragments, default, Brittleness.Ice, 1);
        return (whole, bodies, influence);
    }
}
