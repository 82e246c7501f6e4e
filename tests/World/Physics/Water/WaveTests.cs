using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Water;

namespace SoraFunctions.World.Tests.Physics.Water;

public sealed class WaveTests
{
    [Theory]
    [InlineData(0.25, 5)]
    [InlineData(0.4, 5)]
    [InlineData(0.4, 0.03)]
    public void A_group_of_waves_travels_at_its_group_speed(double length, double depth)
    {
        var field = new WaveField(default, 8, 256, depth, 1.0 / 120);
        var k = 2 * Math.PI / length;
        for (var x = -1.2; x <= 1.2; x += 0.02)
        {
            for (var z = -2.5; z <= 2.5; z += 0.05)
            {
                field.Add(x, z, 1e-7 * Math.Cos(k * x) * Math.Exp(-x * x / 0.18) * Math.Exp(-z * z / 2), 0);
            }
        }

        for (var i = 0; i < 240; i++)
        {
            field.Step();
        }

        double moment = 0, weight = 0;
        for (var x = 0.0; x < 3.2; x += 0.01)
        {
            var square = Math.Pow(field.HeightAt(x, 0), 2);
            moment += x * square;
            weight += square;
        }

        var group = (field.FrequencyOf(k * 1.001) - field.FrequencyOf(k * 0.999)) / (0.002 * k);
        Assert.Equal(group, moment / weight / 2, 0.05 * group);
    }

    [Fact]
    public void Long_waves_in_shallow_water_run_with_the_root_of_g_times_depth()
    {
        var field = new WaveField(default, 8, 64, 0.05, 1.0 / 120);
        Assert.Equal(Math.Sqrt(9.81 * 0.05), field.FrequencyOf(0.5) / 0.5, 1e-3);
    }

    [Fact]
    public void Deep_waves_run_with_the_root_of_g_over_k() =>
        Assert.Equal(Math.Sqrt(9.81 / 10), new WaveField(default, 8, 64, 5, 1.0 / 120).FrequencyOf(10) / 10, 1e-3);

    [Fact]
    public void Energy_never_grows_whatever_stirs_the_water() =>
        Prop.ForAll(
            (from x in Gen.Choose(-80, 80) from z in Gen.Choose(-80, 80) from volume in Gen.Choose(-9, 9) from push in Gen.Choose(-9, 9) select (x, z, volume, push))
                .ListOf(4).ToArbitrary(),
            stirs =>
            {
                var field = new WaveField(default, 2, 32, 0.5, 1.0 / 120);
                foreach (var (x, z, volume, push) in stirs)
                {
                    field.Add(x / 100.0, z / 100.0, volume * 1e-4, 0.1);
                    field.Push(x / 100.0, z / 100.0, push * 1e-4, 0.1);
                }

                var energy = field.Energy();
                for (var i = 0; i < 40; i++)
                {
                    field.Step();
                    var now = field.Energy();
                    Assert.True(now <= energy * 1.00001, $"{energy} became {now}.");
                    energy = now;
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void The_edges_give_nothing_back_and_stay_flat()
    {
        var field = new WaveField(default, 2, 64, 1, 1.0 / 120);
        field.Add(0, 0, 1e-3, 0.15);
        var energy = field.Energy();
        for (var i = 0; i < 6 * 120; i++)
        {
            field.Step();
        }

        Assert.InRange(field.Energy() / energy, 0, 0.01);
        var surface = field.Surface();
        for (var i = 0; i < 64; i++)
        {
            Assert.Equal(0, surface.Heights[i]);
            Assert.Equal(0, surface.Heights[i * 64]);
            Assert.Equal(0, surface.Heights[(i * 64) + 63]);
            Assert.Equal(0, surface.Heights[(63 * 64) + i]);
        }
    }

    [Fact]
    public void What_a_body_pushes_aside_stands_on_the_surface_or_flies()
    {
        var ball = Scene.Ball(0.05, new(0, 0.5, 0), Sea.Plain, 600);
        var water = Sea.Wide(4);
        var simulation = Sea.With(water, ball);
        var (fastest, most) = (0.0, 0.0);
        simulation.Run(0.37, () =>
        {
            fastest = Math.Max(fastest, water.SprayVolume);
            most = Math.Max(most, water.Displaced(ball));
        });
        Assert.True(fastest > 1e-6, "Nothing splashed.");
        Assert.Equal(water.VolumeOf(ball), most, 0.05 * most);
        Assert.Equal(water.Displaced(ball), water.Field.Volume + water.SprayVolume, 0.05 * most);
    }

    [Fact]
    public void Who_glides_in_gently_splashes_nothing()
    {
        var ball = Scene.Ball(0.05, new(0, 0.0502, 0), Sea.Plain, 500);
        var water = Sea.Wide();
        Sea.With(water, ball).Run(1, () => Assert.Equal(0, water.SprayVolume));
    }

    [Fact]
    public void A_fast_dive_splashes_more_than_a_slow_one()
    {
        double Most(double height)
        {
            var (most, ball, water) = (0.0, Scene.Ball(0.04, new(0, height, 0), Sea.Plain, 1500), Sea.Wide());
            Sea.With(water, ball).Run(Math.Sqrt(2 * height / 9.81) + 0.15, () => most = Math.Max(most, water.SprayVolume));
            return most;
        }

        Assert.True(Most(1.2) > 1.5 * Most(0.3));
    }

    [Fact]
    public void Rain_draws_rings_on_the_whole_square()
    {
        var water = Sea.Wide(1, 128);
        water.Rain = 200;
        Sea.With(water).Run(1);
        var heights = water.Surface().Heights;
        Assert.InRange(heights.Max(), 2e-5, 5e-3);
        foreach (var (x, z) in new[] { (-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25) })
        {
            var highest = Enumerable.Range(0, 100).Max(i => Math.Abs(water.Field.HeightAt(x + (i % 10 * 0.01), z + (i / 10 * 0.01))));
            Assert.True(highest > 1e-6);
        }
    }
}
