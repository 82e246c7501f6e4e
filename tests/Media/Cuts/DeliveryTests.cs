using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;

namespace SoraFunctions.Media.Tests.Cuts;

/// <summary>What channels ask of a delivered file.</summary>
public sealed class DeliveryTests
{
    private const string Aigc = """{"Label":"1","ContentProducer":"sora","ProduceID":"v-1","ReservedCode1":"","ContentPropagator":"sora","PropagateID":"v-1","ReservedCode2":""}""";
    private const string Link = "https://shop.example/l/8f3kd92mx0";

    [Theory]
    [InlineData(640, 128)]
    [InlineData(128, 640)]
    [InlineData(840, 360)]
    public async Task Pictures_of_a_cut_have_sides_that_judges_of_pictures_take(int width, int height)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(width, height, 10), [TestCut.Shot("one", 1m)],
            change: order => order with { Storyboard = order.Storyboard with { Sound = new SoundPlan { Music = false, RoomTone = false, Effects = false } } });
        foreach (var name in new[] { OutputNames.Spritesheet, OutputNames.Thumbnail })
        {
            var picture = await PictureDecoder.Decode(cut[name], default);
            Assert.InRange(Math.Min(picture.Width, picture.Height), 50, 2048);
            Assert.InRange(Math.Max(picture.Width, picture.Height), 50, 2048);
        }
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(720, 1280)]
    [InlineData(1080, 1080)]
    public async Task Whole_cut_is_delivered_as_ordered(int width, int height)
    {
        using var cut = await TestCut.Make(
            new FrameFormat(width, height),
            [
                TestCut.Shot("one", 1.2m, new Caption("Morning, distilled", CaptionRole.Title)),
                TestCut.Shot("two", 2.3m, transition: new Transition(TransitionKind.Dissolve, 0.4m)),
            ],
            lumas: [60, 170],
            logs: [Boxes, Boxes with { Contacts = [Blow(0.5)] }],
            change: order => order with
            {
                Storyboard = order.Storyboard with
                {
                    EndCard = new EndCard { Title = "Dawn Stoneware Cup", Price = "$49.00", CallToAction = "Shop now", Brand = "Hearth", Seconds = 1.5m },
                },
                Link = Link,
                Label = "AI generated",
                Metadata = new Dictionary<string, string> { ["AIGC"] = Aigc, ["title"] = "Dawn; a = b # c" },
            });

        var probed = await VideoProbe.Read(cut.Video, default);
        Assert.Equal((105, "30/1", "30/1"), (probed.Picture.Frames, probed.Picture.Rate, probed.Picture.AverageRate));
        Assert.Equal((width, height, "h264", "High"), (probed.Picture.Width, probed.Picture.Height, probed.Picture.Codec, probed.Picture.Profile));
        Assert.Equal(("yuv420p", "bt709 bt709 bt709 tv"), (probed.Picture.PixelFormat, probed.Picture.Colours));
        Assert.Equal(("aac", 48000, 2), (probed.Sound!.Codec, probed.Sound.SampleRate, probed.Sound.Channels));
        Assert.Equal((0, 0), (probed.Picture.Start, probed.Sound.Start));
        Assert.InRange(Math.Abs(probed.Sound.Seconds - probed.Picture.Seconds), 0, 1 / 30.0);
        Assert.True(probed.FastStart);
        Assert.False(probed.EditList);
        Assert.Equal(Aigc, probed.Metadata["AIGC"]);
        Assert.Equal("Dawn; a = b # c", probed.Metadata["title"]);

        var (loudness, peak) = await Ebur128(cut.Video);
        Assert.InRange(loudness, -14.5, -13.5);
        Assert.InRange(peak, -20, -1);

        await PngWriter.Write(await cut.Frame(104), cut["last.png"], default);
        Assert.Equal(Link, await Scan(cut["last.png"]));

        foreach (var name in cut.Result.Outputs)
            Assert.True(new FileInfo(cut[name]).Length > 50, name);
        Assert.Equal(11, cut.Result.Outputs.Count);
        using var events = JsonDocument.Parse(await File.ReadAllTextAsync(cut[OutputNames.Events]));
        var blow = Assert.Single(events.RootElement.GetProperty("events").EnumerateArray());
        Assert.Equal(1.7, blow.GetProperty("time").GetDouble(), 6);
        Assert.Equal("two", blow.GetProperty("shot").GetString());
        var poster = await PictureDecoder.Decode(cut[OutputNames.Poster], default);
        Assert.Equal((width, height), (poster.Width, poster.Height));
        var thumbnail = await PictureDecoder.Decode(cut[OutputNames.Thumbnail], default);
        Assert.Equal(480, Math.Max(thumbnail.Width, thumbnail.Height));
        var manifests = await PictureDecoder.Decode(cut[OutputNames.ManifestPicture], default);
        Assert.Equal((thumbnail.Width, thumbnail.Height), (manifests.Width, manifests.Height));
        Assert.InRange(new FileInfo(cut[OutputNames.ManifestPicture]).Length, 1_000, 30_000);
    }

    [Fact]
    public async Task Same_order_gives_the_same_bytes()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(320, 180),
            [TestCut.Shot("one", 0.8m, new Caption("Twice", CaptionRole.Title)), TestCut.Shot("two", 0.8m, transition: new Transition(TransitionKind.Push, 0.3m))]);
        var first = cut.Result.Outputs.ToDictionary(name => name, name => File.ReadAllBytes(cut[name]));
        await cut.Run();
        Assert.All(first, pair => Assert.Equal(pair.Value, File.ReadAllBytes(cut[pair.Key])));
    }

    [Fact]
    public async Task Clip_that_is_short_holds_its_last_picture_and_says_so()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(320, 180),
            [TestCut.Shot("one", 0.5m)],
            change: order => order with { Storyboard = order.Storyboard with { Shots = [TestCut.Shot("one", 1m)] } });
        Assert.Equal(30, (await VideoProbe.Read(cut.Video, default)).Picture.Frames);
        Assert.Contains(cut.Result.Warnings, warning => warning.Contains("15 of 30 frames"));
    }

    [Theory]
    [InlineData(Quality.Draft, false)]
    [InlineData(Quality.Standard, true)]
    public async Task Clips_of_another_size_are_enlarged_and_only_those_of_a_draft_without_a_warning(Quality quality, bool warned)
    {
        var (width, height) = (640, 360);
        using var cut = await TestCut.Make(
            quality == Quality.Draft ? new FrameFormat(width, height).Filmed(quality) : new FrameFormat(320, 180), [TestCut.Shot("one", 0.5m)], change: order => order with { Format = new FrameFormat(width, height) });
        var picture = (await VideoProbe.Read(cut.Video, default)).Picture;
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal(warned, cut.Result.Warnings.Any(warning => warning.Contains("is scaled")));
    }

    [Fact]
    public async Task Order_with_too_few_clips_is_refused()
    {
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => TestCut.Make(
            new FrameFormat(320, 180), [TestCut.Shot("one", 0.5m)], change: order => order with { Clips = [] }));
        Assert.Contains("one clip per shot", problem.Message);
    }

    [Theory]
    [InlineData("loudness", 0)]
    [InlineData("look.accent", 1)]
    [InlineData("metadata", 2)]
    [InlineData("link", 3)]
    [InlineData("safeZone", 4)]
    public async Task Bad_field_is_named(string field, int which)
    {
        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => TestCut.Make(new FrameFormat(160, 128), [TestCut.Shot("one", 0.5m)], change: order => which switch
        {
            0 => order with { Loudness = 3 },
            1 => order with { Storyboard = order.Storyboard with { Look = new Look { Accent = "blue" } } },
            2 => order with { Metadata = new Dictionary<string, string> { ["a=b"] = "c" } },
            3 => order with { Link = new string('x', 1001) },
            _ => order with { SafeZone = new SafeZone(0.5, 0, 0.5, 0) },
        }));
        Assert.StartsWith(field, problem.Message);
    }

    [Fact]
    public async Task Work_that_is_given_up_leaves_no_video()
    {
        using var cut = await TestCut.Make(new FrameFormat(160, 128), [TestCut.Shot("one", 0.5m)]);
        File.Delete(cut.Video);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cut.Run(new Stopper(stop), stop.Token));
        Assert.False(File.Exists(cut.Video));
    }

    [Fact]
    public async Task Smallest_frame_still_gets_its_card_and_a_warning_about_the_code()
    {
        using var cut = await TestCut.Make(new FrameFormat(128, 128, 10), [TestCut.Shot("one", 1.5m)], change: order => order with
        {
            Storyboard = order.Storyboard with { EndCard = new EndCard { Title = "A rather long title for so small a card", CallToAction = "Shop now", Seconds = 3 } },
            Link = Link + new string('x', 120),
            Label = "AI generated",
        });
        Assert.Equal(15, (await VideoProbe.Read(cut.Video, default)).Picture.Frames);
        Assert.Contains(cut.Result.Warnings, warning => warning.Contains("hard to scan"));
        Assert.Contains(cut.Result.Warnings, warning => warning.Contains("no longer than the last shot"));
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value) => stop.Cancel();
    }

    private static ClipLog Boxes => new() { SubjectBoxes = [.. Enumerable.Range(0, 12).Select(i => new ScreenBox(i * 0.2, 0.4, 0.35, 0.6, 0.7))] };

    private static ContactEvent Blow(double time) => new(time, "product", "ground", Matter.Glass, Matter.Wood, 0.5, 2, 0.3, 0.15, 0);

    private static async Task<(double Loudness, double Peak)> Ebur128(string video)
    {
        var said = await Say("ffmpeg", ["-hide_banner", "-nostats", "-i", video, "-af", "ebur128=peak=true", "-f", "null", "-"]);
        var summary = said[said.LastIndexOf("Summary:", StringComparison.Ordinal)..];
        double Number(string name) => double.Parse(Regex.Match(summary, name + @":\s+(-?[\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        return (Number("I"), Number("Peak"));
    }

    private static async Task<string> Scan(string picture) => (await Say("zbarimg", ["-q", "--nodbus", "--raw", picture])).Trim();

    private static async Task<string> Say(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var both = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return string.Concat(both);
    }
}
