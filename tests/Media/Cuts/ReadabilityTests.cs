using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Lettering;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Media.Sound.Speech;

namespace SoraFunctions.Media.Tests.Cuts;

/// <summary>Words of finished cuts against what is really behind them.</summary>
public sealed class ReadabilityTests
{
    private static readonly FrameFormat _format = new(640, 360, 10);

    public static TheoryData<string> Grounds => ["dark", "bright", "middle", "busy"];

    [Theory]
    [MemberData(nameof(Grounds))]
    public async Task Every_role_has_contrast_over(string ground)
    {
        using var cut = await Make(ground, CaptionStyle.Clean);
        // In the middle of each shot: title, line, what is said, terms.
        foreach (var frame in new[] { 12, 32, 52, 72 })
        {
            var contrast = await Contrast(cut, frame, 0.2, 0.98, 6);
            Assert.True(contrast >= 4.5, $"frame {frame} has a contrast of {contrast:0.00}");
        }

    }

    [Fact]
    public async Task A_bright_picture_with_dark_places_stays_bright_behind_words()
    {
        using var cut = await TestCut.Make(
            _format, [TestCut.Shot("line", 2m, new Caption("Hand thrown and glazed twice"))], lumas: [210],
            change: order => order with { Storyboard = order.Storyboard with { Sound = Silent } }, pattern: (x, _) => (byte)(x % 80 < 10 ? 56 : 210));
        Assert.True(await Contrast(cut, 12, 0.7, 0.98, 6) >= 4.5);
        var frame = await cut.Frame(12);
        var darkened = Enumerable.Range(0, frame.Height).Count(y => Grey(frame, 20, y) < 190);
        Assert.True(darkened == 0, $"{darkened} rows are darkened");
        Assert.True(frame.Drawn(0.2, 0.7, 0.8, 0.98, 226) > 0.02);
    }

    [Theory]
    [InlineData(CaptionStyle.Karaoke)]
    [InlineData(CaptionStyle.BoldSocial)]
    public async Task What_is_said_has_contrast_over_a_busy_picture_as(CaptionStyle style)
    {
        using var cut = await Make("busy", style, style == CaptionStyle.BoldSocial ? new FrameFormat(960, 540, 10) : null);
        // Bold words have a rim of a few pixels, others a ground that reaches farther.
        var contrast = await Contrast(cut, 46, 0.5, 0.98, style == CaptionStyle.BoldSocial ? 3 : 6);
        Assert.True(contrast >= 4.5, $"the contrast is {contrast:0.00}");
    }

