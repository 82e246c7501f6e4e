using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Models.Reading;

namespace SoraFunctions.Models.Tests.Reading;

public class TextMapTests
{
    [Fact]
    public void A_bar_becomes_a_line_that_is_grown_back()
    {
        var line = Assert.Single(TextMap.Lines(Drawn(100, 60, (x, y) => x is >= 20 and < 80 && y is >= 30 and < 40), 100, 60));
        Assert.Equal((50, 35, 0), (line.CentreX, line.CentreY, line.Angle));
        // 60 x 10 points, 1.5 times their area over their circumference of 140: 6.43 to each side.
        Assert.Equal(60 + 2 * 6.4286f, line.Width, 1e-3f);
        Assert.Equal(10 + 2 * 6.4286f, line.Height, 1e-3f);
    }

    [Fact]
    public void A_turned_bar_keeps_its_angle()
    {
        var (sine, cosine) = MathF.SinCos(0.3f);
        var line = Assert.Single(TextMap.Lines(Drawn(200, 120, (x, y) =>
            Math.Abs((x - 100) * cosine + (y - 60) * sine) < 60 && Math.Abs((y - 60) * cosine - (x - 100) * sine) < 8), 200, 120));
        Assert.Equal(0.3f, line.Angle, 0.03f);
        Assert.True(line.Width > 3 * line.Height);
    }

    [Fact]
    public void Specks_and_faint_patches_are_no_lines() =>
        Assert.Empty(TextMap.Lines(Drawn(60, 40, (x, y) => x == 5 && y == 5).Zip(Drawn(60, 40, (x, _) => x > 30), (one, other) => Math.Max(one, other * 0.4f)).ToArray(), 60, 40));

    [Fact]
    public void The_smallest_rectangle_holds_every_point()
    {
        var points = Gen.ArrayOf(Gen.Choose(0, 50)).Where(list => list.Length >= 2).ToArbitrary();
        Prop.ForAll(points, list =>
        {
            Vector2[] some = [.. list.Zip(list.Skip(1), (x, y) => new Vector2(x, y))];
            var box = MinimumRectangle.Around(some);
            Assert.InRange(box.Angle, -0.7855f, 0.7855f);
            foreach (var point in some)
            {
                var from = point - new Vector2(box.CentreX, box.CentreY);
                var (sine, cosine) = MathF.SinCos(box.Angle);
                Assert.InRange(Math.Abs(from.X * cosine + from.Y * sine), 0, box.Width / 2 + 1e-2f);
                Assert.InRange(Math.Abs(from.Y * cosine - from.X * sine), 0, box.Height / 2 + 1e-2f);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static float[] Drawn(int width, int height, Func<int, int, bool> inside) =>
        [.. Enumerable.Range(0, width * height).Select(i => inside(i % width, i / width) ? 1f : 0f)];
}
