using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Tests.Render;

public class CoarseTests
{
    private const int Width = 320;
    private const int Height = 180;
    private static readonly Vector3 _low = Vector3.Normalize(new Vector3(0.3f, 0.5f, -0.6f));

    private static readonly Stage _table = Stages.Of(
        new Instance(Stages.Sphere(0.08f), new Material { Colour = new Vector3(0.8f, 0.1f, 0.1f), Roughness = 0.25f }),
        new Instance(Stages.Sphere(0.08f), new Material { Colour = new Vector3(0.9f, 0.7f, 0.2f), Metallic = 1, Roughness = 0.4f })) with
    {
        Ground = new Ground { Pattern = GroundPattern.Wood, Colour = new Vector3(0.4f, 0.25f, 0.15f), Second = new Vector3(0.2f, 0.1f, 0.05f), Scale = 0.1f, Sweep = 0 },
        Backdrop = new Backdrop { Sky = new Sky(_low) },
    };

    [Theory]
    [InlineData(1.4f, 1, 44)]
    [InlineData(4, 1, 46)]
    [InlineData(2, 0.6f, 44)]
    [InlineData(0, 1, 50)]
    public void Nothing_is_lost_where_two_by_two_pixels_share_a_shade(float aperture, float focus, double least)
    {
        var (coarse, fine) = (Frame(true, aperture, focus), Frame(false, aperture, focus));

        var square = coarse.Zip(fine, (a, b) => (double)(a - b) * (a - b)).Average();

        var signal = 10 * Math.Log10(255 * 255 / Math.Max(square, 1e-3));
        Assert.True(signal > least, $"{signal:F1} dB");
    }

    [Fact]
    public void No_seam_shows_where_the_rate_changes()
    {
        var (coarse, fine) = (Frame(true, 2, 1), Frame(false, 2, 1));

        // A seam is an edge along several blocks that the picture of one rate does not have.
        var worst = 0.0;
        for (var y = 0; y + 12 <= Height; y += 4)
        for (var x = 4; x < Width; x += 4)
        {
            double Edge(byte[] rgb) => Enumerable.Range(0, 12).Sum(row => rgb[At(x, y + row)] - rgb[At(x - 1, y + row)]) / 12.0;
            worst = Math.Max(worst, Math.Abs(Edge(coarse) - Edge(fine)));
        }

        Assert.InRange(worst, 0, 8);
    }

    [Fact]
    public void The_rates_are_the_same_for_any_number_of_threads() => Assert.Equal(Frame(true, 2, 1, 1), Frame(true, 2, 1, 3));

    [Fact]
    public void Four_floats_in_a_row_are_read_at_each_place()
    {
        var numbers = Enumerable.Range(0, 64).Select(i => (float)i).ToArray();

        Prop.ForAll(Gen.Choose(0, 60).ArrayOf(16).ToArbitrary(), places =>
        {
            var found = Read(numbers, places);
            return Enumerable.Range(0, 64).All(i => found[i / 16][i % 16] == places[i % 16] + i / 16);
        }).QuickCheckThrowOnFailure();
    }

    private static unsafe float[][] Read(float[] numbers, int[] places)
    {
        fixed (float* source = numbers)
        {
            Gather4(source, System.Runtime.Intrinsics.Vector512.Create(places), out var a, out var b, out var c, out var d);
            return [Lanes(a), Lanes(b), Lanes(c), Lanes(d)];
        }
    }

    private static float[] Lanes(System.Runtime.Intrinsics.Vector512<float> value) => [.. Enumerable.Range(0, 16).Select(lane => value[lane])];

    private static int At(int x, int y) => 3 * ((y * Width) + x) + 1;

    private static byte[] Frame(bool twoRates, float aperture, float focus, int threads = 2)
    {
        var camera = Stages.Front with { Aperture = aperture, Focus = focus };
        var state = new FrameState(camera, [Stages.At(0, 0.08f, 0.1f), Stages.At(0.15f, 0.08f, -0.6f)]);
        using var renderer = new FilmRenderer(_table, Width, Height, threads: threads) { TwoRates = twoRates };
        var rgb = new byte[3 * Width * Height];
        renderer.RenderRgb(state, state, 0, rgb);
        return rgb;
    }
}
