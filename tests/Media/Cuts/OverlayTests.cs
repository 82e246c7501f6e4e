using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Cuts;

/// <summary>Logo, prices, stars, terms and emoji in finished cuts.</summary>
public sealed class OverlayTests
{
    private const double Ground = 121;
    private static readonly Look _look = new() { Primary = "#20242c", Accent = "#e0784a" };

    [Fact]
    public async Task Nothing_is_written_where_nothing_is_asked_for()
    {
        using var cut = await TestCut.Make(new FrameFormat(320, 180, 10), [TestCut.Shot("one", 1m)], change: order => order with { Storyboard = order.Storyboard with { Sound = Silent } });
        foreach (var frame in new[] { 0, 5, 9 })
            Assert.Equal(0, (await cut.Frame(frame)).Drawn(0, 0, 1, 1, Ground));
    }

    // The safe zones that differ most, of the channels in functions/Pipeline/Channels.
    [Theory]
    [InlineData(270, 480, 0.06, 0.13, 0.15, 0.28)]
    [InlineData(270, 480, 0.045, 0.15, 0.18, 0.35)]
    [InlineData(480, 270, 0.05, 0.06, 0.05, 0.12)]
    [InlineData(320, 320, 0.05, 0.05, 0.05, 0.08)]
    public async Task All_that_is_written_keeps_inside_of_the_safe_zone(int width, int height, double left, double top, double right, double bottom)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(width, height, 10),
            [
                TestCut.Shot("a", 1.5m, new Caption("The rather long Dawn Stoneware Cup of Devon", CaptionRole.Title)),
                TestCut.Shot("b", 1.5m, new Caption("Twelve words that need more than one line on a small screen \u2728")),
                TestCut.Shot("c", 1m, new Caption("$49.00", CaptionRole.Price) { Was = "$64.00" }),
                TestCut.Shot("d", 1m, new Caption("4.8 \u00b7 1,234 reviews", CaptionRole.Rating) { Stars = 4.8 }),
                TestCut.Shot("e", 1m, new Caption("Shop the collection now", CaptionRole.CallToAction)),
                TestCut.Shot("f", 2m, line: "And every sip of coffee takes its very own sweet time"),
            ],
            lumas: [60, 60, 60, 60, 60, 60],
            logs: [.. Enumerable.Repeat(new ClipLog { SubjectBoxes = [.. Enumerable.Range(0, 12).Select(i => new ScreenBox(i * 0.2, 0.3, 0.35, 0.7, 0.7))] }, 6)],
            change: order => order with
            {
                SafeZone = new SafeZone(left, top, right, bottom),
                Label = "AI generated",
                Storyboard = order.Storyboard with
                {
                    Sound = Silent, Look = _look, Captions = CaptionStyle.BoldSocial, Brand = new BrandKit { Logo = "logo" },
                    Legal = "Offer valid until 31 December while stocks last.",
                },
            },
            speaker: Tone,
            files: new Dictionary<string, byte[]> { ["logo"] = Logo });
        // Dark enough that no cloud is needed, which would reach a little farther than the words.
        const double ground = 51;
        foreach (var number in new[] { 3, 8, 14, 18, 25, 33, 38, 43, 48, 53, 58, 63, 68, 78 })
        {
            var frame = await cut.Frame(number);
            Assert.True(frame.Drawn(left, top, 1 - right, 1 - bottom, ground) > 0.005, $"frame {number} has words");
            Assert.Equal(0, frame.Drawn(0, 0, 1, top, ground));
            Assert.Equal(0, frame.Drawn(0, 1 - bottom, 1, 1, ground));
            Assert.Equal(0, frame.Drawn(0, 0, left, 1, ground));
            Assert.Equal(0, frame.Drawn(1 - right, 0, 1, 1, ground));
        }
    }

    [Fact]
    public async Task Logo_stands_in_a_corner_and_on_the_end_card_in_its_own_colours()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(640, 360, 10), [TestCut.Shot("a", 4m)],
            change: order => order with
            {
                Storyboard = order.Storyboard with { Sound = Silent, Look = _look, Brand = new BrandKit { Logo = "logo" }, EndCard = new EndCard { Title = "Dawn Cup", Brand = "Hearth", Seconds = 2 } },
            },
            files: new Dictionary<string, byte[]> { ["logo"] = Logo });
        Assert.True(Coloured(await cut.Frame(15), 0.7, 0, 1, 0.2) > 60);
        Assert.True(Coloured(await cut.Frame(38), 0.45, 0.1, 1, 0.9) > 200);
        Assert.Equal(0, Coloured(await cut.Frame(1), 0, 0, 1, 1));
    }

    // Who holds the screen in his hand can't scan it: the code for the checkout has to be there, on the tightest channels too.
    [Theory]
    [InlineData(540, 960, 0.06, 0.13, 0.15, 0.28)]
    [InlineData(540, 960, 0.045, 0.15, 0.18, 0.35)]
    [InlineData(1280, 720, 0.05, 0.06, 0.05, 0.12)]
    [InlineData(540, 540, 0.05, 0.05, 0.05, 0.08)]
    public async Task End_card_makes_room_for_a_discount_code_within_the_safe_zone(int width, int height, double left, double top, double right, double bottom)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(width, height, 10), [TestCut.Shot("a", 3m)],
            lumas: [60],
            logs: [new ClipLog { SubjectBoxes = [.. Enumerable.Range(0, 16).Select(i => new ScreenBox(i * 0.2, 0.4, 0.35, 0.6, 0.75))] }],
            change: order => order with
            {
                SafeZone = new SafeZone(left, top, right, bottom),
                Label = "AI-generated",
                Link = "https://go.example.com/l/k7d8a5ctdz",
                Offer = "Code: AMBER15",
                Storyboard = order.Storyboard with
                {
                    Sound = Silent, Look = _look, EndCard = new EndCard { Title = "Aurelia Eau de Parfum", Brand = "Maison Aurelia", Price = "$79", CallToAction = "Shop now", Seconds = 2 },
                },
            });
        Assert.Empty(cut.Result.Warnings);
        var frame = await cut.Frame(28);
        var plain = frame.Grey(0.5, 1 - bottom / 2);
        Assert.Equal(0, frame.Drawn(0, 1 - bottom, 1, 1, plain));
    }

    [Fact]
    public async Task Broken_logo_and_font_are_told_of_and_the_usual_letters_stand_in()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(320, 180, 10), [TestCut.Shot("a", 2m, new Caption("A quiet line"))],
            change: order => order with { Storyboard = order.Storyboard with { Sound = Silent, Brand = new BrandKit { Logo = "logo", Font = "font" } } },
            files: new Dictionary<string, byte[]> { ["logo"] = "none"u8.ToArray(), ["font"] = "none"u8.ToArray() });
        Assert.Contains(cut.Result.Warnings, warning => warning.Contains("logo can't be read"));
        Assert.Contains(cut.Result.Warnings, warning => warning.Contains("font can't be used"));
        Assert.True((await cut.Frame(10)).Drawn(0, 0.7, 1, 1, Ground) > 0.01);
    }

    [Fact]
    public async Task Emoji_are_drawn_in_their_colours()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(640, 360, 10), [TestCut.Shot("a", 2m, new Caption("Fresh \U0001F34A drop"))], lumas: [40],
            change: order => order with { Storyboard = order.Storyboard with { Sound = Silent } });
        var frame = await cut.Frame(12);
        var orange = Enumerable.Range(0, frame.Rgba.Length / 4).Count(i => frame.Rgba[4 * i] > 180 && frame.Rgba[4 * i + 1] is > 60 and < 190 && frame.Rgba[4 * i + 2] < 70);
        Assert.True(orange > 60, $"{orange} pixels are orange");
    }

    [Fact]
    public async Task Emoji_in_prices_and_buttons_are_drawn_too()
    {
        const string orange = "\U0001F34A";
        using var cut = await TestCut.Make(
            new FrameFormat(640, 360, 10),
            [TestCut.Shot("a", 1.5m, new Caption($"$9 {orange}", CaptionRole.Price)), TestCut.Shot("b", 1.5m, new Caption($"Shop {orange}", CaptionRole.CallToAction)), TestCut.Shot("c", 1.5m, new Caption($"4.8 {orange}", CaptionRole.Rating) { Stars = 4.8 })],
            lumas: [40, 40, 40], change: order => order with { Storyboard = order.Storyboard with { Sound = Silent, Look = new() { Primary = "#20242c", Accent = "#4060e0" } } });
        foreach (var number in new[] { 12, 27, 42 })
        {
            var frame = await cut.Frame(number);
            var found = Enumerable.Range(0, frame.Rgba.Length / 4).Count(i => frame.Rgba[4 * i] > 180 && frame.Rgba[4 * i + 1] is > 60 and < 190 && frame.Rgba[4 * i + 2] < 90);
            Assert.True(found > 20, $"{found} pixels of frame {number} are orange");
        }
    }

    [Theory]
    [InlineData(CaptionRole.Title)]
    [InlineData(CaptionRole.Line)]
    [InlineData(CaptionRole.Price)]
    public async Task Words_that_are_there_at_the_end_are_whole_in_the_last_frame(CaptionRole role)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(320, 180, 10), [TestCut.Shot("a", 2m, new Caption("$49 today", role))], lumas: [40],
            change: order => order with { Storyboard = order.Storyboard with { Sound = Silent, Legal = "While stocks last." } });
        var (resting, last) = (await cut.Frame(14), await cut.Frame(19));
        Assert.InRange(Brightness(last) / Brightness(resting), 0.97, 1.03);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lines_that_are_not_heard_are_read(bool silent)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(320, 180, 10), [TestCut.Shot("a", 3m, line: "Twelve hours on the skin")], lumas: [40],
            change: order => order with { Silent = silent, Storyboard = order.Storyboard with { Sound = Silent, Language = silent ? "en" : "qaa" } });
        Assert.True((await cut.Frame(10)).Drawn(0, 0.6, 1, 1, 40) > 0.005);
        Assert.Contains("Twelve hours on the skin", await File.ReadAllTextAsync(cut[OutputNames.Captions]));
    }

    [Fact]
    public async Task Words_wait_for_the_moment_in_which_the_product_leaves_room()
    {
        ScreenBox[] boxes = [.. Enumerable.Range(0, 40).Select(i => i * 0.1 < 2 ? new ScreenBox(i * 0.1, 0, 0, 1, 1) : new ScreenBox(i * 0.1, 0.35, 0.3, 0.65, 0.6))];
        using var cut = await TestCut.Make(
            new FrameFormat(360, 640, 10), [TestCut.Shot("a", 4m, new Caption("A quiet line"))], logs: [new ClipLog { SubjectBoxes = boxes }],
            change: order => order with { Storyboard = order.Storyboard with { Sound = Silent } });
        Assert.Equal(0, (await cut.Frame(15)).Drawn(0, 0, 1, 1, Ground));
        Assert.True((await cut.Frame(34)).Drawn(0, 0, 1, 1, Ground) > 0.003);
        Assert.DoesNotContain(cut.Result.Warnings, warning => warning.Contains("in front of the product"));
    }

    [Fact]
    public async Task Words_on_a_product_that_fills_the_frame_are_small_and_told_of()
    {
        ScreenBox[] boxes = [.. Enumerable.Range(0, 20).Select(i => new ScreenBox(i * 0.1, 0, 0, 1, 1))];
        using var cut = await TestCut.Make(
            new FrameFormat(360, 640, 10), [TestCut.Shot("a", 2m, new Caption("A quiet line of words", CaptionRole.Title))], logs: [new ClipLog { SubjectBoxes = boxes }],
            change: order => order with { Storyboard = order.Storyboard with { Sound = Silent } });
        Assert.Contains(cut.Result.Warnings, warning => warning.Contains("in front of the product"));
        Assert.InRange((await cut.Frame(12)).Drawn(0, 0, 1, 1, Ground), 0.002, 0.12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Words_of_a_shot_that_the_product_fills_are_shown_in_the_shot_beside_it(bool before)
    {
        var (filled, roomy) = (Boxes(new ScreenBox(0, 0, 0, 1, 1)), Boxes(new ScreenBox(0, 0.35, 0.3, 0.65, 0.6)));
        Shot[] shots = [TestCut.Shot("macro", 2m, new Caption("A quiet line")), TestCut.Shot("wide", 2m)];
        ClipLog[] logs = [filled, roomy];
        using var cut = await TestCut.Make(
            new FrameFormat(360, 640, 10), before ? [.. shots.Reverse()] : shots, logs: before ? [.. logs.Reverse()] : logs,
            change: order => order with { Storyboard = order.Storyboard with { Sound = Silent } });
        Assert.Equal(0, (await cut.Frame(before ? 30 : 10)).Drawn(0, 0, 1, 1, Ground));
        Assert.True((await cut.Frame(before ? 10 : 30)).Drawn(0, 0, 1, 1, Ground) > 0.003);
        Assert.Contains(cut.Result.Warnings, warning => warning.Contains("'macro' is shown in shot 'wide'"));
        Assert.DoesNotContain(cut.Result.Warnings, warning => warning.Contains("in front of the product"));

        static ClipLog Boxes(ScreenBox box) => new() { SubjectBoxes = [.. Enumerable.Range(0, 21).Select(i => box with { Time = i * 0.1 })] };
    }

    private static double Brightness(DecodedPicture frame) => Enumerable.Range(0, frame.Rgba.Length / 4).Sum(i => Math.Abs(frame.Rgba[4 * i] - 28.0) > 12 ? frame.Rgba[4 * i] : 0.0);

    private static SoundPlan Silent => new() { Music = false, RoomTone = false, Effects = false };

    private static Task<SpokenTrack?> Tone(Utterance utterance, CancellationToken cancellation)
    {
        var samples = Enumerable.Range(0, (int)(1.6 * 48_000)).Select(i => 0.3f * MathF.Sin(0.05f * i)).ToArray();
        return Task.FromResult<SpokenTrack?>(new SpokenTrack(samples, WordTimes.Within(utterance.Words, utterance.Language, samples, 0)));
    }

    /// <summary>A violet disc on nothing.</summary>
    private static byte[] Logo
    {
        get
        {
            var picture = new DecodedPicture(96, 64, new byte[96 * 64 * 4]);
            for (var i = 0; i < 96 * 64; i++)
            {
                if (Math.Pow(i % 96 - 47.5, 2) + Math.Pow(i / 96 - 31.5, 2) < 900)
                    (picture.Rgba[4 * i], picture.Rgba[4 * i + 1], picture.Rgba[4 * i + 2], picture.Rgba[4 * i + 3]) = (140, 40, 220, 255);
            }

            return PngWriter.Encode(picture);
        }
    }

    private static int Coloured(DecodedPicture frame, double left, double top, double right, double bottom)
    {
        var count = 0;
        for (var y = (int)(top * frame.Height); y < bottom * frame.Height; y++)
        {
            for (var x = (int)(left * frame.Width); x < right * frame.Width; x++)
            {
                var at = 4 * (y * frame.Width + x);
                count += Math.Abs(frame.Rgba[at] - 140) < 14 && Math.Abs(frame.Rgba[at + 1] - 40) < 14 && Math.Abs(frame.Rgba[at + 2] - 220) < 14 ? 1 : 0;
            }
        }

        return count;
    }
}
