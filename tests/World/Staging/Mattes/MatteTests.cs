using System.Numerics;
using SoraFunctions.World.Staging.Pictures;
using SoraFunctions.World.Staging.Pictures.Mattes;
using Xunit.Abstractions;

namespace SoraFunctions.World.Tests.Staging.Mattes;

public sealed class MatteTests(ITestOutputHelper output)
{
    // A pale tube on pale texture or grain, and a grey box whose edges vanish in a grey gradient, have no outline that could be found.
    private static readonly (string, string)[] _hopeless = [("pale tube", "noisy"), ("pale tube", "textured"), ("grey box", "grey gradient"), ("grey box", "textured"), ("carton", "textured")];

    public static TheoryData<string, string> Photos()
    {
        var data = new TheoryData<string, string>();
        foreach (var product in Composite.Products)
        {
            foreach (var ground in Composite.Grounds.Where(ground => !_hopeless.Contains((product, ground))))
            {
                data.Add(product, ground);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Photos))]
    public void A_product_is_freed_from_its_ground_softly_and_without_a_halo(string product, string ground)
    {
        var photo = Composite.Draw(product, ground, 400, 500);
        var matte = Background.Remove(photo.Photo);
        Assert.NotNull(matte);
        var matching = Matching.Of(photo, matte);
        output.WriteLine($"{product} before {ground}: {matching}");
        Assert.True(matching.Alpha < 0.02, $"{matching}");
        Assert.True(matching.Halo < 0.06, $"{matching}");
    }

    [Fact]
    public void The_product_itself_is_not_touched()
    {
        var photo = Composite.Draw("jar", "coloured", 400, 500);
        var matte = Background.Remove(photo.Photo)!;
        var at = 4 * ((300 * 400) + 200);
        Assert.Equal(photo.Photo.Rgba[at..(at + 3)], matte.Rgba[at..(at + 3)]);
        Assert.Equal(255, matte.Rgba[at + 3]);
    }

    [Fact]
    public void Nothing_stands_before_an_empty_ground()
    {
        foreach (var ground in Composite.Grounds)
        {
            Assert.Null(Background.Remove(Composite.Draw("nothing", ground, 300, 200).Photo));
        }
    }

    [Fact]
    public void Two_products_of_a_size_are_left_together_on_their_ground()
    {
        var one = Composite.Draw("jar", "coloured", 300, 300).Photo;
        var two = new Scenes.Texture(600, 300, [.. Enumerable.Range(0, 300).SelectMany(y => one.Rgba[(y * 1200)..((y + 1) * 1200)].Concat(one.Rgba[(y * 1200)..((y + 1) * 1200)]))]);
        Assert.True(PictureReader.Read(one).Outlined);
        Assert.False(PictureReader.Read(two).Outlined);
    }

    [Fact]
    public void A_busy_border_is_no_ground()
    {
        var random = new Random(4);
        var rgba = new byte[200 * 200 * 4];
        random.NextBytes(rgba);
        Assert.Null(Background.Remove(new(200, 200, rgba)));
        Assert.Null(Background.Remove(Pictures.Label()));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 700)]
    [InlineData(700, 3)]
    public void No_shape_of_picture_is_too_odd(int width, int height) =>
        Background.Remove(new(width, height, [.. Enumerable.Range(0, width * height * 4).Select(i => (byte)(i * 7))]));

    [Fact]
    public void A_cut_costs_no_more_than_any_other()
    {
        // All 512 ways to part nine pixels are few enough to try.
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var graph = new GraphCut(3, 3);
            var wants = Enumerable.Range(0, 9).Select(_ => (random.NextSingle() * 4) - 2).ToArray();
            List<(int A, int B, float Cost)> edges = [];
            for (var i = 0; i < 9; i++)
            {
                graph.Want(i % 3, i / 3, wants[i]);
                foreach (var (direction, dx, dy) in new[] { (0, 1, 0), (2, 0, 1), (4, 1, 1), (6, -1, 1) })
                {
                    var (x, y) = ((i % 3) + dx, (i / 3) + dy);
                    if (x is >= 0 and < 3 && y < 3)
                    {
                        var cost = random.NextSingle();
                        graph.Join(i % 3, i / 3, direction, cost);
                        edges.Add((i, (3 * y) + x, cost));
                    }
                }
            }

            graph.Solve();
            float Cost(Func<int, bool> inside) =>
                Enumerable.Range(0, 9).Sum(i => inside(i) ? Math.Max(-wants[i], 0) : Math.Max(wants[i], 0)) + edges.Sum(e => inside(e.A) != inside(e.B) ? e.Cost : 0);
            var best = Enumerable.Range(0, 512).Min(bits => Cost(i => (bits >> i & 1) == 1));
            Assert.Equal(best, Cost(i => graph.IsInside(i % 3, i / 3)), 1e-4f);
        }
    }
}
