using SoraFunctions.Media.Companions;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Tests.Films;

public sealed class SmallFramesTests
{
    [Fact]
    public async Task Hundreds_of_frames_are_chosen_at_once()
    {
        var small = new SmallFrames([.. Enumerable.Range(0, 300).Select(i => 2 * i)], 16, 16);
        var raw = await Ffmpeg.Read(["-f", "lavfi", "-i", "color=s=32x32:r=30:d=20", "-vf", small.Filter, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1"], default);
        Assert.Equal(300 * 16 * 16 * 4, raw.Length);
    }
}
