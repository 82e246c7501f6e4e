using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Tests.Films;

public sealed class PictureHeaderTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Index_says_what_the_probe_says()
    {
        await TestFilm.Write(_folder["a.mp4"], new FrameFormat(320, 180, 24), 31, TestFilm.Plain(90));
        var probed = (await VideoProbe.Read(_folder["a.mp4"], default)).Picture;
        var header = PictureHeader.Read(_folder["a.mp4"])!;
        Assert.Equal((probed.Width, probed.Height), (header.Width, header.Height));
        Assert.Equal(probed.Seconds, header.Seconds, 6);
    }

    [Fact]
    public async Task File_of_fragments_does_not_say()
    {
        await TestFilm.Write(_folder["a.mp4"], new FrameFormat(320, 180), 10, TestFilm.Plain(90));
        await Ffmpeg.Run(["-i", _folder["a.mp4"], "-c", "copy", "-movflags", "frag_keyframe+empty_moov", _folder["b.mp4"]], default);
        Assert.Null(PictureHeader.Read(_folder["b.mp4"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(600)]
    public async Task File_that_breaks_off_does_not_say(int length)
    {
        await TestFilm.Write(_folder["a.mp4"], new FrameFormat(320, 180), 3, TestFilm.Plain(90));
        await File.WriteAllBytesAsync(_folder["b.mp4"], (await File.ReadAllBytesAsync(_folder["a.mp4"]))[..length]);
        Assert.Null(PictureHeader.Read(_folder["b.mp4"]));
    }
}
