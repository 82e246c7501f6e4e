using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Render.Around;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render.Around;

public class SurroundingsTests
{
    [Fact]
    public void A_white_body_in_a_uniform_panorama_is_as_bright_as_it()
    {
        var stage = Stages.Of() with
        {
            Backdrop = new Backdrop { Panorama = new Panorama(64, 32, Uniform(64, 32, 0.7f)), Zenith = Vector3.Zero, Horizon = Vector3.Zero },
            Ground = new Ground { Pattern = GroundPattern.None },
            Lights = [Stages.Lamp(new Vector3(0, 5, 0), Vector3.Zero, 0.1f, 0)],
        };
        var lighting = new Lighting(stage, new GroundShading(stage.Ground, 0));
        foreach (var normal in Directions())
        {
            Assert.Equal(0.7f, lighting.Diffuse(Wide3.Zero, Wide3.All(normal), Visibility.Free).X.ToScalar(), 0.01f);
        }
    }

    [Fact]
    public void Blurring_for_roughness_keeps_the_mean_of_the_light()
    {
        var map = Octahedron.Sampled(d => new Wide3(d.X * d.X, d.Y + Vector512<float>.One, Vector512.Abs(d.Z)), 64);
        foreach (var alpha in new[] { 0.0625f, 0.25f, 1f })
        {
            var blurred = Lobe.Blurred(map, 32, alpha);
            Assert.True(Vector3.Distance(Mean(map), Mean(blurred)) < 0.02f, $"{Mean(map)} becomes {Mean(blurred)} at {alpha}");
        }
    }

    [Fact]
    public void A_sun_in_a_panorama_makes_no_speck_brighter_than_a_lamp_in_reflections()
    {
        var rgb = Uniform(256, 128, 0.3f);
        rgb.AsSpan(3 * ((40 * 256) + 128), 3).Fill(50_000);
        var stage = Stages.Of() with { Backdrop = new Backdrop { Panorama = new Panorama(256, 128, rgb) }, Ground = new Ground { Pattern = GroundPattern.None } };
        var around = new Lighting(stage, new GroundShading(stage.Ground, 0)).Around;
        var polar = MathF.PI * 40.5f / 128;
        var sun = Wide3.All(new Vector3(0, MathF.Cos(polar), -MathF.Sin(polar)));
        Assert.InRange(around.Radiance(sun, Vector512.Create(0f)).X.ToScalar(), 20, 160);
    }

    [Fact]
    public void A_panorama_has_its_middle_ahead_and_its_right_half_to_the_right()
    {
        var rgb = Uniform(64, 32, 0);
        for (var y = 0; y < 32; y++)
        for (var x = 40; x < 56; x++)
            rgb[3 * ((y * 64) + x)] = 1;
        var stage = Stages.Of() with { Backdrop = new Backdrop { Panorama = new Panorama(64, 32, rgb) { Shown = true } } };
        var backdrop = new BackdropShading(stage);
        Assert.Equal(1, backdrop.Radiance(Wide3.All(Vector3.UnitX)).X.ToScalar(), 0.05f);
        Assert.Equal(0, backdrop.Radiance(Wide3.All(-Vector3.UnitX)).X.ToScalar(), 0.05f);
        Assert.Equal(0, backdrop.Radiance(Wide3.All(-Vector3.UnitZ)).X.ToScalar(), 0.05f);
    }

    [Fact]
    public void A_hidden_panorama_lights_but_is_not_seen()
    {
        var stage = Stages.Of() with { Backdrop = new Backdrop { Panorama = new Panorama(64, 32, Uniform(64, 32, 5)), Zenith = new(0.1f), Horizon = new(0.1f) } };
        var backdrop = new BackdropShading(stage);
        Assert.Equal(0.1f, backdrop.Radiance(Wide3.All(Vector3.UnitX)).X.ToScalar(), 0.001f);
        Assert.Equal(5, backdrop.Light(Wide3.All(Vector3.UnitX)).X.ToScalar(), 0.05f);
    }

    [Fact]
    public void Out_of_focus_a_panorama_keeps_its_mean_and_loses_its_contrast()
    {
        var rgb = new float[128 * 64 * 3];
        for (var i = 0; i < rgb.Length; i++) rgb[i] = i / 3 % 2;
        var map = new SphereMap([.. Enumerable.Range(0, 128 * 64).Select(i => new Vector3(rgb[3 * i]))], 128, 64);
        Assert.Equal(0.5f, map.Radiance(Wide3.All(-Vector3.UnitZ), 0.3f).X.ToScalar(), 0.02f);
    }

    private static float[] Uniform(int width, int height, float value)
    {
        var rgb = new float[width * height * 3];
        Array.Fill(rgb, value);
        return rgb;
    }

    private static Vector3 Mean(Octahedron map)
    {
        var (sum, area) = (Vector3.Zero, 0f);
        for (var i = 0; i < map.Texels.Length; i++)
        {
            var part = Octahedron.Area(map.Direction(i % map.Size, i / map.Size));
            (sum, area) = (sum + (map.Texels[i] * part), area + part);
        }

        return sum / area;
    }

    private static Vector3[] Directions() =>
        [Vector3.UnitY, -Vector3.UnitY, Vector3.UnitX, Vector3.Normalize(new(-1, 0.4f, 0.7f)), Vector3.Normalize(new(0.2f, -0.8f, -0.7f))];
}
