using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Tests.Films;

public sealed class VideoWriterTests : IDisposable
{
    private static readonly FrameFormat _format = new(320, 180);
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Clip_has_every_frame_at_a_constant_rate_and_colour_tags()
    {
        await TestFilm.Write(_folder["a.mp4"], _format, 45, Moving);
        var probed = await VideoProbe.Read(_folder["a.mp4"], default);
        Assert.Equal(45, probed.Picture.Frames);
        Assert.Equal("30/1", probed.Picture.Rate);
        Assert.Equal("30/1", probed.Picture.AverageRate);
        Assert.Equal(0, probed.Picture.Start);
        Assert.Equal(1.5, probed.Picture.Seconds, 6);
        Assert.Equal("bt709 bt709 bt709 tv", probed.Picture.Colours);
        Assert.Equal("yuv420p", probed.Picture.PixelFormat);
        Assert.True(probed.FastStart);
        Assert.False(probed.EditList);
    }

    [Fact]
    public async Task Same_frames_give_the_same_bytes()
    {
        await TestFilm.Write(_folder["a.mp4"], _format, 40, Moving);
        await TestFilm.Write(_folder["b.mp4"], _format, 40, Moving);
        Assert.Equal(await File.ReadAllBytesAsync(_folder["a.mp4"]), await File.ReadAllBytesAsync(_folder["b.mp4"]));
    }

    [Fact]
    public async Task Decoded_samples_are_those_that_were_written()
    {
        await TestFilm.Write(_folder["a.mp4"], _format, 3, TestFilm.Plain(180, 90, 170));
        var raw = await Ffmpeg.Read(["-i", _folder["a.mp4"], "-f", "rawvideo", "-pix_fmt", "yuv420p", "pipe:1"], default);
        Assert.Equal(3 * 320 * 180 * 3 / 2, raw.Length);
        Assert.InRange(raw[320 * 90 + 160], 179, 181);
        Assert.InRange(raw[320 * 180 + 100], 89, 91);
        Assert.InRange(raw[320 * 180 * 5 / 4 + 100], 169, 171);
    }

    [Fact]
    public async Task Abandoned_clip_leaves_no_file()
    {
        await using (var writer = new VideoWriter(_folder["a.mp4"], _format))
            await writer.Write(writer.Rent(), default);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Encoder_that_can_not_write_says_so()
    {
        await using var writer = new VideoWriter(Path.Combine(_folder.Path, "missing", "a.mp4"), _format);
        var problem = await Assert.ThrowsAsync<FfmpegException>(async () =>
        {
            for (var i = 0; i < 200; i++)
                await writer.Write(writer.Rent(), default);
            await writer.Complete(default);
        });
        Assert.Contains("No such file", problem.Message);
    }

    [Fact]
    public void Odd_sizes_are_refused() =>
        Assert.Throws<ArgumentException>(() => new VideoWriter(_folder["a.mp4"], new FrameFormat(321, 180)));

    private static (byte, byte, byte) Moving(double x, double y, int frame) =>
        ((byte)(60 + 100 * Math.Abs(Math.Sin(x * 9 + frame * 0.2))), (byte)(100 + 60 * y), (byte)(128 + 40 * Math.Sin(frame * 0.1)));
}
