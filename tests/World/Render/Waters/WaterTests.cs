using System.Numerics;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Render.Waters;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Tests.Render.Waters;

public class WaterTests
{
    private static readonly Ground _pool = new()
    {
        Pattern = GroundPattern.Water, Colour = new(0.05f, 0.42f, 0.5f), Second = new(0.5f), Scale = 0.15f, Sweep = 0,
        WaveHeight = 0.02f, WaveLength = 0.6f, Depth = 1,
    };

    [Theory]
    [InlineData(0.5f)]
    [InlineData(2f)]
    public void A_wave_runs_by_the_dispersion_of_deep_water(float length)
    {
        // One wave of four crests along the side.
        var field = new WaveField(4 * length, 4, 4.001f, 1, 0.01f, 0.01f, 3);
        var period = 2 * MathF.PI / MathF.Sqrt(9.81f * 2 * MathF.PI / Length(field, length));
        field.Move(0);
        var before = field.Heights.ToArray();
        field.Move(period / 2);
        Assert.All(before.Zip(field.Heights.ToArray()), pair => Assert.Equal(-pair.First, pair.Second, 2e-4f));
        field.Move(period);
        Assert.All(before.Zip(field.Heights.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 2e-4f));
    }

    [Fact]
    public void Slopes_are_those_of_the_heights()
    {
        var field = new WaveField(2, 4, 16, 20, 0.01f, 1, 3);
        field.Move(1.3);
        const float step = 2f / WaveField.Side;
        var worst = 0f;
        for (var i = 1; i < WaveField.Side - 1; i++)
        {
            var row = 40 * WaveField.Side;
            worst = MathF.Max(worst, MathF.Abs(((field.Heights[row + i + 1] - field.Heights[row + i - 1]) / (2 * step)) - field.SlopesX[row + i]));
        }

        Assert.InRange(worst, 0, 0.02f);
    }

    [Fact]
    public void Waves_gather_light_on_the_bottom_and_lose_none()
    {
        var field = new WaveField(2, 4, 30, 30, 0.008f, 3, 3);
        field.Move(2);
        var caustics = new Caustics();
        caustics.Cast(field, 1.2f);
        var (sum, brightest) = (0f, 0f);
        for (var z = 0; z < WaveField.Side; z++)
        for (var x = 0; x < WaveField.Side; x += 16)
        {
            var light = caustics.At((Ramp + All(x)) * (2f / WaveField.Side), All(z * 2f / WaveField.Side), 2, Vector512<float>.Zero);
            sum += Vector512.Sum(light);
            for (var i = 0; i < 16; i++) brightest = MathF.Max(brightest, light.GetElement(i));
        }

        Assert.Equal(1, sum / (WaveField.Side * WaveField.Side), 0.001f);
        Assert.True(brightest > 1.8f, $"{brightest} at most");
    }

    [Fact]
    public void A_pixel_that_averages_waves_is_rougher_for_it()
    {
        var water = new GroundShading(_pool, 1);
        water.At(Ramp, All(-1), All(0.001f), out var near);
        water.At(Ramp, All(-1), All(3), out var far);
        Assert.True(far.Roughness.ToScalar() > 1.5f * near.Roughness.ToScalar());
    }

    [Fact]
    public void Ripples_of_the_shot_raise_the_surface_where_they_are()
    {
        var heights = new float[33 * 33];
        heights[(16 * 33) + 16] = 0.05f;
        var stage = Stages.Of() with { Ground = _pool with { WaveHeight = 0 } };
        var shading = new GroundShading(stage.Ground, 1);
        var state = new FrameState(Stages.Front, []) { Water = new WaterSurface(new Vector2(0.3f, 0), 1, 33, heights) };
        shading.Water!.Begin(stage, state, new Vector3(0, 1, 1));
        Assert.Equal(0.05f, shading.Water.Height(All(0.3f), All(0)).ToScalar(), 1e-4f);
        Assert.Equal(0, shading.Water.Height(All(2), All(0)).ToScalar(), 1e-4f);
        var down = new Rays { Origin = Wide3.All(new Vector3(0.3f, 1, 0)), Direction = Wide3.All(-Vector3.UnitY) };
        Assert.Equal(0.95f, new Floor(stage.Ground, shading).Meet(down).ToScalar(), 1e-3f);
    }

    [Fact]
    public void Water_moves_with_time_and_comes_out_the_same_for_the_same_time()
    {
        var (first, again, later) = (Frame(1), Frame(1), Frame(1.2));
        Assert.Equal(first, again);
        Assert.NotEqual(first, later);
    }

    // Its slopes tell the direction that the wave was given, and by it its true length.
    private static float Length(WaveField field, float length)
    {
        field.Move(0);
        var (x, z) = (0f, 0f);
        for (var i = 0; i < field.SlopesX.Length; i++) (x, z) = (MathF.Max(x, field.SlopesX[i]), MathF.Max(z, field.SlopesZ[i]));
        var crests = MathF.Sqrt((x * x) + (z * z)) * 4 * length / (2 * MathF.PI * 0.01f * MathF.Sqrt(2));
        return 4 * length / crests;
    }

    private static byte[] Frame(double time)
    {
        using var renderer = new FilmRenderer(Stages.Of(new Instance(Stages.Sphere(0.1f), new Material())) with { Ground = _pool }, 96, 64);
        var rgb = new byte[96 * 64 * 3];
        var state = new FrameState(Stages.Front, [Stages.At(0, 0, 0)]) { Time = time };
        renderer.RenderRgb(state, state, 0, rgb);
        return rgb;
    }
}
