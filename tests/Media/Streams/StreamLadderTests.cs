using System.IO.Compression;
using System.Text.RegularExpressions;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Checks;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.Media.Streams;
using SoraFunctions.Media.Tests.Cuts;

namespace SoraFunctions.Media.Tests.Streams;

public sealed class StreamLadderTests
{
    [Theory]
    [InlineData(1920, 1080, "360 540 720 1080")]
    [InlineData(1080, 1920, "360 540 720 1080")]
    [InlineData(1280, 720, "360 540 720")]
    [InlineData(640, 480, "360 480")]
    [InlineData(320, 180, "180")]
    public void Ladder_has_every_usual_size_up_to_the_video(int width, int height, string names)
    {
        var ladder = Rung.Ladder(new FrameFormat(width, height), av1: false);

        Assert.Equal(names.Split(' '), ladder.Select(rung => rung.Name));
        Assert.Equal((width, height, null), (ladder[^1].Width, ladder[^1].Height, ladder[^1].MostBits));
        Assert.All(ladder, rung => Assert.Equal(width / (double)height, rung.Width / (double)rung.Height, 0.01));
    }

    [Fact]
    public async Task Sizes_begin_segments_at_the_same_instants_and_tell_their_codecs_sizes_and_rates()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(640, 480), [TestCut.Shot("one", 1.5m), TestCut.Shot("two", 1.5m)], lumas: [60, 180], change: order => order with { Outputs = [ExtraOutput.Hls] });
        var folder = cut["hls"];
        ZipFile.ExtractToDirectory(cut[OutputNames.Hls], folder);

        var master = await File.ReadAllTextAsync(Path.Combine(folder, "master.m3u8"));
        Assert.Matches("""BANDWIDTH=\d+,AVERAGE-BANDWIDTH=\d+,CODECS="avc1\.64[0-9A-F]{4},mp4a\.40\.2",RESOLUTION=480x360,FRAME-RATE=30\.000,AUDIO="sound"\n360/index\.m3u8""", master);
        Assert.Contains("RESOLUTION=640x480", master);
        Assert.Contains("TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"en\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"sound/index.m3u8\"", master);
        foreach (var name in (string[])["360", "480", "sound"])
        {
            var lengths = Lengths(Path.Combine(folder, name, "index.m3u8"));
            Assert.Equal(2, lengths.Count);
            Assert.Equal(2, lengths[0], 0.03);
            Assert.Equal(3, lengths.Sum(), 0.04);
        }

        Assert.Equal([0, 60], await Keys(folder, "360"));
        Assert.Superset(new HashSet<int>([0, 60]), (await Keys(folder, "480")).ToHashSet());
    }

    [Fact]
    public async Task Streams_are_read_back_and_their_checks_told()
    {
        using var cut = await TestCut.Make(
            new FrameFormat(480, 400), [TestCut.Shot("one", 1.5m), TestCut.Shot("two", 1m)], lumas: [60, 180], change: order => order with { Outputs = [ExtraOutput.Hls] });
        var checks = await File.ReadAllTextAsync(cut[OutputNames.Checks]);
        foreach (var name in (string[])["hls-360-stream", "hls-400-key-frames", "hls-360-frames", "hls-400-playlist", "hls-sound-stream", "hls-sound-playlist"])
            Assert.Contains($"\"{name}\"", checks);
        Assert.DoesNotContain("\"passed\": false", checks);
    }

    [Fact]
    public async Task Stream_that_ends_early_or_lacks_key_frames_is_found()
    {
        using var cut = await TestCut.Make(new FrameFormat(320, 180), [TestCut.Shot("one", 2.5m)], change: order => order with { Silent = true, Outputs = [ExtraOutput.Hls] });
        ZipFile.ExtractToDirectory(cut[OutputNames.Hls], cut["hls"]);
        var ladder = Rung.Ladder(cut.Order.Format, av1: false);

        Assert.All(await StreamChecks.Run(cut["hls"], ladder, null, 75, 30, default), check => Assert.True(check.Passed, check.ToString()));
        Assert.Equal(["hls-180-frames", "hls-180-playlist"], (await StreamChecks.Run(cut["hls"], ladder, null, 90, 30, default)).Where(check => !check.Passed).Select(check => check.Name));
        Assert.Contains(await StreamChecks.Run(cut["hls"], ladder, null, 75, 10, default), check => check is { Name: "hls-180-key-frames", Passed: false });
    }

    [Fact]
    public async Task Largest_size_is_the_video_itself_without_another_encoding()
    {
        using var cut = await TestCut.Make(new FrameFormat(320, 180), [TestCut.Shot("one", 1)], change: order => order with { Silent = true, Outputs = [ExtraOutput.Hls], Metadata = new Dictionary<string, string> { ["AIGC"] = "{\"Label\":\"1\"}" } });
        var folder = cut["hls"];
        ZipFile.ExtractToDirectory(cut[OutputNames.Hls], folder);

        var stream = Path.Combine(folder, "180", "stream.mp4");

        Assert.Equal(await Pictures(cut.Video), await Pictures(stream));
        Assert.Contains("AIGC={\"Label\":\"1\"}", System.Text.Encoding.UTF8.GetString(await Ffmpeg.Probe(["-show_entries", "format_tags", stream], default)));
        Assert.False(Directory.Exists(Path.Combine(folder, "sound")));
        Assert.DoesNotContain("AUDIO", await File.ReadAllTextAsync(Path.Combine(folder, "master.m3u8")));
        Assert.Equal("avc1", Mp4Index.Read(stream).Tracks[0].Codec[..4]);
    }

    [Fact]
    public async Task Same_order_gives_the_same_stream()
    {
        using var cut = await TestCut.Make(new FrameFormat(480, 400), [TestCut.Shot("one", 0.6m)], change: order => order with { Outputs = [ExtraOutput.Hls] });
        var first = await File.ReadAllBytesAsync(cut[OutputNames.Hls]);
        await cut.Run();

        Assert.Equal(first, await File.ReadAllBytesAsync(cut[OutputNames.Hls]));
    }

    private static List<double> Lengths(string playlist) =>
        [.. Regex.Matches(File.ReadAllText(playlist), @"#EXTINF:([\d.]+)").Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task<IReadOnlyList<int>> Keys(string folder, string name) =>
    [
        .. System.Text.Encoding.UTF8.GetString(await Ffmpeg.Probe(
                ["-select_streams", "v", "-show_entries", "packet=flags", "-of", "csv=p=0", Path.Combine(folder, name, "index.m3u8")], default))
            .Split('\n').Index().Where(packet => packet.Item.StartsWith('K')).Select(packet => packet.Index),
    ];

    private static async Task<IEnumerable<string>> Pictures(string film) =>
        System.Text.Encoding.UTF8.GetString(await Ffmpeg.Read(["-i", film, "-map", "0:v", "-f", "framemd5", "-"], default))
            .Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split(',')[^1]);
}
