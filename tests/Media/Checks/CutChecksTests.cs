using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Checks;

/// <summary>What is found when a finished cut is read back.</summary>
public sealed class CutChecksTests
{
    private static readonly FrameFormat _small = new(320, 180);

    [Fact]
    public async Task Cut_as_ordered_passes_every_check_and_says_what_encoded_it()
    {
        using var cut = await Lively(limits: new DeliveryLimits { MostBytes = 10_000_000, MostBitRate = 5_000_000 });

        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(cut[OutputNames.Checks]));
        Assert.True(report.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal("libx264", report.RootElement.GetProperty("encoder").GetString());
        var names = report.RootElement.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("passed").GetBoolean()).Select(check => check.GetProperty("name").GetString());
        Assert.Superset(
            new HashSet<string?>(["streams", "raster", "pixels", "colours", "frames", "rate", "length", "start", "sound-length", "index-first", "edit-list", "size", "bit-rate", "first-frame", "last-frame", "loudness", "true-peak"]),
            names.ToHashSet());
    }

    [Fact]
    public async Task File_that_is_larger_than_its_channel_takes_fails_the_cut()
    {
        var failure = await Assert.ThrowsAsync<WorkerException>(() => Lively(limits: new DeliveryLimits { MostBytes = 2000 }));

        Assert.Equal(("bad_cut", false), (failure.Error.Code, failure.Error.Transient));
        Assert.Contains("size is", failure.Message);
    }

    [Fact]
    public async Task Bit_rate_below_what_a_channel_takes_is_told()
    {
        using var cut = await Lively(limits: new DeliveryLimits { LeastBitRate = 50_000_000 });

        Assert.Contains(cut.Result.Warnings, warning => warning.StartsWith("The finished video: least-bit-rate is", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(16, 120, "first-frame")]
    [InlineData(120, 16, "last-frame")]
    public async Task Black_frame_at_an_end_is_told(byte first, byte last, string which)
    {
        using var cut = await TestCut.Make(_small, [TestCut.Shot("one", 0.5m), TestCut.Shot("two", 0.5m)], lumas: [first, last]);

        Assert.Contains(cut.Result.Warnings, warning => warning.StartsWith($"The finished video: {which} is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limit_of_bit_rate_is_kept_by_the_encoder()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(640, 360), [TestCut.Shot("one", 2)], change: order => order with { Silent = true, Limits = new DeliveryLimits { MostBitRate = 800_000 } }, noise: true);

        Assert.InRange(new FileInfo(cut.Video).Length * 8 / 2, 300_000, 800_000);
    }

    [Fact]
    public async Task Silent_cut_has_no_sound_track()
    {
        using var cut = await TestCut.Make(_small, [TestCut.Shot("one", 0.5m)], change: order => order with { Silent = true });

        Assert.Null((await VideoProbe.Read(cut.Video, default)).Sound);
        Assert.Empty(cut.Result.Warnings);
    }

    [Fact]
    public async Task Loop_ends_where_it_begins_and_is_shorter_by_what_goes_over()
    {
        using var cut = await TestCut.Make(
            _small,
            [TestCut.Shot("one", 1m), TestCut.Shot("two", 1.5m)],
            lumas: [60, 180],
            change: order => order with { Silent = true, LoopSeconds = 0.5m, Label = "AI generated" });

        Assert.Equal(60, (await VideoProbe.Read(cut.Video, default)).Picture.Frames);
        var (first, middle, last) = (await cut.Frame(0), await cut.Frame(8), await cut.Frame(59));
        Assert.InRange(Math.Abs(first.Grey(0.5, 0.5) - last.Grey(0.5, 0.5)), 0, 8);
        Assert.InRange(middle.Grey(0.5, 0.5), 90, 170);
        Assert.InRange((await cut.Frame(20)).Grey(0.5, 0.5), 40, 70);
        Assert.DoesNotContain(cut.Result.Warnings, warning => warning.Contains("loop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clip_of_the_same_shape_that_is_larger_is_reduced_without_a_warning()
    {
        using var cut = await TestCut.Make(new FrameFormat(640, 360), [TestCut.Shot("one", 0.5m)], change: order => order with { Format = _small });

        Assert.Equal(320, (await VideoProbe.Read(cut.Video, default)).Picture.Width);
        Assert.Empty(cut.Result.Warnings);
    }

    [Fact]
    public async Task Encoder_that_does_not_work_here_gives_way_to_x264() =>
        Assert.Equal("libx264", (await VideoEncoder.Choose("h264_of_nowhere", default)).Name);

    private static Task<TestCut> Lively(DeliveryLimits limits) => TestCut.Make(
        _small,
        [TestCut.Shot("one", 1), TestCut.Shot("two", 1)],
        logs: [new ClipLog { Contacts = [new ContactEvent(0.3, "product", "ground", Matter.Glass, Matter.Wood, 0.5, 2, 0.3, 0.15, 0)] }, new ClipLog()],
        change: order => order with { Limits = limits });
}
