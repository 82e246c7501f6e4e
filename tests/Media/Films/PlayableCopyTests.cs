using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;

namespace SoraFunctions.Media.Tests.Films;

public sealed class PlayableCopyTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Playable_copy_is_what_browsers_play()
    {
        await TestFilm.Write(_folder["a.mp4"], new FrameFormat(320, 180), 20, TestFilm.Plain(90));
        await PlayableCopy.Write(_folder["a.mp4"], _folder["b.mp4"], 30, default);
        var picture = (await VideoProbe.Read(_folder["b.mp4"], default)).Picture;
        Assert.Equal(("h264", 20, "bt709 bt709 bt709 tv"), (picture.Codec, picture.Frames, picture.Colours));
    }
}
