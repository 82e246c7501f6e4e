using System.Numerics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

public class FilmRendererTests
{
    private static readonly Stage Ball = Stages.Of(new Instance(Stages.Sphere(0.1f), new Material { Colour = new Vector3(0.8f, 0.1f, 0.1f) }));
    private static readonly FrameState Still = new(Stages.Front, [Stages.At(0, 0.1f, 0)]);

    [Fact]
    public void The_same_frame_comes_out_whatever_the_number_of_threads()
    {
        var moved = new FrameState(Stages.Front with { Aperture = 2 }, [Stages.At(0.03f, 0.12f, 0)]);
        var one = Frame(Ball, 160, 90, Still, moved, threads: 1);
        var three = Frame(Ball, 160, 90, Still, moved, threads: 3);
        Assert.Equal(one, three);
    }

    [Fact]
    public void Nothing_flickers_when_nothing_moves()
    {
        using var renderer = new FilmRenderer(Ball, 96, 64);
        var (first, later) = (new byte[96 * 64 * 3 / 2], new byte[96 * 64 * 3 / 2]);
        renderer.Render(Still, Still, 0, first);
        renderer.Render(Still, Still, 17, later);
        Assert.Equal(first, later);
    }

    [Fact]
    public void Final_quality_shows_the_same_picture_as_standard()
    {
        var moved = new FrameState(Stages.Front with { Aperture = 2 }, [Stages.At(0.03f, 0.12f, 0)]);
        var standard = Frame(Ball, 160, 90, Still, moved, 1);
        var other = Frame(Ball, 160, 90, Still, moved, 1, Quality.Final);
        var apart = Math.Sqrt(standard.Zip(other, (a, b) => (double)(a - b) * (a - b)).Average());
        Assert.InRange(apart, 0, 2.5);
        Assert.Equal(standard.Average(v => v), other.Average(v => v), 0.5);
    }

    [Theory]
    [InlineData(16, 16, Quality.Standard)]
    [InlineData(18, 34, Quality.Standard)]
    [InlineData(90, 160, Quality.Standard)]
    [InlineData(130, 130, Quality.Standard)]
    [InlineData(34, 18, Quality.Standard)]
    [InlineData(18, 34, Quality.Final)]
    public void Any_even_size_is_filled_to_the_last_byte(int width, int height, Quality quality)
    {
        using var renderer = new FilmRenderer(Ball, width, height, quality);
        var yuv = new byte[width * height * 3 / 2];
        renderer.Render(Still, Still, 0, yuv);
        Assert.All(yuv, value => Assert.InRange(value, 16, 240));
        Assert.True(yuv.Take(width * height).Max() - yuv.Take(width * height).Min() > 20);
    }

    /// <summary>From a roughness of 1/4 on, one mirrored ray does for four times as many pixels everywhere.</summary>
    [Fact]
    public void A_soft_mirror_takes_fewer_rays_and_looks_the_same()
    {
        byte[] Floor(float roughness) => Frame(
            Ball with { Ground = new Ground { Roughness = roughness, Reflectance = 0.1f } }, 320, 180, Still, Still, 2);
        var (all, half) = (Floor(0.2499f), Floor(0.2501f));
        Assert.NotEqual(all, half);
        Assert.InRange(Math.Sqrt(all.Zip(half, (a, b) => (double)(a - b) * (a - b)).Average()), 0, 0.7);
        Assert.InRange(all.Zip(half, (a, b) => Math.Abs(a - b)).Max(), 0, 10);
        Assert.Equal(all.Average(v => v), half.Average(v => v), 0.05);
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(65, 64)]
    [InlineData(64, 9000)]
    public void A_size_that_cannot_be_filmed_is_refused(int width, int height)
    {
        var error = Assert.Throws<ArgumentException>(() => new FilmRenderer(Ball, width, height));
        Assert.Contains("even", error.Message);
    }

    [Fact]
    public void A_state_with_the_wrong_number_of_poses_is_refused()
    {
        using var renderer = new FilmRenderer(Ball, 64, 64);
        var state = new FrameState(Stages.Front, []);
        Assert.Throws<ArgumentException>(() => renderer.Render(state, state, 0, new byte[64 * 64 * 3 / 2]));
    }

    private static byte[] Frame(
        Stage stage, int width, int height, FrameState previous, FrameState current, int threads, Quality quality = Quality.Standard)
    {
        using var renderer = new FilmRenderer(stage, width, height, quality, threads);
        var yuv = new byte[width * height * 3 / 2];
        renderer.Render(previous, current, 0, yuv);
        return yuv;
    }
}
