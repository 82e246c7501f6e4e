using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Tests.Cuts;

public sealed class LetteringTests
{
    private const double Ground = 121;
    private static readonly FrameFormat _format = new(360, 640);

    [Fact]
    public async Task Line_stands_in_the_lower_third_of_the_safe_zone_while_nothing_is_in_the_way()
    {
        using var cut = await Make(new Caption("A quiet line"));
        var frame = await cut.Frame(20);
        Assert.True(frame.Drawn(0.1, 0.85, 0.9, 0.96, Ground) > 0.01);
        Assert.Equal(0, frame.Drawn(0, 0.965, 1, 1, Ground));
        Assert.Equal(0, frame.Drawn(0, 0.1, 1, 0.8, Ground));
    }

    [Fact]
    public async Task Line_moves_up_when_the_product_stands_below()
    {
        using var cut = await Make(new Caption("A quiet line"), new ScreenBox(0, 0.1, 0.5, 0.9, 1));
        var frame = await cut.Frame(20);
        Assert.Equal(0, frame.Drawn(0, 0.5, 1, 1, Ground));
        Assert.True(frame.Drawn(0.1, 0.05, 0.9, 0.3, Ground) > 0.005);
    }

    [Theory]
    [InlineData("{\\an7\\fs200\\c&H0000FF&}quiet")]
    [InlineData("{\\p1}m 0 0 l 300 0 300 600 0 600{\\p0}")]
    [InlineData("one\\Ntwo\\Nthree\\Nfour\\Nfive")]
    [InlineData("a\nDialogue: 9,0:00:00.00,0:00:09.00,Base,,0,0,0,,{\\an7\\fs300}X")]
    public async Task Hostile_words_stay_words(string words)
    {
        using var cut = await Make(new Caption(words));
        var frame = await cut.Frame(20);
        Assert.Equal(0, frame.Drawn(0, 0.1, 1, 0.75, Ground));
        Assert.True(frame.Drawn(0.05, 0.75, 0.95, 0.96, Ground) > 0.01);
    }

    [Theory]
    [InlineData(CaptionRole.Title)]
    [InlineData(CaptionRole.Line)]
    [InlineData(CaptionRole.Price)]
    [InlineData(CaptionRole.CallToAction)]
    public async Task Words_stay_inside_the_safe_zone(CaptionRole role)
    {
        using var cut = await Make(new Caption("Twelve words that need more than one line on a small screen", role), zone: new SafeZone(0.06, 0.14, 0.1, 0.35), luma: 60);
        const double ground = 51;
        var frame = await cut.Frame(20);
        Assert.True(frame.Drawn(0.06, 0.14, 0.9, 0.65, ground) > 0.01);
        Assert.Equal(0, frame.Drawn(0, 0, 1, 0.14, ground));
        Assert.Equal(0, frame.Drawn(0, 0.65, 1, 1, ground));
        Assert.Equal(0, frame.Drawn(0, 0, 0.06, 1, ground));
        Assert.Equal(0, frame.Drawn(0.9, 0, 1, 1, ground));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(126)]
    [InlineData(230)]
    public async Task Words_have_contrast_on_any_ground(byte luma)
    {
        using var cut = await Make(new Caption("Readable", CaptionRole.Title), luma: luma);
        var frame = await cut.Frame(20);
        var ground = Nearby(frame);
        var ink = Enumerable.Range(0, frame.Rgba.Length / 4).Select(i => (double)frame.Rgba[4 * i]).MaxBy(grey => Math.Abs(grey - ground));
        Assert.True(new Ink((byte)ground, (byte)ground, (byte)ground).Contrast(new Ink((byte)ink, (byte)ink, (byte)ink)) >= 4.3);
    }

