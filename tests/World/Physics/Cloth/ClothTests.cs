using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Cloth;

namespace SoraFunctions.World.Tests.Physics.Cloth;

using Cloth = SoraFunctions.World.Physics.Cloth.Cloth;

public sealed class ClothTests
{
    private static readonly Surface _plain = new(0.5, 0.2);

    [Fact]
    public void A_hanging_cloth_comes_to_rest_without_stretching()
    {
        var cloth = Curtain(Weave.Velvet);
        Run(3, cloth);
        Assert.InRange(cloth.Stretch, 0, 0.03);
        Assert.Equal(2 - 0.8, cloth.Places.Min(place => place.Y), 0.03);
    }

    [Fact]
    public void A_billowing_cloth_does_not_stretch_either()
    {
        var cloth = Curtain(Weave.Silk);
        cloth.Wind = new Wind(new(0, 0, 5), 0.6, 3);
        var (most, farthest) = (0.0, 0.0);
        Run(2, cloth, [], () => (most, farthest) = (Math.Max(most, cloth.Stretch), Math.Max(farthest, cloth.Places.Max(place => place.Z))));
        Assert.InRange(most, 0, 0.05);
        Assert.True(farthest > 0.2, $"It billows {farthest} m.");
    }

    [Fact]
    public void No_point_of_a_cloth_that_falls_on_a_ball_is_inside_of_it() =>
        Prop.ForAll(
            (from radius in Gen.Choose(8, 25) from x in Gen.Choose(-15, 15) from z in Gen.Choose(-15, 15) select (radius / 100.0, x / 100.0, z / 100.0)).ToArbitrary(),
            c =>
            {
                var ball = new Body { Shape = new Ball { Margin = c.Item1 }, Mass = MassProperties.Ball(c.Item1, 1000), Surface = _plain,
                    Position = new(c.Item2, c.Item1, c.Item3), Motor = _ => (new(c.Item2, c.Item1, c.Item3), Rotation.Identity) };
                var cloth = Sheet(20, 0.6, 0.7);
                Run(0.9, cloth, [ball], () =>
                {
                    foreach (var place in cloth.Places)
                    {
                        Assert.True((place - ball.Position).Length > c.Item1, "A point is inside.");
                        Assert.True(place.Y > 0, "A point is under the ground.");
                    }
                });
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public void A_cloth_lies_on_a_box_and_hangs_over_its_edges()
    {
        var box = Scene.Block(new(0.3, 0.4, 0.3), new(0, 0.2, 0), _plain, 800);
        var cloth = Sheet(30, 0.8, 0.5);
        Run(2.5, cloth, [box]);
        Assert.InRange(cloth.Places.Max(place => place.Y), 0.4, 0.42);
        Assert.True(cloth.Places.Min(place => place.Y) < 0.25);
        Assert.DoesNotContain(cloth.Places, place => Math.Abs(place.X) < 0.148 && Math.Abs(place.Z) < 0.148 && place.Y < 0.398);

        // Over a sharp corner a few threads are drawn; elsewhere none.
        Assert.InRange(cloth.Stretch, 0, 0.08);
    }

    [Fact]
    public void A_cloth_that_is_drawn_off_lets_go_of_what_it_covered()
    {
        var box = Scene.Block(new(0.2, 0.3, 0.2), new(0, 0.15, 0), _plain, 3000);
        var cloth = Sheet(24, 0.6, 0.4);
        for (var i = 0; i < 24; i += 3)
        {
            var start = cloth.Places[i];
            cloth.Hold(i, 0, new Pin(time => start + (new Vector3d(0, 0.3, -1.2) * Math.Max(0, time - 1)), 2.2));
        }

        Run(2.5, cloth, [box]);
        Assert.DoesNotContain(cloth.Places, place => Math.Abs(place.X) < 0.1 && Math.Abs(place.Z) < 0.1);
        Assert.InRange(box.Position.Length, 0.14, 0.2);
    }

    [Fact]
    public void What_a_ball_loses_in_a_cloth_the_cloth_gains()
    {
        var weave = Weave.Cotton with { Air = 0 };
        var cloth = new Cloth(20, 20, 0.6, 0.6, (u, v) => new((u - 0.5) * 0.6, 1, (v - 0.5) * 0.6), weave);
        var ball = Scene.Ball(0.05, new(0, 1.08, 0), _plain, 40);
        ball.Velocity = new(0, -3, 0);
        var simulation = new Simulation([ball], _plain) { Gravity = default, GroundHeight = double.NegativeInfinity, Influences = [cloth] };
        var before = ball.Momentum.Y;
        simulation.Run(0.06);
        var height = cloth.Places.Average(place => place.Y);
        simulation.Run(0.001);
        var gained = weave.Density * 0.36 * (cloth.Places.Average(place => place.Y) - height) / 0.001;
        Assert.True(gained < 0.1 * before, $"The cloth has {gained} of {before}.");
        Assert.Equal(before - ball.Momentum.Y, gained, 0.08 * Math.Abs(before));
    }

    [Fact]
    public void Light_ball_is_blown_away_by_a_curtain_and_a_heavy_one_stays()
    {
        double Way(double density)
        {
            var cloth = new Cloth(20, 17, 0.95, 0.8, (u, v) => new((u - 0.5) * 0.95, 0.85 - (0.8 * v), 0), Weave.Cotton, new Wind(new(0, 0, 5), 0, 3));
            for (var column = 0; column < 20; column++)
            {
                cloth.Hold(column, 0);
            }

            var ball = Scene.Ball(0.1, new(0, 0.1, 0.16), _plain, density);
            Run(2, cloth, [ball]);
            return ball.Position.Z - 0.16;
        }

        Assert.True(Way(5) > 0.1, $"The light one goes {Way(5)} m.");
        Assert.InRange(Way(8000), -0.01, 0.02);
    }

    [Fact]
    public void Free_fall_of_a_cloth_is_slowed_by_the_air()
    {
        var cloth = Sheet(12, 0.5, 2);
        Run(0.6, cloth);
        Assert.InRange(cloth.Places.Average(place => place.Y), 2 - (0.5 * 9.81 * 0.36) + 0.3, 1.95);
    }

    [Fact]
    public void Cloth_is_the_same_every_time()
    {
        Vector3d[] Once()
        {
            var cloth = Curtain(Weave.Cotton);
            cloth.Wind = new Wind(new(1, 0, 4), 0.5, 9);
            Run(0.5, cloth);
            return [.. cloth.Places];
        }

        Assert.Equal(Once(), Once());
    }

    [Fact]
    public void The_mesh_has_two_faces_that_look_away_from_each_other()
    {
        var mesh = Curtain(Weave.Cotton).Mesh();
        var half = mesh.Positions.Length / 2;
        Assert.All(Enumerable.Range(0, half), i => Assert.Equal(mesh.Normals[i], -mesh.Normals[half + i]));
        Assert.True(mesh.Normals[0].Z > 0.9);
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var (a, b, c) = (mesh.Positions[mesh.Indices[i]], mesh.Positions[mesh.Indices[i + 1]], mesh.Positions[mesh.Indices[i + 2]]);
            Assert.True(System.Numerics.Vector3.Dot(System.Numerics.Vector3.Cross(b - a, c - a), mesh.Normals[mesh.Indices[i]]) > 0);
        }
    }

    [Fact]
    public void A_rope_hangs_as_a_catenary()
    {
        var rope = new Rope(41, 1, (t) => new((t - 0.5) * 0.6, 1, 0), 0.006, 0.05);
        rope.Hold(0);
        rope.Hold(40);
        Run(6, rope);

        // 0.6 = 2 a asinh(1 / 2a): the sag of a rope of one metre over six tenths.
        double low = 0.01, high = 1;
        for (var i = 0; i < 60; i++)
        {
            var a = (low + high) / 2;
            (low, high) = 2 * a * Math.Asinh(0.5 / a) > 0.6 ? (low, a) : (a, high);
        }

        var sag = Math.Sqrt(0.25 + (low * low)) - low;
        Assert.Equal(1 - sag, rope.Places.Min(place => place.Y), 0.02);
    }

    private static Cloth Curtain(Weave weave)
    {
        var cloth = new Cloth(20, 17, 0.95, 0.8, (u, v) => new((u - 0.5) * 0.95, 2 - (0.8 * v), 0), weave);
        for (var i = 0; i < 20; i++)
        {
            cloth.Hold(i, 0);
        }

        return cloth;
    }

    private static Cloth Sheet(int points, double side, double height) =>
        new(points, points, side, side, (u, v) => new((u - 0.5) * side, height, (v - 0.5) * side), Weave.Cotton);

    private static void Run(double seconds, Influence cloth, Body[]? bodies = null, Action? each = null) =>
        new Simulation(bodies ?? [], _plain) { Influences = [cloth] }.Run(seconds, each);
}
