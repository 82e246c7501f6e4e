using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Tests.Films;

public sealed class FrameReaderTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Frames_come_in_the_raster_wanted_and_the_last_one_goes_on()
    {
        await Write(new(320, 180), 5, (x, y, frame) => ((byte)(40 * frame), (byte)200, (byte)30));
        await using var reader = new FrameReader(_folder["a.mp4"], new(90, 160));
        var rgb = new byte[reader.FrameBytes];
        for (var frame = 0; frame < 9; frame++)
        {
            await reader.Read(rgb, default);
            Assert.InRange(rgb[3 * 45] - (40 * Math.Min(frame, 4)), -4, 4);
            Assert.InRange(rgb[(3 * 45) + 1], 196, 204);
        }
    }

    [Fact]
    public async Task Film_of_another_shape_is_cut_evenly_and_not_squeezed()
    {
        await Write(new(320, 180), 1, (x, y, frame) => x is >= 110 and < 210 ? ((byte)255, (byte)255, (byte)255) : ((byte)0, (byte)0, (byte)0));
        await using var reader = new FrameReader(_folder["a.mp4"], new(180, 180));
        var rgb = new byte[reader.FrameBytes];
        await reader.Read(rgb, default);
        var white = Enumerable.Range(0, 180).Count(x => rgb[3 * ((90 * 180) + x)] > 128);
        Assert.InRange(white, 98, 102);
    }

    [Fact]
    public async Task Slower_film_shows_its_frames_longer()
    {
        await Write(new(64, 64, 15), 4, (x, y, frame) => ((byte)(50 * frame), (byte)0, (byte)0));
        await using var reader = new FrameReader(_folder["a.mp4"], new(64, 64, 30));
        var reds = new List<int>();
        for (var frame = 0; frame < 8; frame++)
        {
            var rgb = new byte[reader.FrameBytes];
            await reader.Read(rgb, default);
            reds.Add((int)Math.Round(rgb[300] / 50.0));
        }

        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], reds);
    }

    [Fact]
    public async Task File_that_is_no_film_says_so()
    {
        File.WriteAllText(_folder["a.mp4"], "words");
        await using var reader = new FrameReader(_folder["a.mp4"], new(64, 64));
        await Assert.ThrowsAsync<FfmpegException>(async () => await reader.Read(new byte[reader.FrameBytes], default));
    }

    [Fact]
    public void Colours_become_those_of_the_standard()
    {
        var i420 = new byte[6];
        RgbConversion.ToI420([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255], 2, 2, i420);
        Assert.Equal([235, 235, 235, 235, 128, 128], i420);
        RgbConversion.ToI420([255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0], 2, 2, i420);
        Assert.Equal([63, 63, 63, 63, 102, 240], i420);
    }

    private async Task Write(FrameFormat format, int frames, Func<int, int, int, (byte Red, byte Green, byte Blue)> paint)
    {
        await using var writer = new VideoWriter(_folder["a.mp4"], format);
        var rgb = new byte[format.Width * format.Height * 3];
        for (var frame = 0; frame < frames; frame++)
        {
            for (var i = 0; i < rgb.Length / 3; i++)
                (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = paint(i % format.Width, i / format.Width, frame);
            var buffer = writer.Rent();
            RgbConversion.ToI420(rgb, format.Width, format.Height, buffer);
            await writer.Write(buffer, default);
        }

        await writer.Complete(default);
    }
}