    [Fact]
    public void Words_on_any_colour_of_a_brand_have_contrast_and_it_stays_that_colour_to_a_shade()
    {
        for (var colour = 0; colour < 0x1000000; colour += 0x030507)
        {
            var wanted = new Ink((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
            var (fill, ink) = Pill.Colours(wanted);
            Assert.True(fill.Contrast(ink) >= 4.5, $"{wanted} gives {fill.Contrast(ink):0.00}");
            Assert.InRange(fill.Contrast(wanted), 1, 1.35);
        }
    }

    [Fact]
    public async Task What_is_said_is_not_shown_twice()
    {
        using var same = await Said("A quiet line.", new Caption("A quiet line"), CaptionStyle.Clean);
        using var none = await Said("A loud and clear one", null, CaptionStyle.None);
        using var shown = await Said("A loud and clear one", null, CaptionStyle.Clean);
        Assert.Equal(0, (await none.Frame(10)).Drawn(0, 0, 1, 1, 121));
        Assert.True((await shown.Frame(10)).Drawn(0.1, 0.8, 0.9, 0.97, 121) > 0.01);
        // One line of letters, not two.
        Assert.Equal(0, (await same.Frame(10)).Drawn(0, 0, 1, 0.8, 121));
    }

    [Fact]
    public async Task What_is_said_and_a_caption_of_other_words_stand_apart()
    {
        using var cut = await Said("A loud and clear one", new Caption("Hand thrown in Devon"), CaptionStyle.Karaoke);
        var frame = await cut.Frame(10);
        var rows = Enumerable.Range(0, frame.Height).Where(y => Enumerable.Range(0, frame.Width).Any(x => Grey(frame, x, y) > 215)).ToList();
        var gaps = rows.Zip(rows.Skip(1)).Count(pair => pair.Second - pair.First > 8);
        Assert.Equal(1, gaps);
    }

    private static Task<TestCut> Said(string line, Caption? caption, CaptionStyle style) => TestCut.Make(
        _format, [TestCut.Shot("one", 2m, caption, line: line)], lumas: [120],
        change: order => order with { Storyboard = order.Storyboard with { Captions = style, Sound = Silent } }, speaker: Tone(1.5));

    private static Task<TestCut> Make(string ground, CaptionStyle style, FrameFormat? format = null) => TestCut.Make(
        format ?? _format,
        [
            TestCut.Shot("title", 2m, new Caption("Morning, distilled", CaptionRole.Title)), TestCut.Shot("line", 2m, new Caption("Hand thrown and glazed twice")),
            TestCut.Shot("said", 2m, line: "Every sip takes its time"), TestCut.Shot("terms", 2m),
        ],
        lumas: [16, 16, 16, 16],
        change: order => order with { Storyboard = order.Storyboard with { Captions = style, Sound = Silent, Legal = "Terms apply." } },
        speaker: Tone(1.6),
        pattern: ground switch
        {
            "dark" => (_, _) => 40,
            "bright" => (_, _) => 200,
            "middle" => (_, _) => 118,
            // Squares of dark and bright, with noise within.
            _ => (x, y) => (byte)((x / 24 + y / 24) % 2 == 0 ? 56 + (x * 7 + y * 13) % 30 : 180 + (x * 7 + y * 13) % 30),
        });

    private static SoundPlan Silent => new() { Music = false, RoomTone = false, Effects = false };

    private static Speaker Tone(double seconds) => (utterance, _) =>
    {
        var samples = Enumerable.Range(0, (int)(seconds * 48_000)).Select(i => 0.3f * MathF.Sin(0.05f * i)).ToArray();
        return Task.FromResult<SpokenTrack?>(new SpokenTrack(samples, WordTimes.Within(utterance.Words, utterance.Language, samples, 0)));
    };

    private static double Grey(DecodedPicture frame, int x, int y) => frame.Rgba[4 * (y * frame.Width + x) + 1];

    /// <summary>
    /// The contrast of letters with what is round them: of the ink in the middle of strokes with the worst twentieth of what lies between the soft edge
    /// of the letters and a reach in pixels, in the rows from one part of the height to another. Letters are what is as white or as dark as nothing else
    /// is; clouds are nearly so, but what is round them is alike.
    /// </summary>
    private static async Task<double> Contrast(TestCut cut, int number, double top, double bottom, int reach)
    {
        var frame = await cut.Frame(number);
        var (w, first, last) = (frame.Width, (int)(top * frame.Height), (int)(bottom * frame.Height));
        HashSet<int>[] inks = [.. new[] { Letters(value => value > 232), Letters(value => value < 36) }.Where(ink => ink.Count > 40)];
        Assert.True(inks.Length > 0, $"frame {number} has no words");
        return inks.Max(Of);

        double Of(HashSet<int> ink)
        {
            var ring = new HashSet<int>();
            foreach (var at in ink)
            {
                for (var dy = -reach; dy <= reach; dy++)
                {
                    for (var dx = -reach; dx <= reach; dx++)
                        ring.Add(at + dy * w + dx);
                }
            }

            var near = new HashSet<int>(ink.SelectMany(at => Enumerable.Range(0, 25).Select(k => at + (k / 5 - 2) * w + k % 5 - 2)));
            var behind = ring.Where(at => !near.Contains(at) && at >= 0 && at < frame.Rgba.Length / 4).Select(Luminance).Order().ToList();
            var white = Luminance(ink.First()) > 0.5;
            var letters = ink.Select(Luminance).Order().ElementAt(ink.Count * (white ? 9 : 1) / 10);
            return behind.Count == 0 ? 1 : Ink.Contrast(letters, behind[behind.Count * (white ? 95 : 5) / 100]);
        }

        HashSet<int> Letters(Func<double, bool> isInk) =>
            [.. Enumerable.Range(first * w, (last - first) * w).Where(at => isInk(frame.Rgba[4 * at + 1]))];

        double Luminance(int at) => new Ink(frame.Rgba[4 * at], frame.Rgba[4 * at + 1], frame.Rgba[4 * at + 2]).Luminance;
    }
}