    [Fact]
    public async Task Label_is_large_from_the_first_frame_and_small_after_two_and_a_half_seconds()
    {
        using var cut = await TestCut.Make(
            _format, [TestCut.Shot("one", 3m)], change: order => order with { Label = "AI generated", Storyboard = order.Storyboard with { Sound = Silent } });
        Assert.InRange(LetterHeight(await cut.Frame(0)), 0.05 * 360, 0.07 * 360);
        Assert.InRange(LetterHeight(await cut.Frame(70)), 0.05 * 360, 0.07 * 360);
        Assert.InRange(LetterHeight(await cut.Frame(80)), 6, 0.04 * 360);
    }

    [Fact]
    public async Task Chinese_words_are_drawn_by_a_face_that_has_every_character()
    {
        const string words = "清晨，一杯慢下来的时光。";
        var face = Typeface.For(words, "zh-CN", 700);
        var metrics = await FontMetrics.Of(face);
        Assert.Equal("Noto Sans CJK SC", face.Family);
        Assert.All(words, c => Assert.True(metrics.Has(c), $"no glyph for {c}"));
        Assert.Equal(words.Length, metrics.Width(words), 3);
        using var cut = await Make(new Caption("曦"));
        using var other = await Make(new Caption("辉"));
        var (one, two) = (await cut.Frame(20), await other.Frame(20));
        var different = one.Rgba.Zip(two.Rgba).Count(pair => Math.Abs(pair.First - pair.Second) > 60);
        Assert.True(different > 60, $"two characters look the same: {different} samples differ");
    }

    [Fact]
    public async Task Colours_arrive_as_ordered()
    {
        using var cut = await Make(new Caption("X", CaptionRole.Price), look: new Look { Accent = "#1f4fa8" });
        var frame = await cut.Frame(20);
        var blue = Enumerable.Range(0, frame.Rgba.Length / 4).Count(i =>
            Math.Abs(frame.Rgba[4 * i] - 0x1f) < 6 && Math.Abs(frame.Rgba[4 * i + 1] - 0x4f) < 6 && Math.Abs(frame.Rgba[4 * i + 2] - 0xa8) < 6);
        Assert.True(blue > 300, $"{blue} pixels have the accent colour");
    }

    /// <summary>What is right beside the words, at half the height of their capitals.</summary>
    private static double Nearby(Media.Pictures.DecodedPicture frame)
    {
        var corner = frame.Grey(0.02, 0.02);
        var marks = Enumerable.Range(0, frame.Rgba.Length / 4).Where(i => Math.Abs(frame.Rgba[4 * i] - corner) > 90).ToList();
        var (left, row) = (marks.Min(i => i % frame.Width), marks[marks.Count / 2] / frame.Width);
        return frame.Grey((left - 5.0) / frame.Width, row / (double)frame.Height);
    }

    private static SoundPlan Silent => new() { Music = false, RoomTone = false, Effects = false };

    private static Task<TestCut> Make(Caption caption, ScreenBox? product = null, Look? look = null, SafeZone? zone = null, byte luma = 120) => TestCut.Make(
        _format,
        [TestCut.Shot("one", 1.2m, caption)],
        lumas: [luma],
        logs: [new ClipLog { SubjectBoxes = product is null ? [] : [.. Enumerable.Range(0, 7).Select(i => product with { Time = i * 0.2 })] }],
        change: order => order with
        {
            SafeZone = zone ?? order.SafeZone,
            Storyboard = order.Storyboard with { Sound = Silent, Look = look ?? new Look() },
        });

    /// <summary>Rows between the top and the bottom of white letters in the upper left quarter.</summary>
    private static int LetterHeight(Media.Pictures.DecodedPicture frame)
    {
        var rows = Enumerable.Range(0, frame.Height / 2).Where(y =>
            Enumerable.Range(0, frame.Width).Any(x => frame.Grey((x + 0.5) / frame.Width, (y + 0.5) / frame.Height) > 205)).ToList();
        // "g" reaches below the base line by a quarter of the height of capitals and "A" above: take the capitals only.
        return (int)((rows[^1] - rows[0] + 1) / 1.27);
    }
}
