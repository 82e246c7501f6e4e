using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Pour;

namespace SoraFunctions.World.Tests.Physics.Pour;

using Stream = SoraFunctions.World.Physics.Pour.Stream;

public sealed class PourTests
{
    private static readonly Stream _stream = new(new(0.05, 0.4, 0), new(-0.15, -0.3, 0), 6e-5, 0.5, 2.5);
    private static readonly Vessel _glass = new(new(0, 0.01, 0), [(0.03, 0), (0.035, 0.05), (0.04, 0.12)]);

    [Fact]
    public void A_stream_gets_faster_as_it_falls_and_thinner_as_it_gets_faster() =>
        Prop.ForAll(Gen.Choose(0, 300).Select(i => i / 1000.0).ToArbitrary(), flight =>
        {
            var (speed, radius) = (_stream.VelocityAfter(flight).Length, _stream.RadiusAfter(flight));
            var fallen = _stream.Spout.Y - _stream.PlaceAfter(flight).Y;
            Assert.Equal(Math.Sqrt(_stream.Velocity.LengthSquared + (2 * 9.81 * fallen)), speed, 1e-9);
            Assert.Equal(_stream.Rate, Math.PI * radius * radius * speed, 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_poured_is_in_the_air_in_the_glass_or_over_its_rim() =>
        Prop.ForAll(
            (from time in Gen.Choose(0, 500) from before in Gen.Choose(0, 300) from rate in Gen.Choose(1, 40) select (time / 100.0, before * 1e-6, rate * 1e-5)).ToArbitrary(),
            c =>
            {
                var (time, before, rate) = c;
                var pour = new LiquidPour(_stream with { Rate = rate }, _glass, 0, before: before);
                var poured = rate * (Math.Clamp(time, 0.5, 2.5) - 0.5);
                Assert.Equal(poured + before, pour.InAirAt(time) + pour.VolumeAt(time) + pour.SpilledAt(time), 1e-9);
                Assert.True(pour.SpilledAt(time) < 1e-9 || pour.VolumeAt(time) > 0.999 * _glass.Capacity);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_level_never_sinks_and_ends_where_the_volume_says()
    {
        var pour = new LiquidPour(_stream, _glass, 0);
        var before = 0.0;
        for (var time = 0.0; time < 4; time += 0.05)
        {
            Assert.True(pour.LevelAt(time) >= before - 1e-9);
            before = pour.LevelAt(time);
        }

        Assert.Equal(_stream.Volume, _glass.VolumeTo(pour.LevelAt(4) - 0.01), 1e-9);
    }

    [Fact]
    public void A_frustum_holds_what_geometry_says() =>
        Assert.Equal(Math.PI * 0.1 / 3 * ((0.03 * 0.03) + (0.03 * 0.05) + (0.05 * 0.05)), new Vessel(default, [(0.03, 0), (0.05, 0.1)]).Capacity, 1e-12);

    [Fact]
    public void The_first_drop_lands_after_its_fall_and_drops_splash_only_then()
    {
        var pour = new LiquidPour(_stream, null, 0);
        var landing = 0.5 + _stream.FlightTo(0);
        Assert.Equal(0, pour.VolumeAt(landing - 0.01));
        Assert.True(pour.VolumeAt(landing + 0.05) > 0);
        Assert.Empty(pour.Drops(landing - 0.02, 0));
        Assert.NotEmpty(pour.Drops(landing + 0.3, 0));
        Assert.Empty(pour.Drops(4, 0));
    }

    [Fact]
    public void A_puddle_is_as_large_as_its_volume()
    {
        var pour = new LiquidPour(_stream, null, 0);
        Assert.Equal(_stream.Volume, Math.PI * Math.Pow(pour.RadiusAt(4), 2) * pour.LevelAt(4), 1e-9);
    }

    [Fact]
    public void A_stream_ends_on_the_body_that_it_meets()
    {
        var box = Scene.Block(new(0.1, 0.2, 0.1), new(0, 0.1, 0), new(0.5, 0.2));
        var pour = new LiquidPour(_stream, null, 0, box);
        Assert.All(pour.StreamAt(1.5).Positions, position => Assert.True(position.Y > 0.19));
        Assert.All(new LiquidPour(_stream, null, 0).StreamAt(1.5).Positions, position => Assert.True(position.Y > -0.01));
        Assert.Contains(new LiquidPour(_stream, null, 0).StreamAt(1.5).Positions, position => position.Y < 0.01);
    }

    [Fact]
    public void Its_meshes_keep_their_vertices_and_look_outwards()
    {
        var pour = new LiquidPour(_stream, _glass, 0);
        foreach (var (mesh, later) in new[] { (pour.StreamMesh(1), pour.StreamAt(2)), (pour.PoolMesh(2), pour.PoolAt(3)) })
        {
            Assert.Equal(mesh.Positions.Length, later.Positions.Length);
            Assert.Equal(mesh.Positions.Length, later.Normals.Length);
        }

        var whole = MassProperties.Of([pour.PoolMesh(4)], 1);
        Assert.Equal(pour.VolumeAt(4), whole.Mass, 0.03 * whole.Mass);
        Assert.True(MassProperties.Of([pour.StreamMesh(1.5)], 1).Mass > 0);
    }
}
