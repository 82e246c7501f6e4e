using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

public class LightTests
{
    /// <summary>Form factor of a rectangle over a parallel point below its corner, times four: textbook closed form.</summary>
    [Theory]
    [InlineData(1f, 1f, 1f)]
    [InlineData(0.2f, 0.5f, 2f)]
    [InlineData(3f, 2f, 1f)]
    public void A_lamp_overhead_lights_the_ground_by_the_closed_form(float halfA, float halfB, float height)
    {
        var lamp = new Softbox(new AreaLight(new Vector3(0, height, 0), Vector3.UnitX * halfA, Vector3.UnitZ * halfB, Vector3.One));
        var factor = lamp.FormFactor(Wide3.Zero, Wide3.All(Vector3.UnitY)).ToScalar();
        var (a, b) = (halfA / height, halfB / height);
        var (ra, rb) = (MathF.Sqrt(1 + a * a), MathF.Sqrt(1 + b * b));
        var expected = 4 / (2 * MathF.PI) * (a / ra * MathF.Atan(b / ra) + b / rb * MathF.Atan(a / rb));
        Assert.Equal(expected, factor, 0.01f);
    }

    [Fact]
    public void A_lamp_does_not_light_what_is_behind_it()
    {
        var lamp = new Softbox(Stages.Lamp(new Vector3(0, 1, 0), Vector3.Zero, 0.5f, 1));
        Assert.Equal(0, lamp.FormFactor(Wide3.All(new Vector3(0, 2, 0)), Wide3.All(-Vector3.UnitY)).ToScalar());
    }

    [Fact]
    public void A_mirror_sees_the_lamp_in_the_mirrored_direction_and_nowhere_else()
    {
        var lamp = new Softbox(new AreaLight(new Vector3(0, 1, 0), Vector3.UnitX * 0.2f, Vector3.UnitZ * 0.2f, Vector3.One));
        Assert.True(lamp.Reflected(Wide3.Zero, Wide3.All(Vector3.UnitY), Vector512.Create(0.01f)).ToScalar() > 0.8f);
        var beside = Wide3.All(Vector3.Normalize(new Vector3(0.6f, 1, 0)));
        Assert.Equal(0, lamp.Reflected(Wide3.Zero, beside, Vector512.Create(0.01f)).ToScalar(), 0.01f);
    }

    [Fact]
    public void Uniform_surroundings_light_every_direction_alike_at_every_roughness()
    {
        var around = new Surroundings(_ => Wide3.All(new Vector3(0.5f, 1, 2)));
        foreach (var direction in new[] { Vector3.UnitY, -Vector3.UnitZ, Vector3.Normalize(new Vector3(-1, -2, 0.3f)) })
        {
            Assert.Equal(0.5f, around.Diffuse(Wide3.All(direction)).X.ToScalar(), 0.01f);
            foreach (var roughness in new[] { 0f, 0.3f, 1f })
                Assert.Equal(2, around.Radiance(Wide3.All(direction), Vector512.Create(roughness)).Z.ToScalar(), 0.02f);
        }
    }

    [Fact]
    public void Rays_to_the_sky_have_unit_length_and_are_spread_by_the_cosine()
    {
        var height = 0f;
        for (var run = 0; run < 4; run++)
        {
            Sampling.Point(Sampling.Places + Vector512.Create(16 * run), out var u, out var v);
            var way = Sampling.Hemisphere(u, v);
            foreach (var lane in Enumerable.Range(0, 16))
                Assert.Equal(1, new Vector3(way.X[lane], way.Y[lane], way.Z[lane]).Length(), 1e-4f);
            height += Vector512.Sum(way.Z) / 64;
        }

        Assert.Equal(2 / 3f, height, 0.01f);
    }

    /// <summary>
    /// A furnace: in an evenly bright world a white, rough body can hardly be told from it. The diffuse part gives back all, the thin
    /// reflection on top adds at most its few per cent.
    /// </summary>
    [Fact]
    public void A_white_body_in_a_white_world_is_white()
    {
        var stage = Stages.Of() with
        {
            Backdrop = new Backdrop { Zenith = Vector3.One, Horizon = Vector3.One },
            Ground = new Ground { Colour = Vector3.One },
            Lights = [Stages.Lamp(new Vector3(0, 5, 0), Vector3.Zero, 0.1f, 0)],
        };
        var lighting = new Lighting(stage, new GroundShading(stage.Ground, 0));
        SurfacePoint point = default;
        point.Normal = Wide3.All(Vector3.Normalize(new Vector3(0.2f, 0.4f, 1)));
        point.Base = Wide3.All(Vector3.One);
        point.Roughness = Vector512.Create(0.9f);
        point.Index = Vector512.Create(1.5f);
        point.Occlusion = Vector512<float>.One;
        var colour = Shading.Body(lighting, point, Wide3.All(-Vector3.UnitZ), Visibility.Free, Wide3.Zero, Vector512<float>.Zero);
        Assert.InRange(colour.X.ToScalar(), 0.98f, 1.06f);
    }
}
